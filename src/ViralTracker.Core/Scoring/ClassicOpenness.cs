using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ViralTracker.Core.Scoring;

/// <summary>What in a post invites an answer, as the reference reads it: only a question mark at the very end counts (fault 8).</summary>
public readonly record struct ClassicOpenness(bool EndsInQuestion, bool StartsWithQuestionWord, bool Hedges)
{
    private static readonly FrozenSet<string> QuestionWords = new[] { "what", "why", "how", "when", "where", "who", "which", "whose" }.ToFrozenSet();

    private static readonly FrozenSet<string> HedgeWords = new[]
    {
        "maybe", "perhaps", "possibly", "might", "could", "seem", "seems", "appear", "appears", "probably", "wonder", "think", "feel", "believe",
    }.ToFrozenSet();

    private static readonly int LongestWord = QuestionWords.Concat(HedgeWords).Max(word => word.Length);

    public static ClassicOpenness Read(string text)
    {
        var trimmed = Trim(text);
        return new(
            trimmed.EndsWith('?'),
            WordLength(trimmed) is > 0 and var length && QuestionWords.Contains(Fold(trimmed[..length])),
            HasHedge(trimmed));
    }

    /// <summary>0.05..0.80.</summary>
    /// <param name="authorReplyRate">Share of replies the author answers, 0..1, where known.</param>
    public double Score(double? authorReplyRate = null)
    {
        var score = 0.05;
        if (EndsInQuestion) score += 0.25;
        if (StartsWithQuestionWord) score += 0.25;
        if (Hedges) score += 0.15;
        if (authorReplyRate < 0.15) score += 0.10;
        return score;
    }

    private static bool HasHedge(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = WordLength(text);
            if (length > 0 && length <= LongestWord && HedgeWords.Contains(Fold(text[..length]))) return true;
            if (length == 0) Rune.DecodeFromUtf16(text, out _, out length);
            text = text[length..];
        }

        return false;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length)
        {
            Rune.DecodeFromUtf16(text[length..], out var rune, out var consumed);
            if (!IsWord(rune)) break;
            length += consumed;
        }

        return length;
    }

    // The reference's regular expressions: letters and numbers of every kind and _, but no combining marks.
    private static bool IsWord(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Its case-insensitive match also takes these four for their ASCII letters.
    private static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = source[i] switch { 'ſ' => 's', '\u212A' => 'k', 'İ' or 'ı' => 'i', var c => char.ToLowerInvariant(c) };
        }
    });

    // Its white space includes the four information separators, which .NET's does not.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsSpace(text[0])) text = text[1..];
        while (!text.IsEmpty && IsSpace(text[^1])) text = text[..^1];
        return text;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';
}
