using System.Globalization;

namespace ViralTracker.Core.Spending;

/// <summary>The line that closes a run.</summary>
public static class CostSummary
{
    /// <summary><c>💰 API Cost: $0.0341 USD (avg $0.00008 per tweet)</c>, with the reference's number of decimals; no posts: an average of 0.</summary>
    /// <param name="total">Everything the run's calls cost, failed and rejected ones included; null: no price is known.</param>
    public static string Line(NanoUsd? total, long posts)
    {
        if (total is not { } cost) return "💰 API Cost: unpriced";
        var usd = (double)cost.Usd;
        var average = posts > 0 ? usd / posts : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"💰 API Cost: ${usd.ToString(usd < 0.01 ? "F6" : usd < 1 ? "F4" : "F2", CultureInfo.InvariantCulture)} USD (avg ${average.ToString(average < 0.01 ? "F5" : "F4", CultureInfo.InvariantCulture)} per tweet)");
    }
}
