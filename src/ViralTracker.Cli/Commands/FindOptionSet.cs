using System.CommandLine;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Finding;

namespace ViralTracker.Cli.Commands;

/// <summary>The options that decide which posts a run considers; shared by score and generate.</summary>
internal sealed class FindOptionSet
{
    private static readonly FindOptions Defaults = new();

    private readonly Option<double> _hoursBack = SharedOptions.Number("--hours-back", "Posts of the last so many hours", Defaults.HoursBack, 0.01);
    private readonly Option<long> _minFollowers = SharedOptions.Number("--min-followers", "Authors with at least so many followers", Defaults.MinFollowers, 0);
    private readonly Option<long> _minLikes = SharedOptions.Number("--min-likes", "Posts with at least so many likes", Defaults.MinLikes, 0);
    private readonly Option<long> _minViews = SharedOptions.Number("--min-views", "Posts with at least so many views", Defaults.MinViews, 0);
    private readonly Option<int> _maxCandidates = SharedOptions.Number("--max-candidates", "Score at most so many posts, the newest (0: all)", Defaults.MaxCandidates, 0);
    private readonly (Option<bool> Yes, Option<bool> No) _gate = SharedOptions.Switch("use-gate", "Apply the gate (default)", "Switch every gate rule off");
    private readonly Option<DateTimeOffset?> _asOf = SharedOptions.Moment("--as-of", "Run as of this moment (else the project's as_of, else now)");

    private Option[] All => [_hoursBack, _minFollowers, _minLikes, _minViews, _maxCandidates, _gate.Yes, _gate.No, _asOf];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
    }

    /// <summary>The options as they were given, each after a space, for a command that goes on from here.</summary>
    public string Given(ParseResult parsed) => string.Concat(All
        .Select(option => parsed.GetResult(option))
        .Where(given => given is { Implicit: false })
        .Select(given => string.Join(' ', given!.Tokens.Select(token => token.Value).Prepend(" " + given.Option.Name))));

    public FindOptions Read(ParseResult parsed) => new()
    {
        HoursBack = parsed.GetValue(_hoursBack),
        MinFollowers = parsed.GetValue(_minFollowers),
        MinLikes = parsed.GetValue(_minLikes),
        MinViews = parsed.GetValue(_minViews),
        MaxCandidates = parsed.GetValue(_maxCandidates),
        UseGate = parsed.IsOn(_gate),
    };

    public DateTimeOffset AsOf(ParseResult parsed, ProjectConfig project, DateTimeOffset now) =>
        parsed.GetValue(_asOf) ?? project.AsOf ?? now;
}
