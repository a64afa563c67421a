using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Tells sentences that ask from those that only end in a question mark.</summary>
internal static class Questions
{
    private const int LongestOpener = 48;

    // Longer sentences without the word order of a question are statements; an answer to somebody may ask in more words.
    private const int LongestPlainQuestion = 10;
    private const int LongestPlainReply = 20;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?:\"%");

    /// <param name="plain">A <see cref="PlainReading"/>.</param>
    public static bool Any(ReadOnlySpan<char> plain, in PostFacts facts)
    {
        // Headlines, adverts and surveys: a link or many tags, nobody addressed, nobody speaking for himself.
        var impersonal = facts is { IsReply: false, SpeaksForSelf: false };
        if (plain.StartsWith(" why i ") || plain.StartsWith(" how i ")) return false;
        if (impersonal && (facts.Hashtags >= 4 || (facts.HasLink && (facts.Hashtags >= 2 || !plain.Contains(" @ ", StringComparison.Ordinal))))) return false;
        if (impersonal && facts.Announces) return false;
        if (facts is { Announces: true, HasLink: true, IsReply: false }) return false;

        var start = 0;
        for (var at = 0; at < plain.Length - 1; at++)
        {
            if (plain[at] is not ' ' || !SentenceEnds.Contains(plain[at + 1])) continue;
            var end = at + 1;
            while (end < plain.Length && plain[end] is not ' ') end++;
            if (plain[at + 1] is '?' && Asks(plain, start, at, facts.IsReply ? LongestPlainReply : LongestPlainQuestion, emphatic: end - at > 2)) return true;
            start = end;
            at = end - 1;
        }

        return false;
    }

    private static bool Asks(ReadOnlySpan<char> plain, int start, int end, int longestPlain, bool emphatic)
    {
        var sentence = WithoutLead(plain[start..(end + 1)]);
        var words = sentence.Count(' ') - 1;
        if (words < 1 || Quotes(plain, start)) return false;
        if (words == 1 && !HasUnspaced(sentence)) return StartsWith(sentence, AskingPhrases.SingleWords);
        if (emphatic && !StartsWith(sentence, AskingPhrases.QuestionStarts)) return false;
        if (words > longestPlain && !StartsWith(sentence, AskingPhrases.QuestionStarts) && !sentence.ContainsAny(AskingPhrases.Inversions)) return false;
        if (StartsWith(sentence, AskingPhrases.Rhetorical)) return false;
        if (plain[start..(end + 3)].ContainsAny(AskingPhrases.Echoes)) return false;
        return !AnswersItself(plain[end..]);
    }

    /// <summary>Inside quotation marks that other words introduce: somebody else's question.</summary>
    private static bool Quotes(ReadOnlySpan<char> plain, int start)
    {
        var before = plain[..(start + 1)];
        return (before.Count('"') & 1) == 1 && WithoutLead(before[..(before.LastIndexOf('"'))]).ContainsAnyExcept(" .:@%");
    }

    private static bool AnswersItself(ReadOnlySpan<char> rest)
    {
        var next = rest[1..].IndexOf(' ') + 1;
        rest = rest[next..];
        while (rest.StartsWith(" . ") || rest.StartsWith(" % ") || rest.StartsWith(" \" ")) rest = rest[2..];
        return StartsWith(rest, AskingPhrases.Answers);
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> sentence)
    {
        while (StartsWith(sentence, AskingPhrases.Lead)) sentence = sentence[(sentence[1..].IndexOf(' ') + 1)..];
        return sentence;
    }

    private static bool HasUnspaced(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
            if (!char.IsSurrogate(c) && UnicodeFacts.IsUnspaced(new Rune(c)))
                return true;
        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> sentence, SearchValues<string> phrases) =>
        sentence[..Math.Min(sentence.Length, LongestOpener)].IndexOfAny(phrases) == 0;
}
