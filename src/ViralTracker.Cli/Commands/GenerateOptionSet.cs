using System.CommandLine;
using System.Globalization;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary>The options that decide what is drafted, and how fast.</summary>
internal sealed class GenerateOptionSet
{
    private static readonly DraftOptions Defaults = new();

    private readonly (Option<bool> Yes, Option<bool> No) _skipLow = SharedOptions.Switch("skip-low-scores", "Draft green and yellow posts only (default)", "Draft every scored post");
    private readonly Option<bool> _greensOnly = new("--greens-only") { Description = "Draft green posts only" };
    private readonly Option<int> _batchSize = SharedOptions.Number("--batch-size", "Requests at once", Defaults.Concurrency, 1);
    private readonly Option<bool> _noBatch = new("--no-batch") { Description = "One request at a time" };
    private readonly Option<int?> _maxRpm = Limit("--max-rpm", "Requests a minute, over all runs with this key and model (0: no limit; else the project's, else 15)");
    private readonly Option<int?> _maxTpm = Limit("--max-tpm", "Input tokens a minute (0: no limit)");
    private readonly Option<int?> _maxRpd = Limit("--max-rpd", "Requests a day, reset at midnight Pacific (0: no limit)");
    private readonly Option<decimal?> _maxCost = Dollars("--max-cost", "USD this run may spend at most");
    private readonly Option<int?> _perRequest = new("--tweets-per-request")
    {
        Description = "Posts packed into one request (auto: the smallest number that finishes soonest)",
        HelpName = "auto|N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text == "auto") return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 100) return size;
            result.AddError($"--tweets-per-request: '{text}' is neither auto nor a number from 1 to 100");
            return null;
        },
    };
    private readonly Option<double> _timeout = SharedOptions.Number("--timeout", "Seconds one request may take", 60.0, 0.1);

    public Option<bool> UseSavedScores { get; } = new("--use-saved-scores") { Description = "Draft from the newest saved scores without scoring again" };

    public Option<bool> Refresh { get; } = new("--refresh") { Description = "Also draft posts that have drafts already; what was done with those stays" };

    public Option<string?> Provider { get; } = new Option<string?>("--provider") { Description = "gemini, openai or offline (else the project's, else gemini with a key)", HelpName = "NAME" }
        .AcceptOnlyFromAmong("gemini", "openai", "offline");

    public Option<string?> Model { get; } = new("--model") { Description = "The provider's model id (else the project's, else the provider's default)", HelpName = "ID" };

    public Option<string?> DebugTweet { get; } = new("--debug-tweet") { Description = "Tell one post's whole story: gate, scores, nearest repeat, prompt, answer, checks", HelpName = "ID" };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Find, then forecast cost and time; nothing is sent" };

    public Option<bool> CountTokens { get; } = new("--count-tokens") { Description = "Let the provider count the forecast's input tokens" };

    public Option<bool> AllowUnpriced { get; } = new("--allow-unpriced") { Description = "Run although the model has no known price; its calls then show as unpriced" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
            { _skipLow.Yes, _skipLow.No, _greensOnly, UseSavedScores, Refresh, _batchSize, _noBatch, _perRequest, _maxRpm, _maxTpm, _maxRpd, _maxCost, _timeout, Provider, Model, AllowUnpriced, DryRun, CountTokens, DebugTweet })
            command.Options.Add(option);
    }

    public DraftChoice Choice(ParseResult parsed) => new(parsed.IsOn(_skipLow), parsed.GetValue(_greensOnly));

    public ProjectLimits Limits(ParseResult parsed, ProjectConfig project, string model) => ProjectLimits.Of(
        project, model, parsed.GetValue(_maxRpm), parsed.GetValue(_maxTpm), parsed.GetValue(_maxRpd), parsed.GetValue(_maxCost));

    public DraftOptions Read(ParseResult parsed, ProjectConfig project, string model)
    {
        var limits = Limits(parsed, project, model);
        return new DraftOptions
        {
            Concurrency = parsed.GetValue(_noBatch) ? 1 : parsed.GetValue(_batchSize),
            TweetsPerRequest = parsed.GetValue(_perRequest),
            MaxTweetsPerRequest = project.Generation.MaxTweetsPerRequest,
            Quota = limits.Quota,
            Budget = limits.Budget,
            AlertAt = project.Budget.AlertAt,
            AllowUnpriced = parsed.GetValue(AllowUnpriced),
        };
    }

    public TimeSpan Timeout(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_timeout));

    /// <summary>An amount that finder.yml would take too.</summary>
    private static Option<decimal?> Dollars(string name, string description)
    {
        const decimal Most = 1_000_000;
        var option = new Option<decimal?>(name) { Description = description, HelpName = "USD" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && decimal.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var given) && given is < 0 or > Most)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: {result.Tokens[0].Value} is not between 0 and {Most}"));
        });
        return option;
    }

    private static Option<int?> Limit(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var given) && given < 0)
                result.AddError($"{name}: {given} is below 0");
        });
        return option;
    }
}
