namespace ViralTracker.GeminiStandIn;

/// <summary>USD per million tokens; cached input costs a tenth of <paramref name="Input"/>.</summary>
public sealed record Price(decimal Input, decimal Output);

/// <summary>How the stand-in behaves. Everything it draws is drawn from <see cref="Seed"/> and the request's index.</summary>
public sealed record StandInOptions
{
    public const string DefaultKey = "stand-in-key";

    /// <summary>0: any free port of the loopback interface.</summary>
    public int Port { get; init; }

    /// <summary>Another key is answered as invalid; null: every key is taken.</summary>
    public string? Key { get; init; } = DefaultKey;
    public int Seed { get; init; } = 1;

    /// <summary>Per key and model, in any 60 s; null: no limit. A refused request uses up nothing.</summary>
    public int? RequestsPerMinute { get; init; }
    public int? TokensPerMinute { get; init; }

    /// <summary>Since the start; null: no limit.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>An answer takes Latency + posts × LatencyPerPost, then ± that times LatencyJitter (0..1).</summary>
    public TimeSpan Latency { get; init; }
    public TimeSpan LatencyPerPost { get; init; }
    public double LatencyJitter { get; init; }

    /// <summary>Share of draft requests that show the fault, 0..1; a request shows at most one.</summary>
    public IReadOnlyDictionary<Fault, double> FaultRates { get; init; } = new Dictionary<Fault, double>();

    /// <summary>Faults of the first draft requests in order of arrival, null for a good answer; goes before everything else.</summary>
    public IReadOnlyList<Fault?> Script { get; init; } = [];

    /// <summary>The same for embedding requests; only faults that are answered with an error.</summary>
    public IReadOnlyList<Fault?> EmbeddingScript { get; init; } = [];

    /// <summary>A pack with a post that contains the word shows the fault.</summary>
    public IReadOnlyDictionary<string, Fault> Markers { get; init; } = new Dictionary<string, Fault>();

    /// <summary>Share of posts, chosen by their text, that block any prompt they are in.</summary>
    public double BlockedPostShare { get; init; }

    /// <summary>Whether a post of that text is one of them.</summary>
    public bool Blocks(string text) => Hashing.Share(text, Seed) < BlockedPostShare;

    /// <summary>What the model writes for a post whose instructions it obeys: post text → every draft; null for a normal draft.</summary>
    public Func<string, string?>? Obedient { get; init; }

    /// <summary>What one post of a request demands is done for every post of it that demands nothing itself.</summary>
    public bool ObedientForAll { get; init; }

    /// <summary>Each draft holds <see cref="DraftText.WordOf"/> of its own post.</summary>
    public bool EchoWord { get; init; } = true;

    /// <summary>Thinking tokens billed for each post.</summary>
    public int ThoughtTokensPerPost { get; init; }

    /// <summary>Model asked for → model version that answers; others answer as themselves.</summary>
    public IReadOnlyDictionary<string, string> ModelVersions { get; init; } = new Dictionary<string, string>
    {
        ["gemini-flash-latest"] = "gemini-3.6-flash",
        ["gemini-flash-lite-latest"] = "gemini-3.5-flash-lite",
    };

    /// <summary>By model version; an unlisted one is not found.</summary>
    public IReadOnlyDictionary<string, Price> Prices { get; init; } = new Dictionary<string, Price>
    {
        ["gemini-3.8-flash"] = new(0.75m, 3.75m),
        ["gemini-3.6-flash"] = new(1.50m, 7.50m),
        ["gemini-3.5-flash"] = new(1.50m, 9.00m),
        ["gemini-3.5-flash-lite"] = new(0.30m, 2.50m),
        ["gemini-2.5-flash"] = new(0.30m, 2.50m),
        ["gemini-embedding-2"] = new(0.20m, 0m),
        ["gpt-5-mini"] = new(0.25m, 2.00m),
    };

    public int EmbeddingDimensions { get; init; } = 64;
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
