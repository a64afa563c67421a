using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Text in a post that gives orders to machines.</summary>
/// <param name="Sign">What shows it, as read.</param>
/// <param name="Commanded">Content words of the orders that the rest of the post does not have.</param>
/// <param name="Names">Those of them that are quoted, numbers, capitals or names: one in a draft is enough.</param>
/// <param name="Phrases">What the post puts in quotation marks, as <see cref="Words.Spaced"/> of the folded text.</param>
/// <param name="Uncheckable">The order is hidden, or demands a persona or tone from machines: what obeys it cannot be told by its words.</param>
public sealed record Instruction(string Sign, FrozenSet<string> Commanded, FrozenSet<string> Names, ImmutableArray<string> Phrases, bool Uncheckable);

/// <summary>Finds orders to machines in posts: overrides, role marks, addresses to tools, demands on an answer's form, hidden text.</summary>
public static partial class InstructionLike
{
    private const int TagBase = 0xE0000;
    private const int LeastPhrase = 8;
    private const char TagSurrogate = '\uDB40';

    public static Instruction? Check(string post)
    {
        var hidden = HiddenText(post);
        var text = hidden.Length > 0 ? post + "\n" + hidden : post;
        var folded = TextFolding.SkeletonProse(text);
        var sign = Orders.Find(folded);
        if (sign is null && hidden.Length == 0) return null;
        var persona = Persona.IsMatch(folded) && ToMachines.IsMatch(folded);
        var (commanded, names) = WordsOf(text);
        return new(Short(sign ?? hidden), commanded, names, Phrases(text), hidden.Length > 0 || persona);
    }

    /// <summary>What a post says besides its orders: the whole post where it gives none.</summary>
    public static string WithoutOrders(string post) => Check(post) is null ? post : Split(post).Talk;

    private static string Short(string sign) => string.Join(' ', Words.Split(sign).Take(8).Select(w => w.Text)) is { Length: > 0 } words ? words : sign.Trim();

    private static (FrozenSet<string> Commanded, FrozenSet<string> Names) WordsOf(string text)
    {
        var (orders, talk) = Split(text);
        var said = Content(talk);
        var commanded = Content(orders);
        commanded.ExceptWith(said);
        var names = NamesIn(orders);
        names.ExceptWith(said);
        return (commanded.ToFrozenSet(), names.ToFrozenSet());
    }

    /// <summary>Splits the post at its sentences: those from an order on to the end of the next are orders, the rest is talk.</summary>
    private static (string Orders, string Talk) Split(string text)
    {
        var (orders, talk) = (new StringBuilder(), new StringBuilder());
        var left = 0;
        var sentences = Sentences.Split(text);
        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i];
            var folded = TextFolding.SkeletonProse(sentence);
            // Some signs need what follows, which the next sentence may hold.
            var order = Orders.Start(folded + '\n' + TextFolding.SkeletonProse(sentences.ElementAtOrDefault(i + 1) ?? ""));
            if (order >= folded.Length) order = -1;
            if (Quoted.Match(sentence) is { Success: true } quote && (order < 0 || quote.Index < order)) order = quote.Index;
            // Folding seldom moves anything; where it does, the whole sentence is taken for the order.
            else if (order > 0 && folded.Length != sentence.Length) order = 0;
            left = order >= 0 ? 1 : left - 1;
            // A question is talk unless it carries the order itself; what stands before an order is talk, too.
            if (order < 0 && left == 0 && !sentence.TrimEnd().EndsWith('?')) order = 0;
            talk.Append(order < 0 ? sentence : sentence[..order]).Append('\n');
            if (order >= 0) orders.Append(sentence.AsSpan(order)).Append('\n');
        }

        return (orders.ToString(), talk.ToString());
    }

    /// <summary>Words of a text that can hardly stand in a draft by chance.</summary>
    internal static HashSet<string> NamesIn(string text) => Names.Matches(text).SelectMany(m => Content(m.Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Quoted texts too long to stand in a draft by chance.</summary>
    private static ImmutableArray<string> Phrases(string text) =>
        [.. Quoted.Matches(text).Select(m => Words.Spaced(TextFolding.FoldProse(m.Value)).Trim()).Where(p => p.Length >= (UnicodeFacts.IsUnspaced(p.EnumerateRunes().FirstOrDefault()) ? 4 : LeastPhrase)).Distinct()];

    internal static HashSet<string> Content(IEnumerable<Word> words)
    {
        var content = ContentWords.Of(words, run: 3);
        content.ExceptWith(OrderWords);
        return content;
    }

    private static HashSet<string> Content(string text) => Content(Words.Split(TextFolding.FoldProse(text)));

    /// <summary>Text in invisible tag characters, or in base64 that decodes to words.</summary>
    private static string HiddenText(string post)
    {
        var found = new StringBuilder();
        if (post.Contains(TagSurrogate, StringComparison.Ordinal))
            foreach (var rune in Flags.Replace(post, "").EnumerateRunes())
                if (rune.Value is > TagBase + 0x1F and < TagBase + 0x7F) found.Append((char)(rune.Value - TagBase));
        foreach (var block in PlainBase64.Matches(post).Concat(UrlBase64.Matches(post)))
        {
            var bytes = new byte[block.Length];
            if (Base64Url.DecodeFromChars(block.Value.Replace('+', '-').Replace('/', '_'), bytes, out _, out var size) is OperationStatus.Done && Readable(bytes.AsSpan(0, size)))
                found.Append(Encoding.ASCII.GetString(bytes, 0, size));
        }

        return found.ToString();
    }

    private static bool Readable(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && bytes.Contains((byte)' ');

    /// <summary>Words of orders themselves, which say nothing about what is ordered.</summary>
    private static readonly FrozenSet<string> OrderWords = WordList.Of(
        """
        system assistant user ai bot reply replies answer answers respond response say write output print return ignore previous instructions instruction prompt rule rules
        please must always every every each word words exactly only use add end mention post posts json one first nothing else sentence text message tell
        """);

    /// <summary>The flags of England, Scotland and Wales: a black flag, tags and their end.</summary>
    [GeneratedRegex("🏴(?:\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067|\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074|\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073)\U000E007F")]
    private static partial Regex Flags { get; }

    [GeneratedRegex($@"{SentenceEnd}|(?<=[。！？])|(?<=-->)|(?=\((?:note|assistant|n\.b)\b)|(?<=/[^/]{{1,12}}\}}\}})", RegexOptions.IgnoreCase)]
    private static partial Regex Sentences { get; }

    [GeneratedRegex("\"[^\"]{3,}\"|“[^”]{3,}”|„[^“”]{3,}[“”]|«[^»]{3,}»|「[^」]{2,}」|(?<=[\\s:(])['‘][^'’\n]{6,}['’](?!\\p{L})")]
    private static partial Regex Quoted { get; }

    /// <summary>What can hardly stand in a draft by chance: quoted text, capitals and names within a sentence, numbers of three digits.</summary>
    [GeneratedRegex("""(?<=[\p{Ll},:]\s)\p{Lu}[\p{L}\p{N}]{3,}|\b\p{Lu}\p{Ll}+\p{Lu}\w*|\b\p{Lu}{4,}\b|\b[0-9][0-9.,]{2,}\b""")]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])")]
    private static partial Regex PlainBase64 { get; }

    /// <summary>Of the alphabet for addresses, with one of its own signs.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9_=-])(?=[A-Za-z0-9]*[_-])[A-Za-z0-9_-]{16,}={0,2}(?![A-Za-z0-9_=-])")]
    private static partial Regex UrlBase64 { get; }
}
