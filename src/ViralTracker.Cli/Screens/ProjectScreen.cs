using System.Globalization;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;

namespace ViralTracker.Cli.Screens;

/// <summary>A project's settings, a line each, with the names they have in finder.yml.</summary>
internal static class ProjectScreen
{
    public static IEnumerable<KeyValuePair<string, string>> Settings(ProjectConfig p)
    {
        yield return new("taxonomy", List(p.Taxonomy.Select(t => t.Label)));
        yield return new("voice.persona", p.Voice.Persona);
        if (p.Voice.RepliesFile is { } file) yield return new("voice.replies_file", $"{file}: {Words.Count(p.Voice.Replies.Length, "reply", "replies")}");
        yield return new("sources.whitelist_handles", List(p.Sources.WhitelistHandles.Select(h => "@" + h)));
        yield return new("sources.blacklist_handles", List(p.Sources.BlacklistHandles.Select(h => "@" + h)));
        yield return new("sources.blacklist_keywords", List(p.Sources.BlacklistKeywords));
        yield return new("languages", List(p.Languages));
        yield return new("account.handles", List(p.AccountHandles.Select(h => "@" + h)));
        yield return new("account.cooldown_hours", Invariant($"{p.CooldownHours}"));
        yield return new("sensitive_subjects", p.SensitiveSubjects is { } own ? List(own) : "the built-in list");
        yield return new("scoring", p.Scoring);
        yield return new("half_life_minutes", Invariant($"{p.HalfLifeMinutes}"));
        yield return new("authors", Invariant($"min_followers {p.AuthorBand.MinFollowers} · max_followers {p.AuthorBand.MaxFollowers}"));
        yield return new("weights", Invariant($"velocity {p.Weights.Velocity} · relevance {p.Weights.Relevance} · openness {p.Weights.Openness} · author_quality {p.Weights.AuthorQuality}"));
        yield return new("thresholds", Invariant($"green_min {p.Thresholds.GreenMin} · yellow_min {p.Thresholds.YellowMin}"));
        yield return new("suggestions", List(p.Suggestions.Select(k => Invariant($"{k.Name} ({k.MinLength}–{k.MaxLength})"))));
        yield return new("generation.provider", p.Generation.Provider ?? "gemini with a key, else offline");
        yield return new("generation.model", p.Generation.Model ?? "the provider's default");
        yield return new("generation.temperature", p.Generation.Temperature?.ToString(CultureInfo.InvariantCulture) ?? "the model's own");
        yield return new("generation.max_tokens", Invariant($"{p.Generation.MaxTokens}"));
        yield return new("generation.embedder", p.Generation.Embedder);
        yield return new("generation.max_tweets_per_request", Invariant($"{p.Generation.MaxTweetsPerRequest}"));
        yield return new("generation.tier", p.Generation.Tier ?? "none");
        yield return new("quota", Invariant($"max_rpm {Limit(p.Quota.MaxRpm)} · max_tpm {Limit(p.Quota.MaxTpm)} · max_rpd {Limit(p.Quota.MaxRpd)}"));
        yield return new("budget", Invariant($"run {Usd(p.Budget.Run)} · day {Usd(p.Budget.Day)} · month {Usd(p.Budget.Month)}"));
        yield return new("prompt", p.PromptTemplate == DraftPrompt.DefaultTemplate ? "the built-in one" : $"projects/{p.Slug}/prompt.md");
        yield return new("as_of", p.AsOf?.ToString("u", CultureInfo.InvariantCulture) ?? "now");
    }

    private static string Limit(int? limit) => limit switch { null => "default", 0 => "none", { } some => some.ToString(CultureInfo.InvariantCulture) };

    private static string Usd(double? usd) => NanoUsd.Of(usd)?.ToString() ?? "none";

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "none";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
