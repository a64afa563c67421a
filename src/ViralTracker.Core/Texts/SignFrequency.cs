namespace ViralTracker.Core.Texts;

/// <summary>How seldom signs stand in posts.</summary>
internal static class SignFrequency
{
    /// <summary>Of English posts, the most frequent first; each is about nine tenths as frequent as the one before.</summary>
    private const string Common = " etaoinrshlcdpumgywfbk.v:,'-j!x?";

    /// <summary>The first letter's frequency, as that many steps of nine tenths.</summary>
    private const int First = 24;

    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(sign => (byte)(First + (Common.IndexOf(char.ToLowerInvariant((char)sign), StringComparison.Ordinal) is >= 0 and var place ? place : Common.Length)))];

    /// <summary>The smaller, the more texts hold the string: the logarithm of its signs' frequencies, were they independent.</summary>
    public static int Rareness(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var sign in text) sum += sign < Ascii.Length ? Ascii[sign] : First + Common.Length;
        return sum;
    }
}
