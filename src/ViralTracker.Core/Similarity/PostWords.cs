using System.Buffers;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>A word of a post in lower case.</summary>
/// <param name="IsName">It begins with a capital, or is a hashtag within the text.</param>
internal readonly record struct PostWord(string Text, bool IsName);

/// <summary>
/// What <see cref="WordOverlap"/> compares of a text: its words in order, characters in scripts without spaces, hashtags within the text among them;
/// the hashtags at its end and the handles apart. A leading "RT" is no word.
/// </summary>
internal sealed class PostWords
{
    private PostWords(PostWord[] words, HashSet<string> tags, HashSet<string> handles)
    {
        (Words, Tags, Handles) = (words, tags, handles);
        var hashes = Array.ConvertAll(words, word => Fnv1a.Hash32(word.Text));
        Array.Sort(hashes);
        Hashes = hashes;
    }

    public PostWord[] Words { get; }

    public HashSet<string> Tags { get; }

    public HashSet<string> Handles { get; }

    /// <summary>Hashes of the words, ascending.</summary>
    public uint[] Hashes { get; }

    public static PostWords Of(string text)
    {
        var words = new List<PostWord>();
        var (tags, handles, trailing) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<string>());
        var clean = PostScanner.Clean(text);
        var scratch = ArrayPool<char>.Shared.Rent(clean.Length);
        var scanner = new PostScanner(clean, scratch);
        while (scanner.MoveNext())
        {
            if (scanner.Kind is TokenKind.Handle) handles.Add(scanner.Token.ToString());
            else if (scanner.Kind is TokenKind.Hashtag) trailing.Add(scanner.Token.ToString());
            else if (scanner.Kind is TokenKind.Word && scanner.Token is not "rt")
            {
                foreach (var tag in trailing) words.Add(new(tag.ToLowerInvariant(), true));
                trailing.Clear();
                Add(words, scanner.Token, scanner.IsCapital);
            }
        }

        ArrayPool<char>.Shared.Return(scratch);
        tags.UnionWith(trailing);
        return new([.. words], tags, handles);
    }

    /// <summary>The same post with the hashtags at its end among the words.</summary>
    public PostWords WithTags() => new([.. Words, .. Tags.Select(tag => new PostWord(tag.ToLowerInvariant(), true)).OrderBy(word => word.Text, StringComparer.Ordinal)], [], Handles);

    private static void Add(List<PostWord> words, ReadOnlySpan<char> token, bool isName)
    {
        Rune.DecodeFromUtf16(token, out var first, out _);
        if (UnicodeFacts.IsUnspaced(first))
            foreach (var rune in token.EnumerateRunes()) words.Add(new(rune.ToString(), false));
        else
            words.Add(new(token.ToString(), isName));
    }
}
