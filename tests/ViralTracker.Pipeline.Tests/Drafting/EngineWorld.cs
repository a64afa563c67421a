using Microsoft.Extensions.AI;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>The engine with a provider that is a function of the posts asked for, and a store that remembers calls and what they left behind.</summary>
internal sealed class EngineWorld(Func<string, Task<ChatResponse>> provider, TimeProvider time) : IChatClient, ILedger, ILeaseStore, IModelNotes, IAnswerCache, IDraftObserver
{
    private readonly Lock _lock = new();
    private readonly List<CallSettlement> _settled = [];
    private readonly List<SentCall> _sent = [];
    private readonly List<DraftEvent> _events = [];
    private readonly List<AnswerToSave> _saved = [];
    private readonly List<NewCall> _reserved = [];
    private readonly Dictionary<string, ModelNote> _notes = [];

    /// <summary>Calls that ended, in order.</summary>
    public IReadOnlyList<CallSettlement> Settled => _settled;

    public IReadOnlyList<DraftEvent> Events => _events;

    /// <summary>What they left behind.</summary>
    public IReadOnlyList<AnswerToSave> Saved => _saved;

    /// <summary>Answers that no later run would pay for again.</summary>
    public IReadOnlyList<CachedAnswer> Remembered => [.. _saved.SelectMany(answer => answer.Cache)];

    /// <summary>Calls that were granted, in order.</summary>
    public IReadOnlyList<NewCall> Reserved => _reserved;

    /// <summary>Answers paid for before.</summary>
    public IReadOnlyList<CachedAnswer> Paid { get; init; } = [];

    /// <summary>Calls of earlier runs.</summary>
    public IReadOnlyList<PastCall> History { get; init; } = [];

    /// <summary>Of the one model, by name.</summary>
    public IDictionary<string, ModelNote> Notes => _notes;

    /// <summary>What the ledger says outside of reservations.</summary>
    public LedgerUsage Usage { get; set; } = Nothing;

    /// <summary>What posts that ended without a draft keep.</summary>
    public IReadOnlyList<Assessment> Skips => [.. _saved.SelectMany(answer => answer.Skips)];

    /// <summary>Posts that another run has leased since.</summary>
    public IReadOnlyList<long> TakenOver { get; init; } = [];

    /// <summary>By default every draft passes.</summary>
    public DraftCheck Check { get; init; } = _ => (_, _) => default;

    /// <summary>Another run sent a call just now.</summary>
    public void OtherRunSent() => _sent.Add(new SentCall(_sent.Count + 1, time.GetUtcNow(), 1));

    /// <summary>Drafts posts 1, 2, … in requests of one, or of so many.</summary>
    public Task<DraftReport> DraftAsync(int posts, int atOnce, QuotaLimits? quota = null, int perRequest = 1, bool offline = false) =>
        DraftAsync(posts, Setup with { Model = Setup.Model with { Offline = offline }, Options = Setup.Options with { Concurrency = atOnce, TweetsPerRequest = perRequest, Quota = quota ?? QuotaLimits.None } });

    public static Task<DraftReport> DraftAsync(int posts, DraftSetup setup) =>
        DraftEngine.RunAsync(setup, [.. Enumerable.Range(1, posts).Select(i => Samples.Task(i))], CancellationToken.None);

    /// <summary>Of requests of one, one at a time, without quota.</summary>
    public DraftSetup Setup => new()
    {
        Project = Samples.Project,
        Model = Samples.Model with { Client = this },
        Options = new DraftOptions { Concurrency = 1, TweetsPerRequest = 1, Quota = QuotaLimits.None },
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
    };

    /// <summary>An answer to a request of one post, or of so many.</summary>
    public static ChatResponse Answer(int posts = 1) => Samples.Answer(
        $$"""{"posts":[{{string.Join(',', Enumerable.Range(1, posts).Select(i => $$"""{"id":"p{{i}}","a":"A draft of its own.","b":"Is it a question?"}"""))}}]}""");

    /// <summary>How many posts a request asks for.</summary>
    public static int PostsIn(string request) => request.Split("\"id\":").Length - 1;

    public static ModelCallException TooMany(TimeSpan? retryAfter = null) => new(CallOutcome.RateLimited, "Too many requests.") { HttpStatus = 429, RetryAfter = retryAfter };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        provider(messages.Last().Text);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    public Task<Reservation> ReserveAsync(NewCall call, UsageQuestion question, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, Func<DateTimeOffset> clock, CancellationToken ct) =>
        Task.FromResult(Reserve(call, decide, clock()));

    public Task<AnswerSaved> SaveAnswerAsync(AnswerToSave answer, CancellationToken ct)
    {
        lock (_lock)
        {
            _settled.Add(answer.Settlement);
            _saved.Add(answer);
        }
        return Task.FromResult(new AnswerSaved([]));
    }

    public Task<int> AbandonAsync(Func<string, bool> ownerIsGone, DateTimeOffset now, CancellationToken ct) => Task.FromResult(0);

    public Task<IReadOnlyList<PastCall>> HistoryAsync(string provider, string model, string? projectId, int count, CancellationToken ct) =>
        Task.FromResult(History);

    public Task<LedgerUsage> UsageAsync(UsageQuestion question, CancellationToken ct) => Task.FromResult(Usage);

    public Task<RunCost> CostAsync(long runId, CallPurpose purpose, CancellationToken ct) => Task.FromResult(default(RunCost));

    public Task<IReadOnlyDictionary<long, long>> AcquireAsync(string projectId, IReadOnlyList<long> postIds, string owner, DateTimeOffset now, DateTimeOffset expiresAt, bool includeHandled, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task RenewAsync(string owner, DateTimeOffset expiresAt, CancellationToken ct) => Task.CompletedTask;

    public Task ReleaseAsync(string projectId, IReadOnlyList<long> postIds, string owner, CancellationToken ct) => Task.CompletedTask;

    public Task<int> FreeAsync(Func<string, bool> ownerIsGone, CancellationToken ct) => Task.FromResult(0);

    public Task<IReadOnlyList<ModelNote>> GetAsync(string provider, string model, string name, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ModelNote>>(Noted(name) is { } note ? [note] : []);

    public Task RaiseAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) => SetAsync(provider, model, name, value, at, ct);

    public Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct)
    {
        lock (_lock) _notes[name] = new ModelNote(value, at);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, CachedAnswer>> GetAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, CachedAnswer>>(Paid.Where(answer => keys.Contains(answer.Key)).ToDictionary(answer => answer.Key));

    public void On(DraftEvent happened)
    {
        lock (_lock) _events.Add(happened);
    }

    private ModelNote? Noted(string name)
    {
        lock (_lock) return _notes.GetValueOrDefault(name);
    }

    private Reservation Reserve(NewCall call, Func<LedgerUsage, DateTimeOffset, ReserveDecision> decide, DateTimeOffset now)
    {
        lock (_lock)
        {
            var ended = _settled.ToDictionary(call => call.CallId, call => call.Cost);
            NanoUsd Sum(Func<int, NanoUsd?> of) => Enumerable.Range(0, _reserved.Count).Aggregate(NanoUsd.Zero, (sum, i) => sum + (of(i) ?? NanoUsd.Zero));
            var open = Sum(i => ended.ContainsKey(i + 1) ? null : _reserved[i].Reserved);
            var spent = open + Sum(i => ended.TryGetValue(i + 1, out var cost) ? cost ?? _reserved[i].Reserved : null);
            var decision = decide(Nothing with { Window = [.. _sent], NewestCall = _sent.Count, SpentInRun = spent, OpenInRun = open }, now);
            if (call.Fences.Keys.Intersect(TakenOver).ToArray() is { Length: > 0 } lost) decision = new ReserveDecision.LeasesLost(lost);
            if (decision is not ReserveDecision.Granted) return new Reservation(decision, null);
            _reserved.Add(call);
            _sent.Add(new SentCall(_sent.Count + 1, now, 1));
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
