using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>The sentences of a post that may ask, each as its cues.</summary>
internal static class AskingSentences
{
    /// <summary>Room for the sentences of any post; later ones are not read.</summary>
    public const int Most = 16;

    private const AskingCues Candidates = AskingCues.Marked | AskingCues.Call | AskingCues.Hedge | AskingCues.Inverted;
    private const int WordsOfALecture = 10;
    private const int ManyHashtags = 3;
    private const int ShortPost = 12;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?:%");
    private static readonly SearchValues<char> NoWords = SearchValues.Create(" .:@%\"");
    private static readonly string[] Abbreviations = [" etc", " vs", " bzw", " inc", " mr", " mrs", " dr", " prof", " st", " approx", " ca"];

    /// <param name="plain">A <see cref="PlainReading"/>.</param>
    /// <param name="cues">Gets as many as the answer says.</param>
    public static int Read(ReadOnlySpan<char> plain, in PostFacts facts, Span<AskingCues> cues)
    {
        var post = OfPost(plain, facts);
        var (count, start) = (0, 0);
        for (var at = 0; at < plain.Length && count < cues.Length; at++)
        {
            var last = at == plain.Length - 1;
            if (plain[at] is not ' ' || (!last && !SentenceEnds.Contains(plain[at + 1])) || IsAbbreviation(plain, at)) continue;
            var after = last ? at : at + 1 + plain[(at + 1)..].IndexOf(' ');
            var found = OfSentence(plain, start, at, after);
            if ((found & Candidates) != 0) cues[count++] = post | found;
            start = after;
            if (!last) at = after - 1;
        }

        return count;
    }

    private static AskingCues OfPost(ReadOnlySpan<char> plain, in PostFacts facts) =>
        If(facts.HasLink, AskingCues.Link)
        | If(facts is { HasLink: true, IsReply: false, SpeaksForSelf: false } && (facts.IsTitle || facts.Words > ShortPost), AskingCues.Headline)
        | If(facts.Holds(Wording.Announcement) || plain.StartsWith(" why i ") || plain.StartsWith(" how i "), AskingCues.Announces)
        | If(facts.Hashtags >= ManyHashtags, AskingCues.Tags)
        | If(facts.Holds(Wording.Transcript), AskingCues.Transcript);

    /// <param name="end">Where the space before the mark stands.</param>
    /// <param name="after">Where the space after the mark stands; <paramref name="end"/> where the post ends without one.</param>
    private static AskingCues OfSentence(ReadOnlySpan<char> plain, int start, int end, int after)
    {
        var before = plain[..end];
        var quote = (before.Count('"') & 1) == 1 ? before.LastIndexOf('"') : -1;
        var from = Math.Max(start, quote + 1);
        var sentence = WithoutLead(plain[from..(end + 1)]);
        if (sentence.Length < 2) return AskingCues.None;
        var marked = after > end && plain[end + 1] is '?';
        var opens = AskingPhrases.Index.At(sentence);
        // With the mark, as some phrases end in it.
        var within = AskingPhrases.Index.In(plain[from..(after + 1)]);
        var unspaced = HasUnspaced(sentence);
        var ordered = (opens & Wording.QuestionStart) != 0;
        // Without a mark, only what opens the sentence is more than a clause of it.
        var inverted = ((marked ? within : opens) & Wording.Inversion) != 0 || (marked && unspaced && sentence.ContainsAny(AskingPhrases.UnspacedInversions));
        var calls = (within & Wording.Call) != 0 || (unspaced && sentence.ContainsAny(AskingPhrases.Unspaced));
        var rest = plain[after..];
        return If(marked, AskingCues.Marked)
            | If(ordered, AskingCues.Ordered)
            | If(inverted, AskingCues.Inverted)
            | If(marked && !unspaced && !ordered && !inverted && !calls, AskingCues.Statement)
            | If(calls, AskingCues.Call)
            | If((within & Wording.Hedge) != 0, AskingCues.Hedge)
            | If((opens & Wording.Rhetorical) != 0, AskingCues.Rhetorical)
            | If((opens & Wording.Mocking) != 0, AskingCues.Mocking)
            | If((within & Wording.Request) != 0, AskingCues.Request)
            | If((within & Wording.Echo) != 0, AskingCues.Echo)
            | If(quote >= 0 && WithoutLead(plain[..quote]).ContainsAnyExcept(NoWords), AskingCues.Quoted)
            | If(AnswersItself(rest), AskingCues.Answered)
            | If(start == 0, AskingCues.First)
            | If(IsLast(rest), AskingCues.Last)
            | If(rest.Count(' ') > WordsOfALecture, AskingCues.Lectures);
    }

    private static AskingCues If(bool holds, AskingCues cue) => holds ? cue : AskingCues.None;

    private static bool IsAbbreviation(ReadOnlySpan<char> plain, int at)
    {
        if (!plain[at..].StartsWith(" . ")) return false;
        foreach (var abbreviation in Abbreviations)
            if (plain[..at].EndsWith(abbreviation))
                return true;
        return false;
    }

    private static bool IsLast(ReadOnlySpan<char> rest)
    {
        foreach (var range in rest.Split(' '))
            if (rest[range] is { Length: > 0 } token && token is not ("." or "%" or "@" or "\"") && token[0] is not '#')
                return false;
        return true;
    }

    private static bool AnswersItself(ReadOnlySpan<char> rest)
    {
        while (rest.StartsWith(" . ") || rest.StartsWith(" % ") || rest.StartsWith(" \" ")) rest = rest[2..];
        // Japanese quotes with a particle.
        return (AskingPhrases.Index.At(rest) & Wording.Answer) != 0 || rest.StartsWith(" と") || rest.StartsWith(" って");
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> sentence)
    {
        while ((AskingPhrases.Index.At(sentence) & Wording.Lead) != 0 || sentence.StartsWith(" #") || sentence.StartsWith(" \" "))
            sentence = sentence[(sentence[1..].IndexOf(' ') + 1)..];
        return sentence;
    }

    private static bool HasUnspaced(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
            if (!char.IsAscii(c) && !char.IsSurrogate(c) && UnicodeFacts.IsUnspaced(new Rune(c)))
                return true;
        return false;
    }
}
