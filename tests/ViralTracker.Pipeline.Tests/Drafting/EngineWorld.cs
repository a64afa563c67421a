using Microsoft.Extensions.AI;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>The engine with a provider that is a function of the posts asked for, and a store that remembers nothing but how calls ended.</summary>
internal sealed class EngineWorld(Func<string, Task<ChatResponse>> provider, TimeProvider time) : IChatClient, ILedger, ILeaseStore, IModelNotes, IAnswerCache, IDraftObserver
{
    private readonly Lock _lock = new();
    private readonly List<CallSettlement> _settled = [];
    private readonly List<SentCall> _sent = [];
    private readonly List<DraftEvent> _events = [];
    private readonly List<CachedAnswer> _remembered = [];
    private readonly List<Assessment> _skips = [];

    /// <summary>Calls that ended, in order.</summary>
    public IReadOnlyList<CallSettlement> Settled => _settled;

    public IReadOnlyList<DraftEvent> Events => _events;

    /// <summary>Answers that no later run would pay for again.</summary>
    public IReadOnlyList<CachedAnswer> Remembered => _remembered;

    /// <summary>What posts that ended without a draft keep.</summary>
    public IReadOnlyList<Assessment> Skips => _skips;

    /// <summary>By default every draft passes.</summary>
    public DraftCheck Check { get; init; } = _ => (_, _) => default;

    /// <summary>Another run sent a call just now.</summary>
    public void OtherRunSent() => _sent.Add(new SentCall(_sent.Count + 1, time.GetUtcNow(), 1));

    /// <summary>Drafts posts 1, 2, … in requests of one.</summary>
    public Task<DraftReport> DraftAsync(int posts, int atOnce, QuotaLimits? quota = null, bool offline = false) => DraftEngine.RunAsync(
        new DraftSetup
        {
            Project = Samples.Project,
            Model = Samples.Model with { Client = this, Offline = offline },
            Options = new DraftOptions { Concurrency = atOnce, TweetsPerRequest = 1, Quota = quota ?? QuotaLimits.None },
            Calls = new CallSetup
            {
                ProjectId = Samples.Project.Slug,
                RunId = 1,
                AsOf = Samples.Now,
                Ledger = this,
                Notes = this,
                Budgets = new BudgetWatch(new BudgetLimits(), []),
                Clock = new RunClock(time),
                Random = new Random(1),
                Owner = "this",
                OwnerIsGone = _ => false,
                BudgetZone = TimeZoneInfo.Utc,
            },
            Leases = this,
            Posts = null!,
            Runs = null!,
            Answers = this,
            Check = Check,
            Observer = this,
        },
        [.. Enumerable.Range(1, posts).Select(i => Samples.Task(i))], CancellationToken.None);

    /// <summary>An answer to a request of one post.</summary>
    public static ChatResponse Answer() => Samples.Answer("""{"posts":[{"id":"p1","a":"A draft of its own.","b":"Is it a question?"}]}""");

    public static ModelCallException TooMany(TimeSpan? retryAfter = null) => new(CallOutcome.RateLimited, "Too many requests.") { HttpStatus = 429, RetryAfter = retryAfter };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        provider(messages.Last().Text);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    public Task<Reservation> ReserveAsync(NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct) =>
        Task.FromResult(Reserve(decide, clock()));

    public Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct)
    {
        lock (_lock)
        {
            _settled.Add(answer.Settlement);
            _remembered.AddRange(answer.Cache);
            _skips.AddRange(answer.Skips);
        }
        return Task.FromResult(new AnswerSaved([]));
    }

    public Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset now, CancellationToken ct) => Task.FromResult(0);

    public Task<IReadOnlyList<PastCall>> HistoryAsync(string provider, string model, string? projectId, int count, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PastCall>>([]);

    public Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct) => Task.FromResult(Nothing);

    public Task<RunCost> CostAsync(long runId, CallPurpose purpose, CancellationToken ct) => Task.FromResult(default(RunCost));

    public Task<IReadOnlyDictionary<long, long>> AcquireAsync(string projectId, IReadOnlyList<long> postIds, string owner, DateTimeOffset now, DateTimeOffset expiresAt, bool includeHandled, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task RenewAsync(string owner, DateTimeOffset expiresAt, CancellationToken ct) => Task.CompletedTask;

    public Task ReleaseAsync(string projectId, IReadOnlyList<long> postIds, string owner, CancellationToken ct) => Task.CompletedTask;

    public Task<int> FreeAsync(Func<string, bool> ownerIsGone, CancellationToken ct) => Task.FromResult(0);

    public Task<IReadOnlyList<ModelNote>> GetAsync(string provider, string model, string name, CancellationToken ct) => Task.FromResult<IReadOnlyList<ModelNote>>([]);

    public Task RaiseAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) => Task.CompletedTask;

    public Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, CachedAnswer>> GetAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, CachedAnswer>>(new Dictionary<string, CachedAnswer>());

    public void On(DraftEvent happened)
    {
        lock (_lock) _events.Add(happened);
    }

    private Reservation Reserve(Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, DateTimeOffset now)
    {
        lock (_lock)
        {
            var decision = decide(Nothing with { Window = [.. _sent], NewestCall = _sent.Count }, now);
            if (decision is ReserveDecision.Granted) _sent.Add(new SentCall(_sent.Count + 1, now, 1));
            return new Reservation(decision, _sent.Count);
        }
    }

    private static LedgerUsage Nothing { get; } = new()
    {
        Window = [],
        SentInQuotaDay = 0,
        SpentInSpendWindow = NanoUsd.Zero,
        SpentInRun = NanoUsd.Zero,
        SpentInDay = NanoUsd.Zero,
        SpentInMonth = NanoUsd.Zero,
        OpenReservations = NanoUsd.Zero,
        OpenInRun = NanoUsd.Zero,
    };
}
