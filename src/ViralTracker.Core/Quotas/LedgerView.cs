namespace ViralTracker.Core.Quotas;

/// <summary>
/// The ledger's rolling windows as one process may count them, whatever wall clocks do. A call is dated once, when the ledger first shows
/// it: by its own date where that can be, else (its sender's clock differs by more than a second) as sent just now; from then on it ages by
/// this process's monotonic clock. So nobody waits longer than a window for calls dated ahead, and two processes whose clocks differ by
/// an hour keep one limit. A place that comes free is seen the later the more of the window this process sent itself: of several that
/// wait, the one served least goes first, whoever wakes first. Not thread-safe.
/// </summary>
public sealed class LedgerView
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>The window for spend.</summary>
    public static readonly TimeSpan SpendWindow = TimeSpan.FromMinutes(10);

    /// <summary>
    /// For a process that sent all of the window. Shared among the usual 15 calls it is 13 ms a call, more than timers and the ledger's lock
    /// differ by; a process alone loses a third of a percent of its quota.
    /// </summary>
    private static readonly TimeSpan MostGivenWay = TimeSpan.FromMilliseconds(200);

    /// <summary>More than it takes from asking until the ledger's lock is had: what others write meanwhile is not dated ahead.</summary>
    private static readonly TimeSpan MostLockWait = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Sighting> _sightings = [];
    private readonly HashSet<long> _own = [];
    private IReadOnlyList<string> _models = [];
    private TimeSpan? _began;
    private TimeSpan _age;
    private TimeSpan _lastLook;

    private readonly record struct Sighting(TimeSpan SentAt, long Tokens);

    /// <summary>The newest call at the last look at a window, for <see cref="UsageQuestion.AfterCall"/>; null before the first.</summary>
    public long? Newest { get; private set; }

    /// <summary>A call of this process; of no interest before the first look at a window.</summary>
    public void Sent(long call)
    {
        if (Newest is not null) _own.Add(call);
    }

    /// <summary>
    /// For <see cref="UsageQuestion.SpendWindowUntil"/>: spend dated ahead counts for the first ten minutes only, since rows of before
    /// can be no younger than this process. (Its sender, if it lives, counts it on.)
    /// </summary>
    public DateTimeOffset? SpendUntil(DateTimeOffset now) => _age < SpendWindow ? null : now + MostLockWait;

    /// <summary>The usage with its window dated as above, oldest call first.</summary>
    /// <param name="now">By the clock that dates this process's calls.</param>
    /// <param name="elapsed">Monotonic, since any moment.</param>
    public LedgerUsage Of(LedgerUsage usage, TimeSpan window, DateTimeOffset now, TimeSpan elapsed)
    {
        _began ??= elapsed;
        _age = elapsed - _began.Value;
        if (usage.NewestCall is not { } newest) return usage;
        // An answer told that another name has the same quota: its earlier calls are as new here as at the first look.
        if (!_models.SequenceEqual(usage.Models)) (Newest, _models) = (null, usage.Models);
        foreach (var call in usage.Window)
            // What is no longer remembered has left the window, though its date may be ahead.
            if (_sightings.TryGetValue(call.Id, out var known)) _sightings[call.Id] = known with { Tokens = call.Tokens };
            else if (Newest is null || call.Id > Newest) _sightings[call.Id] = new Sighting(elapsed - AgeOf(call, now, elapsed), call.Tokens);
        foreach (var (id, sighting) in _sightings)
            if (sighting.SentAt + window + MostGivenWay <= elapsed && _sightings.Remove(id)) _own.Remove(id);
        (Newest, _lastLook) = (newest, elapsed);
        var givenWay = MostGivenWay * _own.Count / Math.Max(1, _sightings.Count);
        return usage with
        {
            GivenWay = givenWay,
            Window =
            [
                .. _sightings.Where(s => s.Value.SentAt + window + givenWay > elapsed)
                    .Select(s => new SentCall(s.Key, now - (elapsed - s.Value.SentAt), s.Value.Tokens)).OrderBy(call => call.SentAt),
            ],
        };
    }

    /// <summary>A call that appeared since the last look cannot be older than that.</summary>
    private TimeSpan AgeOf(SentCall call, DateTimeOffset now, TimeSpan elapsed)
    {
        var age = now - call.SentAt;
        return age > TimeSpan.Zero && (Newest is null || age <= elapsed - _lastLook + Tolerance) ? age : TimeSpan.Zero;
    }
}
