namespace ViralTracker.Core.Drafting;

/// <summary>Exponential back-off with equal jitter (half of it fixed) between tries of one pack.</summary>
public static class RetryPolicy
{
    public const int MaxTries = 4;

    /// <summary>Times a pack is sent again after 'too many requests' with a delay; the provider decides the pace, this bounds it.</summary>
    public const int MaxRateLimited = 8;

    /// <summary>Providers send the daily quota with a short delay both when it is spent and when it is not: up to this it is honoured, once.</summary>
    public static readonly TimeSpan LongestDaysDelay = TimeSpan.FromMinutes(2);

    /// <summary>Who waits looks again: timers take no more than weeks, and a provider may ask for any time.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="failed">Tries that failed, from 1.</param>
    /// <param name="jitter">0..1.</param>
    public static TimeSpan Delay(int failed, double jitter)
    {
        var ceiling = Math.Min(First.TotalSeconds * Math.Pow(2, failed - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * (0.5 + jitter / 2));
    }
}
