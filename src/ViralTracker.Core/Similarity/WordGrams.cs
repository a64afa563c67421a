using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>Character n-grams of a word between <c>&lt;</c> and <c>&gt;</c>, of its first 24 characters.</summary>
internal ref struct WordGrams
{
    public const int MaxFramed = 26;

    private readonly ReadOnlySpan<char> _framed;

    /// <param name="frame">Room for <see cref="MaxFramed"/> characters.</param>
    public WordGrams(ReadOnlySpan<char> word, Span<char> frame)
    {
        var length = Math.Min(word.Length, MaxFramed - 2);
        frame[0] = '<';
        word[..length].CopyTo(frame[1..]);
        frame[length + 1] = '>';
        _framed = frame[..(length + 2)];
    }

    /// <summary>FNV-1a 32 of every n-gram of 3 to <paramref name="longest"/> characters.</summary>
    public readonly int Hash(int longest, Span<uint> hashes)
    {
        var count = 0;
        for (var start = 0; start + 3 <= _framed.Length; start++)
        {
            var hash = Fnv1a.Hash32(_framed.Slice(start, 2));
            for (var end = start + 2; end < Math.Min(_framed.Length, start + longest); end++)
                hashes[count++] = hash = Fnv1a.Add(hash, _framed[end]);
        }

        return count;
    }
}
