using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Limits that a provider named when it refused a call.</summary>
internal static class LearnedLimits
{
    /// <summary>
    /// For how long what a refusal taught holds: keys move to other tiers, models learn to take schemas, and what still stands is
    /// taught again by the next refusal.
    /// </summary>
    private static readonly TimeSpan Hold = TimeSpan.FromHours(24);

    /// <summary>The limits with the named one where it is lower, or where there was none.</summary>
    /// <param name="quotaId">The provider's name of the quota, such as <c>GenerateRequestsPerMinutePerProjectPerModel</c>.</param>
    public static QuotaLimits From(QuotaLimits limits, string quotaId, long named) =>
        quotaId.Contains("PerDay", StringComparison.Ordinal) ? limits
        : quotaId.Contains("Token", StringComparison.Ordinal) ? limits with { TokensPerMinute = Lower(limits.TokensPerMinute, named) }
        : quotaId.Contains("Requests", StringComparison.Ordinal) ? limits with { RequestsPerMinute = Lower(limits.RequestsPerMinute, named) }
        : limits;

    /// <summary>
    /// The limits with lower ones that were noted of late. No limit of requests stays none, for somebody asked for that; of tokens
    /// none is the default, so a noted one holds.
    /// </summary>
    public static QuotaLimits Recall(QuotaLimits limits, ModelNote? requests, ModelNote? tokens, DateTimeOffset now) => limits with
    {
        RequestsPerMinute = limits.RequestsPerMinute > 0 && Holding(requests, now) is { } rpm ? Lower(limits.RequestsPerMinute, rpm) : limits.RequestsPerMinute,
        TokensPerMinute = Holding(tokens, now) is { } tpm ? Lower(limits.TokensPerMinute, tpm) : limits.TokensPerMinute,
    };

    public static bool Holds([NotNullWhen(true)] ModelNote? note, DateTimeOffset now) => note is not null && (now - note.At).Duration() < Hold;

    private static long? Holding(ModelNote? note, DateTimeOffset now) =>
        Holds(note, now) && long.TryParse(note.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    /// <summary>Beyond what requests are counted in, a named limit bounds nothing.</summary>
    private static int Lower(int limit, long named) => named > int.MaxValue ? limit : (int)Lower((long)limit, named);

    /// <summary>0 is none, of both.</summary>
    private static long Lower(long limit, long named) => named <= 0 ? limit : limit == 0 ? named : Math.Min(limit, named);
}
