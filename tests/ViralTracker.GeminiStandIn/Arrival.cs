namespace ViralTracker.GeminiStandIn;

/// <summary>One request as it arrived, and what became of it.</summary>
public sealed record Arrival
{
    /// <summary>Its place in the order of arrival, over all endpoints.</summary>
    public required int Index { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Monotonic time since the server started.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>generateContent, countTokens, batchEmbedContents or chat.</summary>
    public required string Action { get; init; }

    /// <summary>Path and query as sent: a key must never be in it.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>First 8 hex digits of the key's SHA-256; empty without a key.</summary>
    public required string KeyHash { get; init; }
    public string Model { get; init; } = "";

    /// <summary>Ids of the posts in the prompt.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];
    public int PromptTokens { get; init; }

    /// <summary>The prompt's two texts as they came over the wire.</summary>
    public string System { get; init; } = "";
    public string User { get; init; } = "";

    /// <summary>How long to think, as asked; null where nothing was said.</summary>
    public string? Thinking { get; init; }
    public Fault? Fault { get; init; }

    /// <summary>The HTTP status sent; 0 where the connection was dropped, null while it is open.</summary>
    public int? Status { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}
