namespace ViralTracker.GeminiStandIn;

/// <summary>What the stand-in can do wrong on purpose.</summary>
public enum Fault
{
    /// <summary>429 with the quota's id, its value (1,000 a minute), and a delay of 1 s.</summary>
    RateLimited,

    /// <summary>429 without details.</summary>
    RateLimitedBare,

    /// <summary>429 whose details hold only Help, the delay only in the message.</summary>
    RateLimitedHelpOnly,

    /// <summary>429 with a delay of six hours.</summary>
    RateLimitedForLong,

    /// <summary>429 of a PerDay quota together with a delay of 1 s.</summary>
    DailyQuota,

    /// <summary>429 of a PerDay quota without any delay.</summary>
    DailyQuotaFinal,

    /// <summary>500 INTERNAL.</summary>
    InternalError,

    /// <summary>403: the key may not do this.</summary>
    Forbidden,

    /// <summary>400 that blames neither key nor schema.</summary>
    InvalidRequest,

    /// <summary>503 UNAVAILABLE.</summary>
    Unavailable,

    /// <summary>502 with a proxy's HTML page; nothing is billed.</summary>
    BadGateway,

    /// <summary>The connection is reset; nothing is billed.</summary>
    ResetBeforeBilling,

    /// <summary>The model works, the call is billed, then the connection is reset.</summary>
    ResetAfterBilling,

    /// <summary>Never answers; nothing is billed.</summary>
    Hang,

    /// <summary>200 with a body cut in the middle; billed.</summary>
    MalformedBody,

    /// <summary>200 with a body that its header calls gzip and that is none; billed.</summary>
    BrokenGzip,

    /// <summary>The same with Brotli.</summary>
    BrokenBrotli,

    /// <summary>A proper answer whose text is no JSON.</summary>
    MalformedAnswer,

    /// <summary>The answer's text stands in a ```json fence.</summary>
    FencedAnswer,

    /// <summary>MAX_TOKENS in the middle of the text.</summary>
    TruncatedAnswer,

    /// <summary>STOP without parts.</summary>
    EmptyAnswer,

    /// <summary>One post of the pack is left out.</summary>
    MissingItem,

    /// <summary>One post of the pack comes twice, the second time with other drafts.</summary>
    RepeatedItem,

    /// <summary>One post of the pack comes under an id nobody asked for.</summary>
    UnknownId,

    /// <summary>One draft is null.</summary>
    NullField,

    /// <summary>One post's drafts are far too long.</summary>
    OverlongItem,

    /// <summary>promptFeedback.blockReason, no candidates; the prompt is billed.</summary>
    PromptBlocked,

    /// <summary>finishReason SAFETY without text; billed.</summary>
    AnswerBlocked,

    /// <summary>totalTokenCount is 7 above the sum of its parts; the parts are billed.</summary>
    TotalDiffers,

    /// <summary>400 where the schema bounds array lengths; else no fault.</summary>
    SchemaRefusedByBounds,

    /// <summary>400 where the schema has an enum; else no fault.</summary>
    SchemaRefusedByEnum,

    /// <summary>400 for any schema; else no fault.</summary>
    SchemaRefused,

    /// <summary>400 for a request that asks for any JSON object (OpenAI's json_object); else no fault.</summary>
    FormatRefused,

    /// <summary>400 for both: a server that knows no structured output.</summary>
    AnyFormatRefused,

    /// <summary>One vector too few for an embedding request.</summary>
    MissingVector,
}
