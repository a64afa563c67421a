namespace ViralTracker.Core.Quotas;

/// <summary>The rolling window as it counts now.</summary>
public static class QuotaWindow
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Drops what has left the window. Calls dated in the future come from a process whose clock was ahead, before the wall clock
    /// was set back: they count as sent when this process began, so that it waits at most one window and never bursts.
    /// </summary>
    /// <param name="began">When this process began, by the clock of <paramref name="now"/>.</param>
    public static IReadOnlyList<SentCall> At(IReadOnlyList<SentCall> sent, TimeSpan window, DateTimeOffset began, DateTimeOffset now)
    {
        if (sent.Count == 0) return sent;
        var future = sent[^1].SentAt > now + Tolerance;
        if (!future && sent[0].SentAt + window > now) return sent;
        return [.. sent.Select(call => call.SentAt > now + Tolerance ? call with { SentAt = began } : call)
            .Where(call => call.SentAt + window > now)
            .OrderBy(call => call.SentAt)];
    }
}
