using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Cli.Screens;

/// <param name="Key">As in finder.yml, a group's name before a dot.</param>
/// <param name="Value">As finder.yml could hold it; null: not given.</param>
internal sealed record Setting(string Key, JsonNode? Value, string Text);

/// <summary>A project's settings with the names they have in finder.yml: a line each, and as JSON in its groups.</summary>
internal static class ProjectScreen
{
    public static IEnumerable<Setting> Settings(ProjectConfig p)
    {
        yield return Of("name", p.Name, "the folder's name");
        yield return new("taxonomy", JsonDoc.Array(p.Taxonomy.Select(Topic)), List(p.Taxonomy.Select(t => t.Label)));
        yield return Of("voice.persona", p.Voice.Persona);
        yield return Sentences("voice.constraints", p.Voice.Constraints);
        yield return Sentences("voice.examples.good", p.Voice.GoodExamples);
        yield return Sentences("voice.examples.bad", p.Voice.BadExamples);
        yield return new("voice.replies_file", p.Voice.RepliesFile, p.Voice.RepliesFile is { } file ? $"{file}: {Words.Count(p.Voice.Replies.Length, "reply", "replies")}" : "none");
        yield return Of("voice.allow_profanity", p.Voice.AllowProfanity);
        yield return Handles("sources.whitelist_handles", p.Sources.WhitelistHandles);
        yield return Handles("sources.blacklist_handles", p.Sources.BlacklistHandles);
        yield return Of("sources.blacklist_keywords", Texts(p.Sources.BlacklistKeywords));
        yield return Of("languages", Texts(p.Languages));
        yield return Handles("account.handles", p.AccountHandles);
        yield return Of("account.cooldown_hours", p.CooldownHours);
        yield return Of("sensitive_subjects", p.SensitiveSubjects is { } own ? Texts(own) : null, "the built-in list");
        yield return Of("scoring", p.Scoring);
        yield return Of("half_life_minutes", p.HalfLifeMinutes);
        yield return Of("authors", new JsonObject { ["min_followers"] = p.AuthorBand.MinFollowers, ["max_followers"] = p.AuthorBand.MaxFollowers });
        yield return Of("weights", new JsonObject
        {
            ["velocity"] = p.Weights.Velocity,
            ["relevance"] = p.Weights.Relevance,
            ["openness"] = p.Weights.Openness,
            ["author_quality"] = p.Weights.AuthorQuality,
        });
        yield return Of("thresholds", new JsonObject { ["green_min"] = p.Thresholds.GreenMin, ["yellow_min"] = p.Thresholds.YellowMin });
        yield return new("suggestions", JsonDoc.Array(p.Suggestions.Select(Kind)), List(p.Suggestions.Select(k => Invariant($"{k.Name} ({k.MinLength}–{k.MaxLength})"))));
        yield return Of("generation.provider", p.Generation.Provider, "gemini with a key, else offline");
        yield return Of("generation.model", p.Generation.Model, "the provider's default");
        yield return Of("generation.temperature", p.Generation.Temperature, "the model's own");
        yield return Of("generation.thinking", p.Generation.Thinking, "the model's own");
        yield return Of("generation.max_tokens", p.Generation.MaxTokens);
        yield return Of("generation.embedder", p.Generation.Embedder);
        yield return Of("generation.max_tweets_per_request", p.Generation.MaxTweetsPerRequest);
        yield return Of("generation.tier", p.Generation.Tier);
        yield return Limit("quota.max_rpm", p.Quota.MaxRpm, Words.Number(new QuotaLimits().RequestsPerMinute));
        yield return Limit("quota.max_tpm", p.Quota.MaxTpm);
        yield return Limit("quota.max_rpd", p.Quota.MaxRpd);
        yield return new("quota.max_spend_10min", p.Quota.MaxSpend10Min, p.Quota.MaxSpend10Min switch { null => OfTier("none"), 0 => "none", { } usd => Usd(usd) });
        yield return Of("quota.margin_seconds", p.Quota.MarginSeconds);
        yield return new("budget.run", p.Budget.Run, Usd(p.Budget.Run));
        yield return new("budget.day", p.Budget.Day, Usd(p.Budget.Day));
        yield return new("budget.month", p.Budget.Month, Usd(p.Budget.Month));
        yield return new("budget.alert_at", JsonDoc.Array(p.Budget.AlertAt.Select(at => (JsonNode?)at)), List(p.Budget.AlertAt.Select(Words.Percent)));
        yield return Of("budget.webhook", p.Budget.Webhook);
        yield return Of("prompt", p.PromptTemplate == DraftPrompt.DefaultTemplate ? null : $"projects/{p.Slug}/prompt.md", "the built-in one");
        yield return new("as_of", Times.Utc(p.AsOf), p.AsOf?.ToString("u", CultureInfo.InvariantCulture) ?? "now");
    }

    public static JsonObject Json(ProjectConfig project)
    {
        var document = new JsonObject { ["command"] = "project show", ["project"] = project.Slug, ["file"] = project.Path };
        foreach (var setting in Settings(project))
        {
            var path = setting.Key.Split('.');
            var group = document;
            foreach (var name in path[..^1])
            {
                if (group[name] is null) group[name] = new JsonObject();
                group = group[name]!.AsObject();
            }
            group[path[^1]] = setting.Value;
        }
        return document;
    }

    private static Setting Of(string key, JsonNode? value, string ifNone = "none") => new(key, value, value is null ? ifNone : Show(value));

    private static string Show(JsonNode? value) => value switch
    {
        JsonArray items => List(items.Select(Show)),
        JsonObject members => string.Join(" · ", members.Select(member => $"{member.Key} {Show(member.Value)}")),
        _ => $"{value}",
    };

    private static Setting Handles(string key, IEnumerable<string> handles) => new(key, Texts(handles), List(handles.Select(handle => "@" + handle)));

    private static Setting Sentences(string key, IReadOnlyList<string> texts) => new(key, Texts(texts), texts.Count == 0 ? "none" : string.Join(" · ", texts));

    private static Setting Limit(string key, int? limit, string usual = "none") => new(key, limit, limit switch { null => OfTier(usual), 0 => "none", { } some => Words.Number(some) });

    private static string OfTier(string usual) => $"the tier's, else {usual}";

    private static JsonObject Topic(Topic t) => new()
    {
        ["label"] = t.Label,
        ["description"] = t.Description,
        ["exemplars"] = Texts(t.Exemplars),
        ["facts"] = Texts(t.Facts),
    };

    private static JsonObject Kind(SuggestionKind k) => new()
    {
        ["kind"] = k.Name,
        ["instruction"] = k.Instruction,
        ["min_length"] = k.MinLength,
        ["max_length"] = k.MaxLength,
    };

    private static JsonArray Texts(IEnumerable<string> items) => JsonDoc.Array(items.Select(item => (JsonNode?)item));

    private static string Usd(double? usd) => NanoUsd.Of(usd)?.ToString() ?? "none";

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "none";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
