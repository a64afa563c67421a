using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace ViralTracker.GeminiStandIn;

/// <summary>What the server remembers: arrivals, bill, quota and prompt caches. One lock guards it all.</summary>
internal sealed class Books(StandInOptions options)
{
    /// <summary>Implicit caching starts at a common prefix of this many tokens.</summary>
    private const int MinCachedTokens = 4096;

    private readonly Lock _lock = new();
    private readonly long _started = options.Time.GetTimestamp();
    private readonly List<Arrival> _arrivals = [];
    private readonly List<BillRow> _bill = [];
    private readonly Dictionary<(string Key, string Model), ServerQuota> _quotas = [];
    private readonly Dictionary<(string Key, string Model), string> _lastPrompts = [];
    private int _draftRequests;

    public IReadOnlyList<Arrival> Arrivals { get { lock (_lock) return [.. _arrivals]; } }

    public IReadOnlyList<BillRow> Bill { get { lock (_lock) return [.. _bill]; } }

    public Arrival Arrive(string action, string pathAndQuery, string? key)
    {
        lock (_lock)
        {
            var arrival = new Arrival
            {
                Index = _arrivals.Count,
                At = options.Time.GetUtcNow(),
                Elapsed = options.Time.GetElapsedTime(_started),
                Action = action,
                PathAndQuery = pathAndQuery,
                KeyHash = key is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 4)),
            };
            _arrivals.Add(arrival);
            return arrival;
        }
    }

    public int NextDraftRequest()
    {
        lock (_lock) return _draftRequests++;
    }

    public void Update(int index, Func<Arrival, Arrival> change)
    {
        lock (_lock) _arrivals[index] = change(_arrivals[index]);
    }

    public QuotaHit? TakeQuota(Arrival arrival, int tokens)
    {
        lock (_lock)
        {
            var key = (arrival.KeyHash, arrival.Model);
            if (!_quotas.TryGetValue(key, out var quota)) _quotas[key] = quota = new ServerQuota(options);
            return quota.Take(arrival.Elapsed, tokens);
        }
    }

    /// <summary>Tokens of the prompt that the key's previous prompt to this model began with too.</summary>
    public int CachedTokens(Arrival arrival, string prompt)
    {
        lock (_lock)
        {
            var key = (arrival.KeyHash, arrival.Model);
            var common = _lastPrompts.TryGetValue(key, out var last) ? prompt.AsSpan().CommonPrefixLength(last) : 0;
            _lastPrompts[key] = prompt;
            var tokens = Encoding.UTF8.GetByteCount(prompt.AsSpan(0, common)) / 4;
            return tokens >= MinCachedTokens ? tokens : 0;
        }
    }

    public void Charge(Arrival arrival, string modelVersion, TokenCount tokens)
    {
        Debug.Assert(tokens.Cached <= tokens.Prompt, "cached tokens are a part of the prompt");
        var row = new BillRow(arrival.Index, options.Time.GetUtcNow(), arrival.KeyHash, modelVersion, tokens, Billing.NanoUsd(options.Prices[modelVersion], tokens));
        lock (_lock) _bill.Add(row);
    }
}
