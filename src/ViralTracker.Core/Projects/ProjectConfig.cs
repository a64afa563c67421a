using System.Collections.Immutable;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Core.Projects;

/// <summary>A project's <c>finder.yml</c>, validated.</summary>
public sealed record ProjectConfig
{
    public required string Slug { get; init; }

    /// <summary>Path of the file it came from, for messages.</summary>
    public required string Path { get; init; }
    public string? Name { get; init; }
    public ImmutableArray<Topic> Taxonomy { get; init; } = [];
    public Voice Voice { get; init; } = new();

    /// <summary>The project's own prompt, else the product's.</summary>
    public string PromptTemplate { get => field ?? DraftPrompt.DefaultTemplate; init; }
    public SourceLists Sources { get; init; } = new();

    /// <summary>Languages answered, as lower-case primary subtags (<c>en</c>).</summary>
    public ImmutableArray<string> Languages { get; init; } = ["en"];

    /// <summary><c>calibrated</c> or <c>classic</c>, the reference's formulas.</summary>
    public string Scoring { get; init; } = PostScorer.Calibrated;

    /// <summary>Handles one posts as; their posts are never answered.</summary>
    public ImmutableArray<string> AccountHandles { get; init; } = [];

    /// <summary>The account one posts as, by its first handle. Projects that name none share one: that errs on the side of fewer answers to an author.</summary>
    public string AccountId => AccountHandles.IsEmpty ? "default" : Handles.Key(AccountHandles[0]);

    /// <summary>Hours in which an author gets at most one answer from the account; 0: no such rule.</summary>
    public double CooldownHours { get; init; } = 24;
    public AuthorBand AuthorBand { get; init; } = new();

    /// <summary>Age at which a post usually has half of its engagement.</summary>
    public double HalfLifeMinutes { get; init; } = 80;

    /// <summary>Words and phrases of subjects on which a reply for a project is out of place; null is the built-in list and rules.</summary>
    public ImmutableArray<string>? SensitiveSubjects { get; init; }

    /// <summary>Where not given: what suits the scorer.</summary>
    public ScoreWeights Weights { get => field ?? (Scoring == PostScorer.Classic ? new() : ScoreWeights.Calibrated); init; }
    public ScoreThresholds Thresholds { get => field ?? (Scoring == PostScorer.Classic ? new() : ScoreThresholds.Calibrated); init; }
    public ImmutableArray<SuggestionKind> Suggestions { get; init; } = SuggestionKind.Defaults;
    public GenerationOptions Generation { get; init; } = new();
    public QuotaConfig Quota { get; init; } = new();
    public BudgetConfig Budget { get; init; } = new();

    /// <summary>Runs select, score and age posts as of this moment; null: the real time. For demos and replays.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

public sealed record Topic
{
    public required string Label { get; init; }
    public string Description { get; init; } = "";
    public ImmutableArray<string> Exemplars { get; init; } = [];

    /// <summary>What drafts on this topic may state.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];
}

public sealed record Voice
{
    public string Persona { get; init; } = "";
    public ImmutableArray<string> Constraints { get; init; } = [];
    public ImmutableArray<string> GoodExamples { get; init; } = [];
    public ImmutableArray<string> BadExamples { get; init; } = [];

    /// <summary>File of the person's own best replies, relative to the project's folder; null: none.</summary>
    public string? RepliesFile { get; init; }

    /// <summary>What that file holds.</summary>
    public ImmutableArray<OwnReply> Replies { get; init; } = [];
    public bool AllowProfanity { get; init; }
}

/// <summary>Handles without @, compared ignoring case; keywords compared as words after normalisation.</summary>
public sealed record SourceLists
{
    public ImmutableArray<string> WhitelistHandles { get; init; } = [];
    public ImmutableArray<string> BlacklistHandles { get; init; } = [];
    public ImmutableArray<string> BlacklistKeywords { get; init; } = [];
}

/// <summary>Authors of this reach are worth the most; outside the band an author counts half as much for each factor of ten.</summary>
public sealed record AuthorBand
{
    public int MinFollowers { get; init; } = 1_000;
    public int MaxFollowers { get; init; } = 100_000;
}

/// <summary>Shares of the total score, each 0..1, adding up to 1. The defaults are the reference's, for the classic scorer.</summary>
public sealed record ScoreWeights
{
    /// <summary>For the calibrated scorer, chosen on the tune half of the labels (`bench/judgement`).</summary>
    public static ScoreWeights Calibrated { get; } = new() { Velocity = 0.15, Relevance = 0.40, Openness = 0.35, AuthorQuality = 0.10 };

    public double Velocity { get; init; } = 0.35;
    public double Relevance { get; init; } = 0.35;
    public double Openness { get; init; } = 0.20;
    public double AuthorQuality { get; init; } = 0.10;
}

/// <summary>A total at or above <see cref="GreenMin"/> is green, at or above <see cref="YellowMin"/> yellow, else red. The defaults are the reference's.</summary>
public sealed record ScoreThresholds
{
    /// <summary>For the calibrated scorer: about a tenth of real posts green, a quarter yellow (`bench/judgement`).</summary>
    public static ScoreThresholds Calibrated { get; } = new() { GreenMin = 0.48, YellowMin = 0.30 };

    public double GreenMin { get; init; } = 0.72;
    public double YellowMin { get; init; } = 0.55;
}

/// <summary>One kind of draft asked for each post, with its length limits in characters.</summary>
public sealed record SuggestionKind(string Name, string Instruction, int MinLength = 30, int MaxLength = 120)
{
    /// <summary>Characters of the longest post X takes.</summary>
    public const int LongestPost = 25_000;

    public static ImmutableArray<SuggestionKind> Defaults { get; } =
    [
        new("add_value", "Add one specific, useful insight, fact or piece of experience the post does not have."),
        new("ask_question", "Ask one sincere, specific question that moves the conversation on."),
        new("mirror_reframe", "Acknowledge the point in a few words and offer a fresh angle on it."),
    ];

    /// <summary>The kinds that a project may ask for by name alone.</summary>
    public static ImmutableArray<SuggestionKind> BuiltIn { get; } =
    [
        .. Defaults,
        new("funny", "Make one light, kind joke that fits the post and is at nobody's expense.", 40, 200),
        new("debate", "Disagree politely with one point and give one concrete reason.", 40, 200),
        new("relate", "Show in one sentence that you know this situation, without inventing a story.", 40, 200),
    ];

    /// <summary>Sets of kinds that a project may ask for by one name.</summary>
    public static ImmutableArray<KindSet> Presets { get; } =
    [
        new("five", [.. new[] { "add_value", "ask_question", "funny", "debate", "relate" }.Select(name => BuiltIn.Single(k => k.Name == name) with { MinLength = 40, MaxLength = 200 })]),
        new("three", Defaults),
    ];
}

/// <summary>Kinds of drafts by one name.</summary>
public sealed record KindSet(string Name, ImmutableArray<SuggestionKind> Kinds);

public sealed record GenerationOptions
{
    /// <summary><c>gemini</c>, <c>openai</c> or <c>offline</c>; null: gemini where a key is set, else offline.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider's model id, without a <c>models/</c> prefix; null: the provider's default.</summary>
    public string? Model { get; init; }

    /// <summary>Sent only where the project sets it: newer models deprecate it.</summary>
    public double? Temperature { get; init; }

    /// <summary>How long the model thinks before it answers: <c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c> or a number of tokens; null: as it does by itself.</summary>
    public string? Thinking { get; init; }

    /// <summary>Bound in tokens for one draft; a request's limit adds posts × kinds and room for thinking.</summary>
    public int MaxTokens { get; init; } = 80;

    /// <summary>Embedding model: <c>local</c> (the embedded one) or <c>gemini</c>.</summary>
    public string Embedder { get; init; } = "local";

    /// <summary>Most posts in one request when the pack size is chosen automatically.</summary>
    public int MaxTweetsPerRequest { get; init; } = 20;

    /// <summary>The key's tier with Gemini: gives the quotas known for it and the model.</summary>
    public string? Tier { get; init; }
}
