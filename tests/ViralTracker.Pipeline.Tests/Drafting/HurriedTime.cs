namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>Time passes only where somebody waits for it, and then at once.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private long _ticks;

    public TimeSpan Passed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>How far the wall clock was set back.</summary>
    public TimeSpan SetBack { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Samples.Now + Passed - SetBack;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // What repeats, as the renewal of leases, is not waited for.
        if (dueTime < TimeSpan.Zero || period > TimeSpan.Zero) return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // Delays come in whole milliseconds, rounded down.
        Interlocked.Add(ref _ticks, dueTime.Ticks + TimeSpan.TicksPerMillisecond);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
