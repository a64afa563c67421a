using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;

namespace ViralTracker.Pipeline.Ports;

public enum CallPurpose
{
    Draft,
    Embed,
}

/// <summary>The life of a row in <c>api_calls</c>.</summary>
public enum CallState
{
    /// <summary>Sent, or about to be; the worst case counts as spent.</summary>
    Reserved,

    /// <summary>Answered; the cost is what the provider said it used.</summary>
    Settled,

    /// <summary>The provider refused it and bills nothing.</summary>
    Refused,

    /// <summary>Sent and never answered: the reservation stays counted.</summary>
    Unknown,
}

/// <summary>How a call ended, in one word for the ledger and the log.</summary>
public enum CallOutcome
{
    Ok,
    Partial,
    Unparsable,
    Truncated,
    Blocked,
    RateLimited,
    DailyQuota,
    ServerError,
    Timeout,
    Network,
    SchemaRefused,
    BadRequest,
    Unauthorized,
    NotFound,

    /// <summary>The account has no money left: no waiting helps.</summary>
    NoCredit,
    Cancelled,
}

/// <summary>A call about to be sent.</summary>
public sealed record NewCall
{
    public required long RunId { get; init; }
    public required string ProjectId { get; init; }
    public required QuotaKey Key { get; init; }
    public required CallPurpose Purpose { get; init; }

    /// <summary>1 for the first try of a pack.</summary>
    public required int Attempt { get; init; }

    /// <summary>Worst case; null when the model has no known price.</summary>
    public required NanoUsd? Reserved { get; init; }

    /// <summary>Estimated input tokens, for the tokens-per-minute window.</summary>
    public required long ReservedTokens { get; init; }

    /// <summary>Input tokens as they usually come out; null for embeddings.</summary>
    public long? TypicalTokens { get; init; }
    public required IReadOnlyList<long> PostIds { get; init; }

    /// <summary>Fences of the owner's leases that the call is sent under: it is refused where one of them is lost.</summary>
    public IReadOnlyDictionary<long, long> Fences { get; init; } = new Dictionary<long, long>();
    public required string PromptHash { get; init; }

    /// <summary>Who sends it: host, process id and process start.</summary>
    public required string Owner { get; init; }
}

/// <summary>How a call ended.</summary>
public sealed record CallSettlement
{
    public required long CallId { get; init; }
    public required CallState State { get; init; }
    public required CallOutcome Outcome { get; init; }
    public TokenUsage? Usage { get; init; }

    /// <summary>Null when unpriced, or when the state is not settled.</summary>
    public NanoUsd? Cost { get; init; }
    public string? ModelVersion { get; init; }
    public string? ResponseId { get; init; }
    public string? FinishReason { get; init; }
    public int? HttpStatus { get; init; }

    /// <summary>The provider's words, shortened, without key or post text.</summary>
    public string? Error { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
    public required TimeSpan Latency { get; init; }

    /// <summary>Time the call waited for quota before it was sent.</summary>
    public TimeSpan QuotaWait { get; init; }

    /// <summary>Posts whose part was whole, whatever the rules said of its drafts.</summary>
    public int PostsAnswered { get; init; }

    /// <summary>Posts of which something is asked once more, whatever the reason.</summary>
    public int PostsAskedAgain { get; init; }
}

public enum DraftState
{
    Offered,
    Rejected,
}

/// <summary>A draft to save. Its text never changes; an edit is a new row that points to it.</summary>
public sealed record NewDraft
{
    public required long PostId { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }
    public required DraftState State { get; init; }

    /// <summary>The rule's name and what it found: why a draft was rejected, or what a person should look at in an offered one.</summary>
    public string? Rule { get; init; }
    public string? RuleDetail { get; init; }

    /// <summary>1 is the best of its post; 0 for a rejected draft.</summary>
    public required int Rank { get; init; }
    public long? AssessmentId { get; init; }
    public required NanoUsd Cost { get; init; }
    public string? ProvenanceJson { get; init; }
}

/// <summary>The call's cost as it falls on one post; a call's shares add up exactly.</summary>
public readonly record struct PostShare(long PostId, NanoUsd Cost);

/// <summary>Everything one answer leaves behind; saved in one transaction.</summary>
public sealed record AnswerToSave
{
    public required string ProjectId { get; init; }
    public required long RunId { get; init; }
    public required CallSettlement Settlement { get; init; }
    public IReadOnlyList<NewDraft> Drafts { get; init; } = [];
    public IReadOnlyList<PostShare> Shares { get; init; } = [];

    /// <summary>Parts to remember by their content, so that the same question is not paid again.</summary>
    public IReadOnlyList<CachedAnswer> Cache { get; init; } = [];

    /// <summary>What a call for embeddings brought.</summary>
    public EmbeddedTexts? Embedded { get; init; }

    /// <summary>Posts the answer settles for good without a draft (blocked, nothing to say).</summary>
    public IReadOnlyList<Core.Scoring.Assessment> Skips { get; init; } = [];

    /// <summary>Fences of the leases under which the posts were drafted: drafts of a post whose fence moved on are refused.</summary>
    public IReadOnlyDictionary<long, long> Fences { get; init; } = new Dictionary<long, long>();
}

/// <summary>Vectors of a model; see <see cref="IEmbeddingStore"/>.</summary>
public sealed record EmbeddedTexts(string Model, IReadOnlyList<EmbeddedText> Texts);

public readonly record struct EmbeddedText(TextKey Key, float[] Vector);

/// <param name="FencedOut">Posts another owner took over meanwhile: their drafts were not saved (the call's cost was).</param>
public sealed record AnswerSaved(IReadOnlyList<long> FencedOut);

/// <summary>Every attempt at drafts or vectors, written before it is sent and settled after; counting tokens is free and leaves no row. Money and quota are questions to it.</summary>
public interface ILedger
{
    /// <summary>
    /// Reads the usage, asks <paramref name="decide"/>, and writes the row if it was granted and no lease is lost: one atomic step across processes.
    /// </summary>
    /// <param name="clock">Read inside the step, after any wait for other writers: the row's time is when the call may really go.</param>
    Task<Reservation> ReserveAsync(NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct);

    /// <summary>Settles a call and saves its drafts or vectors in one transaction. Safe to repeat: a settled call is left as it is.</summary>
    Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct);

    /// <summary>
    /// Turns reserved calls that nobody waits for into unknown; returns how many. These are the calls of owners that are gone, and, for
    /// owners of whom nobody here can tell (on another host, in a container), those older than 15 minutes whose owner has no live lease.
    /// </summary>
    Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset now, CancellationToken ct);

    /// <summary>The newest answered draft calls of a model over all keys, newest first; of one project, or null for all.</summary>
    Task<IReadOnlyList<PastCall>> HistoryAsync(string provider, string model, string? projectId, int count, CancellationToken ct);

    /// <summary>Usage without reserving, for forecasts and status.</summary>
    Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct);

    /// <summary>What a run's calls of one purpose came to so far.</summary>
    Task<RunCost> CostAsync(long runId, CallPurpose purpose, CancellationToken ct);
}

/// <param name="Calls">All that were sent.</param>
/// <param name="Cost">Of settled calls.</param>
/// <param name="Unknown">Reserved for calls that were sent and never answered.</param>
/// <param name="Unpriced">Answered calls without a known price.</param>
public readonly record struct RunCost(int Calls, NanoUsd Cost, NanoUsd Unknown, int Unpriced)
{
    /// <summary><see cref="Cost"/>; null where no call has a known price.</summary>
    public NanoUsd? Known => Cost.UnlessOnlyUnpriced(Unpriced);
}

/// <summary>An answered call, for learning how a model fares.</summary>
/// <param name="Posts">Posts asked.</param>
/// <param name="Answered">Posts whose part was whole: what the others lack, fewer posts a request may cure.</param>
/// <param name="AskedAgain">Posts of which something was asked once more, for rejected drafts too.</param>
/// <param name="TypicalTokens">Input tokens as they usually come out, estimated before it was sent; null where an earlier version sent it.</param>
/// <param name="ModelVersion">The version that answered; null where the provider named none.</param>
/// <param name="Blocked">The provider blocked it.</param>
public sealed record PastCall(
    int Posts, int Answered, int AskedAgain, TimeSpan Latency, long? TypicalTokens, TokenUsage Tokens, string? ModelVersion = null, bool Blocked = false);

/// <summary>What came of asking for a call.</summary>
/// <param name="CallId">Set when <paramref name="Decision"/> grants.</param>
public readonly record struct Reservation(ReserveDecision Decision, long? CallId);
