namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>Time that passes so many times as fast.</summary>
internal sealed class FastTime(double times) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public TimeSpan Passed => System.GetElapsedTime(_start) * times;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;

    public override DateTimeOffset GetUtcNow() => Samples.Now + Passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time < TimeSpan.Zero ? time : time / times;
}
