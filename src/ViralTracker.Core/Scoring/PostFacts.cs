using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>What kind of post it is, counted once from its <see cref="PlainReading"/>.</summary>
internal readonly ref struct PostFacts
{
    // Han, kana and Thai letters a word takes on average.
    private const int LettersOfAnUnspacedWord = 2;

    private readonly Wording _wording;

    // Words of four letters and more that begin with a capital, as in headlines.
    private const double TitleShare = 0.6;

    /// <param name="plain">A <see cref="PlainReading"/>.</param>
    /// <param name="text">The text it was read from.</param>
    public PostFacts(ReadOnlySpan<char> plain, ReadOnlySpan<char> text)
    {
        _wording = AskingPhrases.Index.In(plain);
        IsReply = plain.StartsWith(" @ ");
        var letters = 0;
        foreach (var range in plain.Split(' '))
        {
            var token = plain[range];
            if (token.IsEmpty) continue;
            if (token is "%") HasLink = true;
            else if (token[0] is '#' && token.Length > 1) Hashtags++;
            else if (UnspacedLetters(token) is > 0 and var count) letters += count;
            else if (char.IsLetterOrDigit(token[0])) Words++;
        }

        Words += letters / LettersOfAnUnspacedWord;
        HasUnspaced = letters > 0;
        SpeaksForSelf = Holds(Wording.FirstPerson) || (HasUnspaced && plain.ContainsAny(AskingPhrases.UnspacedFirstPerson));
        IsTitle = ShareOfCapitals(text) >= TitleShare;
        Greets = Words < 30 && Holds(Wording.Greeting);
    }

    public int Words { get; }
    public int Hashtags { get; }
    public bool IsReply { get; }
    public bool HasLink { get; }
    public bool SpeaksForSelf { get; }
    public bool Announces => Holds(Wording.Announcement);
    public bool HasUnspaced { get; }
    public bool Greets { get; }
    public bool IsTitle { get; }

    /// <summary>Whether the reading holds wording of this kind anywhere.</summary>
    public bool Holds(Wording kind) => (_wording & kind) != 0;

    private static double ShareOfCapitals(ReadOnlySpan<char> text)
    {
        var (words, capital) = (0, 0);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.Length < 4 || !char.IsLetter(word[0]) || word.StartsWith("http", StringComparison.Ordinal)) continue;
            words++;
            if (char.IsUpper(word[0])) capital++;
        }

        return words == 0 ? 0 : (double)capital / words;
    }

    private static int UnspacedLetters(ReadOnlySpan<char> token)
    {
        var count = 0;
        foreach (var c in token)
            if (!char.IsAscii(c) && !char.IsSurrogate(c) && UnicodeFacts.IsUnspaced(new Rune(c)))
                count++;
        return count;
    }
}
