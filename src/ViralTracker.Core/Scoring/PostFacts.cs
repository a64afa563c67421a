using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>What kind of post it is, counted once from its <see cref="PlainReading"/>.</summary>
internal readonly ref struct PostFacts
{
    // Han, kana and Thai letters a word takes on average.
    private const int LettersOfAnUnspacedWord = 2;

    private static readonly SearchValues<string> Greetings = SearchValues.Create(
        [" happy birthday ", " happy new year ", " happy friday ", " happy anniversary ", " congratulations ", " congrats ", " thank you ", " thanks for ", " good morning ", " good night ", " well done ", " happy bday "],
        StringComparison.Ordinal);

    // Words of four letters and more that begin with a capital, as in headlines.
    private const double TitleShare = 0.6;

    /// <param name="plain">A <see cref="PlainReading"/>.</param>
    /// <param name="text">The text it was read from.</param>
    public PostFacts(ReadOnlySpan<char> plain, ReadOnlySpan<char> text)
    {
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
        SpeaksForSelf = plain.ContainsAny(AskingPhrases.FirstPerson) || plain.ContainsAny(AskingPhrases.UnspacedFirstPerson);
        Announces = plain.ContainsAny(AskingPhrases.Announcements);
        IsTitle = ShareOfCapitals(text) >= TitleShare;
        Greets = Words < 30 && plain.ContainsAny(Greetings);
    }

    public int Words { get; }
    public int Hashtags { get; }
    public bool IsReply { get; }
    public bool HasLink { get; }
    public bool SpeaksForSelf { get; }
    public bool Announces { get; }
    public bool Greets { get; }
    public bool IsTitle { get; }

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
