using System.CommandLine;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Quotas;
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
    private readonly Option<int> _maxRpm = SharedOptions.Number("--max-rpm", "Requests a minute, over all runs with this key and model (0: no limit)", Defaults.Quota.RequestsPerMinute, 0);
    private readonly Option<double> _timeout = SharedOptions.Number("--timeout", "Seconds one request may take", Defaults.RequestTimeout.TotalSeconds, 0.1);

    public Option<bool> UseSavedScores { get; } = new("--use-saved-scores") { Description = "Draft from the newest saved scores without scoring again" };

    public Option<bool> Refresh { get; } = new("--refresh") { Description = "Also draft posts that have drafts already; what was done with those stays" };

    public Option<string?> Provider { get; } = new Option<string?>("--provider") { Description = "gemini, openai or offline (else the project's, else gemini with a key)", HelpName = "NAME" }
        .AcceptOnlyFromAmong("gemini", "openai", "offline");

    public Option<string?> Model { get; } = new("--model") { Description = "The provider's model id (else the project's, else the provider's default)", HelpName = "ID" };

    public Option<string?> DebugTweet { get; } = new("--debug-tweet") { Description = "Tell one post's whole story: gate, scores, nearest repeat, prompt, answer, checks", HelpName = "ID" };

    public Option<bool> AllowUnpriced { get; } = new("--allow-unpriced") { Description = "Run although the model has no known price; its calls then show as unpriced" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
            { _skipLow.Yes, _skipLow.No, _greensOnly, UseSavedScores, Refresh, _batchSize, _noBatch, _maxRpm, _timeout, Provider, Model, AllowUnpriced, DebugTweet })
            command.Options.Add(option);
    }

    public DraftChoice Choice(ParseResult parsed) => new(parsed.IsOn(_skipLow), parsed.GetValue(_greensOnly));

    public DraftOptions Read(ParseResult parsed) => new()
    {
        Concurrency = parsed.GetValue(_noBatch) ? 1 : parsed.GetValue(_batchSize),
        Quota = new QuotaLimits { RequestsPerMinute = parsed.GetValue(_maxRpm) },
        RequestTimeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        AllowUnpriced = parsed.GetValue(AllowUnpriced),
    };
}
