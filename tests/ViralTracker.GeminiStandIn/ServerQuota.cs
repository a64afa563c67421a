namespace ViralTracker.GeminiStandIn;

/// <summary>A limit that a request ran into.</summary>
internal sealed record QuotaHit(string QuotaId, int Limit, TimeSpan? RetryAfter);

/// <summary>The provider's own count of one key and model. Not safe for concurrent use.</summary>
internal sealed class ServerQuota(StandInOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<(TimeSpan At, int Tokens)> _window = new();
    private int _total;

    /// <summary>Counts the request, or says which limit refuses it.</summary>
    public QuotaHit? Take(TimeSpan now, int tokens)
    {
        while (_window.TryPeek(out var oldest) && now - oldest.At >= Window) _window.Dequeue();
        if (_total >= options.RequestsPerDay)
            return new("GenerateRequestsPerDayPerProjectPerModel-FreeTier", options.RequestsPerDay.Value, null);
        if (_window.Count >= options.RequestsPerMinute)
            return new("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", options.RequestsPerMinute.Value, Freed(now));
        if (_window.Count > 0 && _window.Sum(w => w.Tokens) + tokens > options.TokensPerMinute)
            return new("GenerateContentInputTokensPerModelPerMinute-FreeTier", options.TokensPerMinute.Value, Freed(now));
        _window.Enqueue((now, tokens));
        _total++;
        return null;
    }

    private TimeSpan Freed(TimeSpan now) => _window.Count == 0 ? Window : _window.Peek().At + Window - now;
}
