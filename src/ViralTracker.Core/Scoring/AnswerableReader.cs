using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Finds a post's <see cref="AnswerableCues"/>.</summary>
internal static class AnswerableReader
{
    private const int ManyHashtags = 3;
    private const int ManyEmoji = 3;
    private const int LeastWordsOfATitle = 4;
    private const double CapitalsOfATitle = 0.6;

    /// <param name="own">The author's words as written.</param>
    /// <param name="plain">Their <see cref="PlainReading"/>.</param>
    /// <param name="asks">Whether the post counts as asking.</param>
    public static AnswerableCues Read(string own, ReadOnlySpan<char> plain, in PostReading post, bool asks)
    {
        var link = post.Has(AskingCues.Link);
        var firstPerson = post.Has(AskingCues.FirstPerson);
        return Looks(own)
            | If(asks, AnswerableCues.Asks)
            | If(post.Has(AskingCues.Question), AnswerableCues.Question)
            | If(firstPerson, AnswerableCues.FirstPerson)
            | If(post.Has(AskingCues.Reply), AnswerableCues.Reply)
            | If(post.Has(AskingCues.Announces), AnswerableCues.Announces)
            | If(post.Greets, AnswerableCues.Greets)
            | If(link, AnswerableCues.Link)
            | If(plain.EndsWith(" % "), AnswerableCues.LinkAtTheEnd)
            | If(link && firstPerson, AnswerableCues.LinkOfOnesOwn)
            | If(post.Hashtags > 0, AnswerableCues.Hashtag)
            | If(post.Hashtags >= ManyHashtags, AnswerableCues.ManyHashtags)
            | If(plain.Contains(" 👇 ", StringComparison.Ordinal), AnswerableCues.Points)
            | If(plain.Contains(" : ", StringComparison.Ordinal), AnswerableCues.Colon)
            | If(plain.Count(" . ") >= 2, AnswerableCues.SeveralSentences)
            | If(post.Has(AskingCues.Unspaced), AnswerableCues.Unspaced)
            | If(post.Words >= 8, AnswerableCues.Words8)
            | If(post.Words >= 13, AnswerableCues.Words13)
            | If(post.Words >= 20, AnswerableCues.Words20)
            | If(post.Words >= 30, AnswerableCues.Words30)
            | If(post.Words >= 45, AnswerableCues.Words45);
    }

    /// <summary>What a plain reading leaves out: emoji, case and marks.</summary>
    private static AnswerableCues Looks(string own)
    {
        var (emoji, words, capitals, begins) = (0, 0, 0, true);
        for (var at = 0; at < own.Length; at++)
        {
            var c = own[at];
            if (begins && char.IsLetter(own, at))
            {
                words++;
                if (char.IsUpper(own, at)) capitals++;
            }

            if (!char.IsAscii(c) && Rune.TryGetRuneAt(own, at, out var rune) && Emoji.IsPictograph(rune.Value)) emoji++;
            begins = char.IsWhiteSpace(c);
        }

        return If(emoji > 0, AnswerableCues.Emoji)
            | If(emoji >= ManyEmoji, AnswerableCues.ManyEmoji)
            | If(words >= LeastWordsOfATitle && capitals > CapitalsOfATitle * words, AnswerableCues.TitleCase)
            | If(own.Contains('!'), AnswerableCues.Exclaims)
            | If(own.Contains('…') || own.Contains("...", StringComparison.Ordinal), AnswerableCues.Ellipsis);
    }

    private static AnswerableCues If(bool holds, AnswerableCues cue) => holds ? cue : AnswerableCues.None;
}
