namespace ViralTracker.Pipeline.Runs;

/// <summary>
/// Wall-clock moments that only move forward: anchored once, then driven by the monotonic clock, so that a wall clock set back or
/// forward during a run neither stalls nor bursts it.
/// </summary>
public sealed class RunClock(TimeProvider time)
{
    private readonly DateTimeOffset _anchor = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    public DateTimeOffset Now => _anchor + time.GetElapsedTime(_start);
}
