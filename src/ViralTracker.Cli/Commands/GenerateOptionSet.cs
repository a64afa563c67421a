using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary>The options that decide what is drafted, and how fast.</summary>
internal sealed class GenerateOptionSet
{
    private const string RefreshName = "--refresh";

    private static readonly DraftOptions Defaults = new();

    private readonly (Option<bool> Yes, Option<bool> No) _skipLow = SharedOptions.Switch("skip-low-scores", "Draft only green and yellow posts (default)", "Draft every scored post");
    private readonly Option<bool> _greensOnly = new("--greens-only") { Description = "Draft only green posts" };
    private readonly Option<int> _batchSize = SharedOptions.Number("--batch-size", "Requests sent at the same time", Defaults.Concurrency, 1, DraftOptions.MaxConcurrency);
    private readonly Option<bool> _noBatch = new("--no-batch") { Description = "Send one request at a time" };
    private readonly Option<int?> _maxRpm = SharedOptions.Limit("--max-rpm", "Requests per minute, over all runs with this key and model (0: no limit; default: the project's, else 15)", 0, int.MaxValue);
    private readonly Option<int?> _maxTpm = SharedOptions.Limit("--max-tpm", "Input tokens per minute (0: no limit)", 0, int.MaxValue);
    private readonly Option<int?> _maxRpd = SharedOptions.Limit("--max-rpd", "Requests per day, reset at midnight Pacific (0: no limit)", 0, int.MaxValue);
    private readonly Option<decimal?> _maxCost = SharedOptions.Limit<decimal>("--max-cost", "Stop before this run costs more than this", 0, 1_000_000, "USD");
    private readonly Option<int?> _perRequest = new("--tweets-per-request")
    {
        Description = "Posts per request (auto: as few as the fastest run needs)",
        HelpName = "auto|N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text == "auto") return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 100) return size;
            result.AddError($"--tweets-per-request: '{text}' is neither auto nor a whole number from 1 to 100");
            return null;
        },
    };
    private readonly Option<double> _timeout = SharedOptions.Number("--timeout", "Give up on a request after N seconds", 60.0, 0.1, 86_400);

    public Option<bool> UseSavedScores { get; } = new("--use-saved-scores") { Description = "Use the saved scores instead of scoring again" };

    public Option<bool> Refresh { get; } = new(RefreshName) { Description = "Draft again posts that already have drafts; marks on the old drafts are kept. Goes on where one was stopped in the last 48 hours" };

    public Option<string?> Provider { get; } = new Option<string?>("--provider") { Description = "gemini, openai or offline (default: the project's, else gemini if its key is set, else offline)", HelpName = "NAME" }
        .Among(ModelChoice.Names);

    public Option<string?> Model { get; } = new("--model") { Description = "Model id (default: the project's, else the provider's default)", HelpName = "ID" };

    public Option<string?> DebugTweet { get; } = new("--debug-tweet") { Description = "Show everything about one post: gate, scores, nearest repeat, prompt, answer, checks", HelpName = "ID" };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Find posts and forecast cost and time, but draft nothing; free with the built-in embedder" };

    public Option<bool> CountTokens { get; } = new("--count-tokens") { Description = "With a forecast: let the provider count the input tokens" };

    public Option<bool> AllowUnpriced { get; } = new("--allow-unpriced") { Description = "Use a model without a known price; its calls are listed as unpriced" };

    public void AddTo(Command command, bool forecast)
    {
        foreach (var option in (Option[])
            [_skipLow.Yes, _skipLow.No, _greensOnly, UseSavedScores, Refresh, _batchSize, _noBatch, _perRequest, _maxRpm, _maxTpm, _maxRpd, _maxCost, _timeout, Provider, Model, AllowUnpriced, CountTokens, .. forecast ? (Option[])[] : [DryRun, DebugTweet]])
            command.Options.Add(option);
    }

    /// <exception cref="UserErrorException">Options contradict each other.</exception>
    public DraftChoice Choice(ParseResult parsed)
    {
        var choice = new DraftChoice(parsed.IsOn(_skipLow), parsed.GetValue(_greensOnly));
        return choice is { SkipLowScores: false, GreensOnly: true } ? throw SharedOptions.Contradiction(_greensOnly, _skipLow.No) : choice;
    }

    public ProjectLimits Limits(ParseResult parsed, ProjectConfig project, QuotaKey key) => ProjectLimits.Of(
        project, key, parsed.GetValue(_maxRpm), parsed.GetValue(_maxTpm), parsed.GetValue(_maxRpd), parsed.GetValue(_maxCost));

    /// <inheritdoc cref="Choice"/>
    public DraftOptions Read(ParseResult parsed, ProjectConfig project, QuotaKey key)
    {
        if (parsed.GetValue(_noBatch) && parsed.Gives(_batchSize) && parsed.GetValue(_batchSize) > 1) throw SharedOptions.Contradiction(_noBatch, _batchSize);
        var limits = Limits(parsed, project, key);
        return new DraftOptions
        {
            Concurrency = parsed.GetValue(_noBatch) ? 1 : parsed.GetValue(_batchSize),
            TweetsPerRequest = parsed.GetValue(_perRequest),
            MaxTweetsPerRequest = project.Generation.MaxTweetsPerRequest,
            Quota = limits.Quota,
            Budget = limits.Budget,
            AllowUnpriced = parsed.GetValue(AllowUnpriced),
        };
    }

    /// <summary>Whether a run in the store drafted again.</summary>
    public static bool Refreshes(RunRecord run) =>
        (JsonNode.Parse(run.ArgumentsJson) as JsonObject)?[RefreshName] is { } given && !string.Equals(given.ToString(), "false", StringComparison.OrdinalIgnoreCase);

    public TimeSpan Timeout(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_timeout));
}
