namespace ViralTracker.Pipeline.Runs;

/// <summary>
/// Wall-clock moments that only move forward: anchored to the wall clock, then driven by the monotonic one, so that a wall clock set
/// back during a run neither stalls nor bursts it. The monotonic clock stands still while a machine sleeps: a wall clock that is ahead
/// by more than a few seconds moves this one forward, so that leases and dates of calls are not in the past. One that was set ahead by
/// mistake does so too; set right again, it leaves this clock ahead until the run ends: dates of calls are then too late and leases of a
/// killed process last longer on other hosts, but nothing waits for it, since waits are measured by the monotonic clock. Thread-safe.
/// </summary>
public sealed class RunClock(TimeProvider time)
{
    private static readonly TimeSpan Slept = TimeSpan.FromSeconds(5);
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private DateTimeOffset _anchor = time.GetUtcNow();

    public TimeProvider Time => time;

    /// <summary>Monotonic time since this clock was made.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                var ahead = time.GetUtcNow() - (_anchor + Elapsed);
                if (ahead > Slept) _anchor += ahead;
                return _anchor + Elapsed;
            }
        }
    }
}
