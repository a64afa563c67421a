using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>
/// Letters that imitate Latin ones (after UTS #39). Real words of other alphabets stay as they are: a word is changed
/// when it mixes alphabets, or when each of its letters imitates a Latin one in both cases.
/// </summary>
internal static class LookAlikes
{
    /// <summary>Latin letters of phonetics and small capitals, used as a font.</summary>
    private static readonly FrozenDictionary<char, char> Latin = Pairs("ıi ɡg ɑa ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz");

    /// <summary>Cyrillic and Greek letters alike in both cases, so that folding the case before or after makes no difference.</summary>
    private static readonly FrozenDictionary<char, char> BothCases = Pairs(
        "аa АA еe ЕE оo ОO рp РP сc СC уy УY хx ХX іi ІI јj ЈJ ѕs ЅS ԛq ԚQ ԝw ԜW αa ΑA ιi ΙI κk ΚK οo ΟO ρp ΡP χx ΧX");

    /// <summary>Alike in one case only, or less so: taken in words that mix alphabets.</summary>
    private static readonly FrozenDictionary<char, char> InMixedWords = Pairs(
        "вb ВB кk КK мm МM нh НH тt ТT һh ԁd ӏl ӀI ьb гr пn иu ёe їi βb ΒB εe ΕE ΖZ ηn ΗH ΜM νv ΝN τt ΤT υu ΥY γy ωw օo սu ոn");

    /// <summary>The leading half of letters in frames, and of some emoji.</summary>
    private const char InFrames = '\uD83C';

    private static readonly SearchValues<char> All = SearchValues.Create([.. Latin.Keys, .. BothCases.Keys, .. InMixedWords.Keys]);

    /// <summary>Where false, <see cref="ToLatin"/> changes at most letters in frames.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    /// <summary>Where false, <see cref="ToLatin"/> changes nothing.</summary>
    public static bool MayImitate(ReadOnlySpan<char> text) => MayStandIn(text) || (text.Contains(InFrames) && text.ContainsAnyInRange('\uDD30', '\uDD89'));

    public static string ToLatin(string text)
    {
        if (text.Contains(InFrames)) text = OutOfFrames(text);
        if (text.AsSpan().IndexOfAny(All) < 0) return text;
        var letters = text.ToCharArray();
        for (var start = 0; start < letters.Length;)
        {
            var end = start;
            while (end < letters.Length && IsWord(letters[end])) end++;
            Replace(letters.AsSpan(start..end));
            start = end + 1;
        }

        return new string(letters);
    }

    /// <summary>White letters on black discs and squares, which NFKC leaves as they are, unlike black ones on white.</summary>
    private static string OutOfFrames(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x1F150 and <= 0x1F169) letters.Append((char)('A' + rune.Value - 0x1F150));
            else if (rune.Value is >= 0x1F170 and <= 0x1F189) letters.Append((char)('A' + rune.Value - 0x1F170));
            else letters.Append(rune.ToString());
        }

        return letters.ToString();
    }

    private static void Replace(Span<char> word)
    {
        bool latin = false, imitator = false, onlyBothCases = true;
        foreach (var c in word)
        {
            latin |= char.IsAsciiLetter(c) || Latin.ContainsKey(c);
            imitator |= BothCases.ContainsKey(c) || InMixedWords.ContainsKey(c);
            onlyBothCases &= !char.IsLetter(c) || BothCases.ContainsKey(c);
        }

        var mixed = latin && imitator;
        for (var i = 0; i < word.Length; i++)
        {
            if (Latin.TryGetValue(word[i], out var replacement)
                || ((mixed || onlyBothCases) && BothCases.TryGetValue(word[i], out replacement))
                || (mixed && InMixedWords.TryGetValue(word[i], out replacement)))
            {
                word[i] = replacement;
            }
        }
    }

    private static bool IsWord(char c) => char.IsSurrogate(c) || (Rune.TryCreate(c, out var rune) && UnicodeFacts.IsWord(rune));

    private static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
