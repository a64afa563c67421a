using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Models;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.OpenAi;
using ViralTracker.Adapters.Projects.Keys;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Adapters.Projects;

/// <summary>
/// Every key of finder.yml: name, allowed values, meaning, and where it goes. The loader, the JSON Schema and the reference
/// page all follow from here, so a new key is one property in <see cref="ProjectConfig"/> and one <c>Key</c> here; what <c>project show</c> says of it stands with its screen.
/// </summary>
internal static class FinderKeys
{
    private static readonly ListType<string> Texts = new(Scalars.Text, "texts");

    private static readonly ListType<string> Handles = new(Scalars.Handle, "handles, with or without @");

    private static readonly ScalarType<int> Followers = Scalars.Integer(0, int.MaxValue);

    private static readonly ScalarType<double> Share = Scalars.Number(0, 1);

    private static readonly Section<Topic> TopicKeys = new Section<Topic>(new Topic { Label = "" })
        .Key("label", Scalars.Text, "Short name, shown with each post that matches.",
            t => t.Label, (t, v) => t with { Label = v }, required: true)
        .Key("description", Scalars.Text, "What posts on this topic are about, in a sentence or two.",
            t => t.Description, (t, v) => t with { Description = v })
        .Key("exemplars", Texts, "Posts as people write them on this topic; three to ten make matching much better.",
            t => Show(t.Exemplars), (t, v) => t with { Exemplars = v })
        .Key("facts", Texts, "What drafts on this topic may state. Numbers and names come only from here, from the voice and from the post.",
            t => Show(t.Facts), (t, v) => t with { Facts = v });

    private static readonly Section<Voice> ExampleKeys = new Section<Voice>(new Voice())
        .Key("good", Texts, "Replies you would send.", v => Show(v.GoodExamples), (v, texts) => v with { GoodExamples = texts })
        .Key("bad", Texts, "Replies you would never send.", v => Show(v.BadExamples), (v, texts) => v with { BadExamples = texts });

    private static readonly Section<Voice> VoiceKeys = new Section<Voice>(new Voice(), "give at least 'persona'")
        .Key("persona", Scalars.Text, "Who is speaking, and how.", v => v.Persona, (v, text) => v with { Persona = text })
        .Key("constraints", Texts, "Rules for every draft.", v => Show(v.Constraints), (v, texts) => v with { Constraints = texts })
        .Group("examples", ExampleKeys, "Replies that show the voice.", v => v, (_, v) => v)
        .Key("replies_file", Scalars.Text, "File with your own best replies, relative to the project's folder. Up to eight that are closest to a post go with it into the prompt.",
            v => v.RepliesFile, (v, file) => v with { RepliesFile = file })
        .Key("allow_profanity", Scalars.Bool, "Whether drafts may swear.", v => v.AllowProfanity, (v, allowed) => v with { AllowProfanity = allowed });

    private static readonly Section<SourceLists> SourceKeys = new Section<SourceLists>(new SourceLists())
        .Key("whitelist_handles", Handles, "Authors worth answering: their author quality is at least 0.9.",
            s => Show(s.WhitelistHandles), (s, v) => s with { WhitelistHandles = v })
        .Key("blacklist_handles", Handles, "Authors never answered.",
            s => Show(s.BlacklistHandles), (s, v) => s with { BlacklistHandles = v })
        .Key("blacklist_keywords", Texts, "Words and phrases; a post that contains one is never answered.",
            s => Show(s.BlacklistKeywords), (s, v) => s with { BlacklistKeywords = v });

    private static readonly Section<ProjectConfig> AccountKeys = new Section<ProjectConfig>(new ProjectConfig { Slug = "", Path = "" })
        .Key("handles", Handles, "Handles you post as; your own posts are never answered. Projects with the same first handle, or with none, are one account: a post that one of them answered is not answered by another.",
            c => Show(c.AccountHandles), (c, v) => c with { AccountHandles = v })
        .Key("cooldown_hours", Scalars.Number(0, 24 * 365), "An author gets at most one answer within this many hours; 0 for no limit.",
            c => c.CooldownHours, (c, v) => c with { CooldownHours = v });

    private static readonly Section<AuthorBand> AuthorKeys = new Section<AuthorBand>(new AuthorBand())
        .Key("min_followers", Followers, "Authors with fewer followers count less: half as much for each factor of ten.", b => b.MinFollowers, (b, v) => b with { MinFollowers = v })
        .Key("max_followers", Followers, "Authors with more followers count less, in the same way: among millions a reply is lost.",
            b => b.MaxFollowers, (b, v) => b with { MaxFollowers = v })
        .Rule((b, _) => b.MinFollowers <= b.MaxFollowers ? null : string.Create(CultureInfo.InvariantCulture,
            $"min_followers {b.MinFollowers} is above max_followers {b.MaxFollowers}"));

    private static readonly Section<ScoreWeights> WeightKeys = new Section<ScoreWeights>(ScoreWeights.Calibrated)
        .Key("velocity", Share, "How fast a post gathers engagement.", w => w.Velocity, (w, v) => w with { Velocity = v })
        .Key("relevance", Share, "How well it matches a topic. With scoring: calibrated the other three count only as far as the post is on a topic and leaves something to answer.", w => w.Relevance, (w, v) => w with { Relevance = v })
        .Key("openness", Share, "Whether it asks for an answer.", w => w.Openness, (w, v) => w with { Openness = v })
        .Key("author_quality", Share, "Who wrote it.", w => w.AuthorQuality, (w, v) => w with { AuthorQuality = v })
        .Rule(WeightsAddUp);

    private static readonly Section<ScoreThresholds> ThresholdKeys = new Section<ScoreThresholds>(ScoreThresholds.Calibrated)
        .Key("green_min", Share, "Lowest total of a green post.", t => t.GreenMin, (t, v) => t with { GreenMin = v })
        .Key("yellow_min", Share, "Lowest total of a yellow post.", t => t.YellowMin, (t, v) => t with { YellowMin = v })
        .Rule((t, given) => t.YellowMin <= t.GreenMin ? null : string.Create(CultureInfo.InvariantCulture,
            $"yellow_min {t.YellowMin}{Origin(given, "yellow_min")} is above green_min {t.GreenMin}{Origin(given, "green_min")}"));

    private static readonly Section<GenerationOptions> GenerationKeys = new Section<GenerationOptions>(new GenerationOptions())
        .Key("provider", Scalars.Choice(ProviderNames.All), "Who drafts.",
            g => g.Provider, (g, v) => g with { Provider = v }, inWords: "gemini if its key is set, else offline")
        .Key("model", Scalars.Model, "The provider's model.",
            g => g.Model, (g, v) => g with { Model = v }, inWords: $"{GeminiOptions.DefaultModel} for gemini, {OpenAiOptions.DefaultModel} for openai")
        .Key("temperature", Scalars.Number(0, 2), "Sent only if given; newer models deprecate it.",
            g => g.Temperature, (g, v) => g with { Temperature = v }, inWords: "the model's own")
        .Key("thinking", Scalars.Thinking, "How long the model thinks before it answers, which is billed as output: a level, or a number of tokens where the model takes one (never with openai). Sent only if given.",
            g => g.Thinking, (g, v) => g with { Thinking = v }, inWords: "the model's own")
        .Key("max_tokens", Scalars.Integer(16, 65_536), "Most tokens of one draft; a request's limit is this × posts × kinds, plus room for thinking.",
            g => g.MaxTokens, (g, v) => g with { MaxTokens = v })
        .Key("embedder", Scalars.Choice("local", ProviderNames.Gemini), "What turns posts into vectors; local is built in and free. gemini is paid once for each text, by score and forecast too; runs at once embed in turns.",
            g => g.Embedder, (g, v) => g with { Embedder = v })
        .Key("max_tweets_per_request", Scalars.Integer(1, 100), "Most posts in one request.",
            g => g.MaxTweetsPerRequest, (g, v) => g with { MaxTweetsPerRequest = v })
        .Key("tier", Scalars.Choice("free", "tier1", "tier2", "tier3"), "The Gemini key's tier. Where 'quota' sets none, the quotas known for it apply: of the free tier those of gemini-3.5-flash-lite and of gemini-3.x-flash, of the others the spend in ten minutes. Nothing is assumed of other models of the free tier, or of other providers.",
            g => g.Tier, (g, v) => g with { Tier = v });

    private static readonly ScalarType<double> Dollars = Scalars.Number(0, 1_000_000);

    private static readonly Section<QuotaConfig> QuotaKeys = new Section<QuotaConfig>(new QuotaConfig())
        .Key("max_rpm", Scalars.Integer(0, 1_000_000), "Requests per minute; 0 for no limit. Of runs that wait for one quota the one served least goes first, for which each waits up to 0.2 seconds more.",
            q => q.MaxRpm, (q, v) => q with { MaxRpm = v }, inWords: "the tier's, else 15")
        .Key("max_tpm", Scalars.Integer(0, int.MaxValue), "Input tokens per minute; 0 for no limit.",
            q => q.MaxTpm, (q, v) => q with { MaxTpm = v }, inWords: "the tier's, else no limit")
        .Key("max_rpd", Scalars.Integer(0, int.MaxValue), "Requests per day (reset at midnight Pacific); 0 for no limit.",
            q => q.MaxRpd, (q, v) => q with { MaxRpd = v }, inWords: "the tier's, else no limit")
        .Key("max_spend_10min", Dollars, "USD in any ten minutes; 0 for no limit.",
            q => q.MaxSpend10Min, (q, v) => q with { MaxSpend10Min = v }, inWords: "the tier's, else no limit")
        .Key("margin_seconds", Scalars.Number(0, 30), "How much longer than a minute requests and tokens count: what is sent 60 seconds apart may reach the provider within less, where the way there, or a busy machine, held up the first one longer. Raise it if the provider answers 'too many requests' all the same. Projects of one key each wait by their own, so set it alike.",
            q => q.MarginSeconds, (q, v) => q with { MarginSeconds = v });

    private static readonly Section<BudgetConfig> BudgetKeys = new Section<BudgetConfig>(new BudgetConfig())
        .Key("run", Dollars, "USD one run may spend at most.", b => b.Run, (b, v) => b with { Run = v })
        .Key("day", Dollars, "USD the project may spend per day.", b => b.Day, (b, v) => b with { Day = v })
        .Key("month", Dollars, "USD the project may spend per month.", b => b.Month, (b, v) => b with { Month = v })
        .Key("alert_at", new ListType<double>(Share, "shares from 0 to 1"), "Shares of a budget at which you get an alert.",
            b => new JsonArray([.. b.AlertAt.Select(a => (JsonNode)a)]), (b, v) => b with { AlertAt = v.Sort() })
        .Key("webhook", Scalars.WebAddress, "Alerts are also sent to this address, as JSON, without keys or post text.",
            b => b.Webhook, (b, v) => b with { Webhook = v });

    public static Section<ProjectConfig> Root { get; } = new Section<ProjectConfig>(
            new ProjectConfig { Slug = "", Path = "" }, "give at least 'taxonomy' and 'voice'")
        .Key("name", Scalars.Text, "The project's name for people.", c => c.Name, (c, v) => c with { Name = v }, inWords: "the folder's name")
        .Key("taxonomy", new ListType<Topic>(TopicKeys, "topics (label, description, exemplars, facts)", nameOf: t => t.Label),
            "What the project is about; posts are matched against each topic.", _ => null, (c, v) => c with { Taxonomy = v })
        .Group("voice", VoiceKeys, "How drafts should sound.", c => c.Voice, (c, v) => c with { Voice = v })
        .Group("sources", SourceKeys, "Authors and words to prefer or leave out.", c => c.Sources, (c, v) => c with { Sources = v })
        .Key("languages", new ListType<string>(Scalars.Language, "language tags such as en or pt-BR", minItems: 1),
            "Languages answered; the region is ignored.", c => Show(c.Languages), (c, v) => c with { Languages = v })
        .Group("account", AccountKeys, "The account you post as.", c => c, (_, c) => c)
        .Key("sensitive_subjects", Texts, "Words and phrases of subjects where a reply would be out of place. Replaces the built-in list and rules about death, grave illness, disaster and crime; [] for none.",
            _ => null, (c, v) => c with { SensitiveSubjects = v }, inWords: "the built-in list")
        .Key("scoring", Scalars.Choice(PostScorer.Calibrated, PostScorer.Classic), "How posts are scored: calibrated on real posts, or classic, the formulas of this program's predecessor with its weights and thresholds.",
            c => c.Scoring, (c, v) => c with { Scoring = v })
        .Key("half_life_minutes", Scalars.Number(1, 10_080), "Age at which a post on your network usually has got half of its engagement.",
            c => c.HalfLifeMinutes, (c, v) => c with { HalfLifeMinutes = v })
        .Group("authors", AuthorKeys, "The reach of authors worth answering.", c => c.AuthorBand, (c, v) => c with { AuthorBand = v })
        .Group("weights", WeightKeys, "Shares of the total score; the four add up to 1. With scoring: classic the defaults are 0.35, 0.35, 0.2 and 0.1.", c => c.Weights, (c, v) => c with { Weights = v })
        .Group("thresholds", ThresholdKeys, "Totals from which a post is green or yellow. With scoring: classic the defaults are 0.72 and 0.55.", c => c.Thresholds, (c, v) => c with { Thresholds = v })
        .Key("suggestions", new SuggestionsType(), "Kinds of drafts to write for each post. The preset five is add_value, ask_question, funny, debate, relate.",
            c => Show([.. c.Suggestions.Select(k => k.Name)]), (c, v) => c with { Suggestions = v })
        .Group("generation", GenerationKeys, "Which model drafts, and how.", c => c.Generation, (c, v) => c with { Generation = v })
        .Group("quota", QuotaKeys, "What the provider allows this key and model, over all projects; an alias shares with the model that answers it.", c => c.Quota, (c, v) => c with { Quota = v })
        .Group("budget", BudgetKeys, "What the project may spend.", c => c.Budget, (c, v) => c with { Budget = v })
        .Key("as_of", Scalars.Instant, "Runs select and score posts as if it were this time; UTC unless a zone is given. For demos and replays.",
            _ => null, (c, v) => c with { AsOf = v });

    private static string? WeightsAddUp(ScoreWeights weights, IReadOnlySet<string> given)
    {
        (string Name, double Value)[] shares =
        [
            ("velocity", weights.Velocity), ("relevance", weights.Relevance),
            ("openness", weights.Openness), ("author_quality", weights.AuthorQuality),
        ];
        var sum = shares.Sum(s => s.Value);
        if (Math.Abs(sum - 1) <= 0.001)
            return null;
        var parts = shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.Value}{Origin(given, s.Name)}"));
        return string.Create(CultureInfo.InvariantCulture, $"add up to {sum:0.###}, not 1: {string.Join(", ", parts)}");
    }

    private static string Origin(IReadOnlySet<string> given, string key) => given.Contains(key) ? "" : " (default)";

    private static JsonArray Show(ImmutableArray<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
