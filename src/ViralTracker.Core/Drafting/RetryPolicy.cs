namespace ViralTracker.Core.Drafting;

/// <summary>Exponential back-off with equal jitter (half of it fixed) between tries of one pack.</summary>
public static class RetryPolicy
{
    public const int MaxTries = 4;

    /// <summary>Times a pack, or any packs in a row, are refused by 'too many requests'; the provider decides the pace, this bounds it.</summary>
    public const int MaxRateLimited = 8;

    /// <summary>Providers send the daily quota with a short delay both when it is spent and when it is not: up to this it is honoured, once.</summary>
    public static readonly TimeSpan LongestDaysDelay = TimeSpan.FromMinutes(2);

    /// <summary>A provider that asks for a longer pause is asked again by a later run: none holds its posts and its terminal that long.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Up to this a delay that comes with a failure is honoured: four tries shall take minutes.</summary>
    public static readonly TimeSpan LongestAfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Who waits looks again: timers take no more than weeks, and a provider may ask for any time.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For which a key pauses after 'too many requests': as asked, and no shorter than ever longer back-offs, since what is asked may be
    /// nothing, or prove too short; where nothing is asked, longer ones. Those before the last refusal outlast a minute's window, whatever the jitter.
    /// </summary>
    /// <param name="refused">Times it was refused so in a row, from 1.</param>
    public static TimeSpan Pause(TimeSpan? asked, int refused, double jitter) =>
        asked is { } delay ? Longer(delay, Delay(refused, jitter: 1)) : Delay(refused + 2, jitter);

    /// <summary>Between tries of one pack that failed.</summary>
    /// <param name="asked">What the provider asked to wait.</param>
    public static TimeSpan AfterFailure(TimeSpan? asked, int failed, double jitter) =>
        Longer(asked > LongestAfterFailure ? LongestAfterFailure : asked ?? TimeSpan.Zero, Delay(failed, jitter));

    /// <param name="failed">Tries that failed, from 1.</param>
    /// <param name="jitter">0..1.</param>
    public static TimeSpan Delay(int failed, double jitter)
    {
        var ceiling = Math.Min(First.TotalSeconds * Math.Pow(2, failed - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * (0.5 + jitter / 2));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
