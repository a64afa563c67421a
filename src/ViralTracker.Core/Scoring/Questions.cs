using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Tells sentences that ask from those that only end in a question mark.</summary>
internal static class Questions
{
    private const int ManyHashtags = 8;
    private const int ShortQuestion = 12;

    // Longer sentences without the word order of a question are statements said in doubt or mockery.
    private const int LongestPlainQuestion = 2;

    // Words after an impersonal question from which on it only opens what the post goes on to say.
    private const int WordsOfALecture = 10;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?:\"%");

    /// <param name="plain">A <see cref="PlainReading"/>.</param>
    public static bool Any(ReadOnlySpan<char> plain, in PostFacts facts)
    {
        // Headlines, adverts and surveys: a link or many tags, nobody addressed, nobody speaking for himself.
        var impersonal = facts is { IsReply: false, SpeaksForSelf: false };
        if (plain.StartsWith(" why i ") || plain.StartsWith(" how i ")) return false;
        if (impersonal && facts.HasLink && (facts.Hashtags >= 2 || !plain.Contains(" @ ", StringComparison.Ordinal)) && !IsPlainQuestion(plain, facts)) return false;
        if (impersonal && facts.Announces) return false;
        if (facts.Hashtags >= ManyHashtags || facts.Holds(Wording.Transcript)) return false;
        if (facts is { Announces: true, HasLink: true, IsReply: false }) return false;

        var start = 0;
        for (var at = 0; at < plain.Length - 1; at++)
        {
            if (plain[at] is not ' ' || !SentenceEnds.Contains(plain[at + 1])) continue;
            var end = at + 1;
            while (end < plain.Length && plain[end] is not ' ') end++;
            if (plain[at + 1] is '?' && Asks(plain, start, at, facts.IsReply || facts.SpeaksForSelf, emphatic: end - at > 2)) return true;
            start = end;
            at = end - 1;
        }

        return false;
    }

    /// <summary>Nothing but one short question and a link, not set as a title.</summary>
    private static bool IsPlainQuestion(ReadOnlySpan<char> plain, in PostFacts facts)
    {
        var mark = plain.IndexOf(" ? ");
        return mark > 0 && !facts.IsTitle && facts.Words <= ShortQuestion && IsLatin(plain)
            && !plain[..mark].ContainsAny(SentenceEnds) && !plain[(mark + 2)..].ContainsAnyExcept(" .%");
    }

    private static bool Asks(ReadOnlySpan<char> plain, int start, int end, bool personal, bool emphatic)
    {
        var sentence = WithoutLead(plain[start..(end + 1)]);
        var words = sentence.Count(' ') - 1;
        if (words < 1 || Quotes(plain, start)) return false;
        if (words == 1 && !HasUnspaced(sentence)) return Opens(sentence, Wording.SingleWord) && !plain[(end + 2)..].ContainsAnyExcept(" .%?!");
        var within = AskingPhrases.Index.In(plain[start..(end + (emphatic ? 4 : 3))]);
        var ordered = Opens(sentence, Wording.QuestionStart) || (within & Wording.Inversion) != 0;
        if (!ordered && (emphatic || (words > LongestPlainQuestion && IsLatin(sentence)))) return false;
        if (!personal && (within & Wording.Person) == 0 && plain[(end + 2)..].Count(' ') > WordsOfALecture) return false;
        if (Opens(sentence, Wording.Rhetorical)) return false;
        if ((within & Wording.Echo) != 0) return false;
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
        // Japanese quotes with a particle.
        return Opens(rest, Wording.Answer) || rest.StartsWith(" と") || rest.StartsWith(" って");
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> sentence)
    {
        while (Opens(sentence, Wording.Lead) || sentence.StartsWith(" #")) sentence = sentence[(sentence[1..].IndexOf(' ') + 1)..];
        return sentence;
    }

    private static bool IsLatin(ReadOnlySpan<char> sentence)
    {
        var other = 0;
        foreach (var c in sentence)
            if (c > '\u0250' && char.IsLetter(c))
                other++;
        return other * 4 < sentence.Length;
    }

    private static bool HasUnspaced(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
            if (!char.IsSurrogate(c) && UnicodeFacts.IsUnspaced(new Rune(c)))
                return true;
        return false;
    }

    private static bool Opens(ReadOnlySpan<char> sentence, Wording kind) => (AskingPhrases.Index.At(sentence) & kind) != 0;
}
