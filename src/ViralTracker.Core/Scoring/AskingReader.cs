using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>Reads a <see cref="PlainReading"/> once for its tokens and facts, and those tokens once for the sequences among them.</summary>
/// <param name="tokens">Room for the hashes of tokens, read up to its length.</param>
/// <param name="places">Room for what <see cref="PostReading.Places"/> holds.</param>
internal ref struct AskingReader(WordSequences sequences, ReadOnlySpan<char> plain, Span<uint> tokens, Span<ushort> places)
{
    // What counts only where a question mark ends the sentence.
    private const Wording OfQuestions = Wording.Rhetorical | Wording.Opening;

    // What a post says whatever its sentences are.
    private const Wording OfPosts = Wording.Announcement | Wording.FirstPerson | Wording.Greeting;

    private const AskingCues OfMarks = AskingCues.Question | AskingCues.SeveralQuestions | AskingCues.First | AskingCues.Late | AskingCues.Quoted;

    // Han, kana and Thai letters a word takes on average.
    private const int LettersOfAnUnspacedWord = 2;
    private const int ManyHashtags = 3;
    private const int WordsOfALongLead = 12;
    private const int WordsOfALecture = 10;
    private const int WordsOfAShortPost = 8;
    private const int WordsOfALongPost = 25;

    private static readonly uint Start = Fnv1a.Hash32(WordSequences.Start);
    private static readonly uint Number = Fnv1a.Hash32(WordSequences.Number);
    private static readonly uint Hashtag = Fnv1a.Hash32(WordSequences.Hashtag);
    private static readonly uint Question = Fnv1a.Hash32("?"), Insistence = Fnv1a.Hash32("??");
    private static readonly uint Stop = Fnv1a.Hash32("."), Link = Fnv1a.Hash32("%");

    private readonly WordSequences _sequences = sequences;
    private readonly ReadOnlySpan<char> _plain = plain;
    private readonly Span<uint> _tokens = tokens;
    private readonly Span<ushort> _places = places;

    private int _count;
    private int _found;
    private AskingCues _cues;
    private Wording _wording;
    private int _words;
    private int _unspacedLetters;
    private int _hashtags;
    private int _questions;
    private int _figures;

    // In words of the post: where the sentence begins, where the last question ends, where the last quotation mark stands.
    private int _sentence;
    private int _lastQuestion;
    private int _lastQuote;
    private int _quotes;
    private bool _begins;

    public PostReading Read()
    {
        _begins = true;
        for (var at = 1; at < _plain.Length && _count < _tokens.Length - 1;)
        {
            var length = _plain[at..].IndexOf(' ');
            Token(_plain.Slice(at, length));
            at += length + 1;
        }

        FindSequences();
        if (_questions <= _figures) _cues &= ~OfMarks;
        return new(_cues | OfPost(), _wording, Words, _hashtags, _places[.._found]);
    }

    private readonly int Words => _words + (_unspacedLetters / LettersOfAnUnspacedWord);

    private void Token(ReadOnlySpan<char> token)
    {
        var first = token[0];
        if (char.IsLetterOrDigit(first))
        {
            if (_begins) _tokens[_count++] = Start;
            _begins = false;
            _tokens[_count++] = char.IsDigit(first) ? Number : Fnv1a.Hash32(token);
            CountWord(token);
            return;
        }

        _tokens[_count++] = first is '#' ? Hashtag : Fnv1a.Hash32(token);
        switch (first)
        {
            case '@' when _count == 1: _cues |= AskingCues.Reply; break;
            case '#': _hashtags++; break;
            case '"': (_quotes, _lastQuote) = (_quotes + 1, Words); break;
            case '%': _cues |= AskingCues.Link; EndSentence(); break;
            case '?': EndQuestion(); EndSentence(); break;
            case '.' or ':': EndSentence(); break;
        }
    }

    private void CountWord(ReadOnlySpan<char> token)
    {
        var letters = 0;
        if (!char.IsAscii(token[0]))
            foreach (var c in token)
                if (!char.IsAscii(c) && UnicodeFacts.IsUnspaced(new Rune(c)))
                    letters++;
        if (letters == 0) _words++;
        _unspacedLetters += letters;
    }

    private void EndQuestion()
    {
        _questions++;
        _cues |= AskingCues.Question
            | If(_questions == 2, AskingCues.SeveralQuestions)
            | If(_questions == 1 && _sentence == 0, AskingCues.First)
            | If(_questions == 1 && _sentence >= WordsOfALongLead, AskingCues.Late)
            | If((_quotes & 1) == 1 && _lastQuote > 0, AskingCues.Quoted);
        _lastQuestion = Words;
    }

    private void EndSentence() => (_sentence, _begins) = (Words, true);

    /// <summary>From the last token on, as the mark at its end tells what a sentence is.</summary>
    private void FindSequences()
    {
        var (asks, found, ofSentence) = (false, 0, Wording.None);
        for (var from = _count - 1; from >= 0; from--)
        {
            var token = _tokens[from];
            if (token == Question || token == Insistence) asks = true;
            else if (token == Stop || token == Link) asks = false;

            var sequence = WordSequences.Root;
            for (var to = from; to < _count; to++)
            {
                sequence = WordSequences.Then(sequence, _tokens[to]);
                if (!_sequences.TryFind(sequence, out var kind, out var place)) break;
                ofSentence |= kind & ~(asks ? Wording.Unmarked : OfQuestions);
                if (asks && place >= 0 && _found < _places.Length) _places[_found++] = (ushort)place;
            }

            if (token != Start) continue;
            if ((ofSentence & Wording.Figure) != 0)
            {
                (ofSentence, _found) = (ofSentence & OfPosts, found);
                if (asks) _figures++;
            }

            (_wording, ofSentence, found) = (_wording | ofSentence, Wording.None, _found);
        }

        _wording |= ofSentence;
    }

    private readonly AskingCues OfPost()
    {
        var unspaced = _unspacedLetters > 0;
        var asks = _questions > _figures;
        var after = Words - _lastQuestion;
        return If(Holds(Wording.Call) || (unspaced && _plain.ContainsAny(AskingPhrases.Unspaced)), AskingCues.Call)
            | If(Holds(Wording.Hedge), AskingCues.Hedge)
            | If(Holds(Wording.Opening), AskingCues.Ordered)
            | If(Holds(Wording.Unmarked) || (unspaced && !asks && _plain.ContainsAny(AskingPhrases.UnspacedUnmarked)), AskingCues.Unmarked)
            | If(Holds(Wording.Rhetorical), AskingCues.Rhetorical)
            | If(Holds(Wording.Announcement), AskingCues.Announces)
            | If(Holds(Wording.FirstPerson) || (unspaced && _plain.ContainsAny(AskingPhrases.UnspacedFirstPerson)), AskingCues.FirstPerson)
            | If(_hashtags >= ManyHashtags, AskingCues.Tags)
            | If(unspaced, AskingCues.Unspaced)
            | If(asks && after == 0, AskingCues.Last)
            | If(asks && after >= WordsOfALecture, AskingCues.Lectures)
            | If(Words <= WordsOfAShortPost, AskingCues.ShortPost)
            | If(Words >= WordsOfALongPost, AskingCues.LongPost);
    }

    private readonly bool Holds(Wording kind) => (_wording & kind) != 0;

    private static AskingCues If(bool holds, AskingCues cue) => holds ? cue : AskingCues.None;
}
