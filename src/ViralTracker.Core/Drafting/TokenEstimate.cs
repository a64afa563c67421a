using System.Text;

namespace ViralTracker.Core.Drafting;

/// <summary>Tokens of a text before the provider counts them.</summary>
public static class TokenEstimate
{
    /// <summary>Typical tokens: four characters of English a token, two bytes of anything else.</summary>
    public static long Typical(string text)
    {
        var (letters, digits, other) = Count(text);
        return (letters + 3) / 4 + digits + (other + 1) / 2;
    }

    /// <summary>More than any tokenizer in use makes of it: for reservations.</summary>
    public static long UpperBound(string text)
    {
        var (letters, digits, other) = Count(text);
        return (letters * 2 + 4) / 5 + digits + other;
    }

    private static (long Letters, long Digits, long OtherBytes) Count(string text)
    {
        long letters = 0, digits = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAscii(c)) letters++;
        return (letters, digits, Encoding.UTF8.GetByteCount(text) - letters - digits);
    }
}
