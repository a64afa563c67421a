using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary>The options that decide which posts a run considers; shared by score and generate.</summary>
internal sealed class FindOptionSet
{
    private static readonly FindOptions Defaults = new();

    private readonly Option<double?> _hoursBack = SharedOptions.Hours("Only posts from the last N hours", Defaults.HoursBack);
    private readonly Option<long> _minFollowers = SharedOptions.Number("--min-followers", "Minimum followers of the author", Defaults.MinFollowers, 0, long.MaxValue);
    private readonly Option<long> _minLikes = SharedOptions.Number("--min-likes", "Minimum likes of the post", Defaults.MinLikes, 0, long.MaxValue);
    private readonly Option<long> _minViews = SharedOptions.Number("--min-views", "Minimum views of the post", Defaults.MinViews, 0, long.MaxValue);
    private readonly Option<int> _maxCandidates = SharedOptions.Number("--max-candidates", "Score at most N posts, newest first (0: all)", Defaults.MaxCandidates, 0, int.MaxValue);
    private readonly (Option<bool> Yes, Option<bool> No) _gate = SharedOptions.Switch("use-gate", "Leave out posts not worth answering: spam, other languages, blacklisted… (default)", "Score every post, whatever its language, words or author");
    private readonly Option<DateTimeOffset?> _asOf = SharedOptions.Moment("--as-of", "Run as if it were this time (default: the project's as_of, else now)");

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

    /// <summary>The options of a run in the store.</summary>
    public static FindOptions Of(RunRecord run)
    {
        var options = new FindOptionSet();
        var command = new Command("run");
        options.AddTo(command);
        var given = JsonNode.Parse(run.ArgumentsJson) as JsonObject ?? [];
        return options.Read(command.Parse([.. options.All.SelectMany(option => given[option.Name] switch
        {
            null => (string[])[],
            { } value when value.GetValueKind() == JsonValueKind.String => [option.Name, value.GetValue<string>()],
            _ => [option.Name],
        })]));
    }

    public FindOptions Read(ParseResult parsed) => new()
    {
        HoursBack = parsed.GetValue(_hoursBack)!.Value,
        MinFollowers = parsed.GetValue(_minFollowers),
        MinLikes = parsed.GetValue(_minLikes),
        MinViews = parsed.GetValue(_minViews),
        MaxCandidates = parsed.GetValue(_maxCandidates),
        UseGate = parsed.IsOn(_gate),
    };

    public DateTimeOffset AsOf(ParseResult parsed, ProjectConfig project, DateTimeOffset now) =>
        parsed.GetValue(_asOf) ?? project.AsOf ?? now;
}
