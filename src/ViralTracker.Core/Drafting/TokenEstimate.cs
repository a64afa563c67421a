using System.Text;

namespace ViralTracker.Core.Drafting;

/// <summary>Tokens of a text before the provider counts them.</summary>
public static class TokenEstimate
{
    // What is longer is no word that a tokenizer knows parts of, but a key or base64.
    private const int LongestWord = 16;

    /// <summary>Typical tokens: four characters of English a token, two bytes of anything else.</summary>
    public static long Typical(string text)
    {
        var (ascii, digits) = (0L, 0L);
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsAscii(c)) ascii++;
        return (ascii + 3) / 4 + digits + (Encoding.UTF8.GetByteCount(text) - ascii - digits + 1) / 2;
    }

    /// <summary>More than tokenizers make of it, for reservations: two tokens for five letters and spaces of words, one for each byte of anything else.</summary>
    public static long UpperBound(string text)
    {
        var (ofWords, run) = (0L, 0);
        foreach (var c in text)
        {
            run = char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' ? run + 1 : 0;
            if (c is ' ' || (char.IsAsciiLetter(c) && run <= LongestWord)) ofWords++;
        }

        return (ofWords * 2 + 4) / 5 + Encoding.UTF8.GetByteCount(text) - ofWords;
    }
}
