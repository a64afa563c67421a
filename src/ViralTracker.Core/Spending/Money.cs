using System.Globalization;

namespace ViralTracker.Core.Spending;

/// <summary>An amount in integer nano-dollars (10⁻⁹ USD), so that shares and sums are exact.</summary>
public readonly record struct NanoUsd(long Value) : IComparable<NanoUsd>
{
    public static NanoUsd Zero => default;

    public decimal Usd => Value / 1_000_000_000m;

    /// <summary>Rounds up, so that a bound stays a bound.</summary>
    /// <exception cref="OverflowException">Beyond 9.2 thousand million USD.</exception>
    public static NanoUsd FromUsd(decimal usd) => new((long)Math.Ceiling(usd * 1_000_000_000m));

    /// <summary>An amount people configured; null stays null.</summary>
    public static NanoUsd? Of(double? usd) => usd is { } amount ? FromUsd((decimal)amount) : null;

    /// <summary>The sum of calls of which some have no known price and add nothing; null where it is made of such alone.</summary>
    public NanoUsd? UnlessOnlyUnpriced(int calls) => calls > 0 && this == Zero ? null : this;

    public static NanoUsd operator +(NanoUsd a, NanoUsd b) => new(checked(a.Value + b.Value));
    public static NanoUsd operator -(NanoUsd a, NanoUsd b) => new(checked(a.Value - b.Value));
    public static bool operator <(NanoUsd a, NanoUsd b) => a.Value < b.Value;
    public static bool operator >(NanoUsd a, NanoUsd b) => a.Value > b.Value;
    public static bool operator <=(NanoUsd a, NanoUsd b) => a.Value <= b.Value;
    public static bool operator >=(NanoUsd a, NanoUsd b) => a.Value >= b.Value;

    public int CompareTo(NanoUsd other) => Value.CompareTo(other.Value);

    /// <summary>Splits into <paramref name="parts"/> shares that add up exactly; earlier shares take the remainder.</summary>
    public IReadOnlyList<NanoUsd> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        var (share, rest) = Math.DivRem(Value, parts);
        return [.. Enumerable.Range(0, parts).Select(i => new NanoUsd(share + (i < rest ? 1 : 0)))];
    }

    /// <summary>Dollars with the digits that matter: <c>$1.25</c>, <c>$0.0083</c>, <c>$0</c>.</summary>
    public override string ToString() =>
        Value == 0 ? "$0" : (Value < 0 ? "-$" : "$") + Math.Abs(Usd).ToString("F" + Decimals, CultureInfo.InvariantCulture);

    /// <summary>As <see cref="ToString"/>, rounded up: a budget of what it shows has room for the amount, which is not negative.</summary>
    public string AtMost()
    {
        var step = (long)Math.Pow(10, 9 - Decimals);
        return new NanoUsd(checked(Value + step - 1) / step * step).ToString();
    }

    private int Decimals => Math.Abs(Usd) >= 0.1m ? 2 : Value == 0 ? 0 : Math.Min(9, 1 - (int)Math.Floor(Math.Log10((double)Math.Abs(Usd))));
}

/// <summary>Tokens of one call as the provider counted them.</summary>
/// <param name="Prompt">Input tokens, cached ones included.</param>
/// <param name="Cached">The part of <paramref name="Prompt"/> read from a cache.</param>
/// <param name="Output">Answer tokens without thinking.</param>
/// <param name="Thoughts">Thinking tokens, billed as output.</param>
/// <param name="ToolUse">Tool prompt tokens, billed as input.</param>
public readonly record struct TokenUsage(long Prompt, long Cached, long Output, long Thoughts, long ToolUse)
{
    public long Total => Prompt + Output + Thoughts + ToolUse;

    public static TokenUsage operator +(TokenUsage a, TokenUsage b) =>
        new(a.Prompt + b.Prompt, a.Cached + b.Cached, a.Output + b.Output, a.Thoughts + b.Thoughts, a.ToolUse + b.ToolUse);
}
