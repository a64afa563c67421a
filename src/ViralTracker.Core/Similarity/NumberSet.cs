using System.Buffers;

namespace ViralTracker.Core.Similarity;

/// <summary>The different numbers (runs of digits) in a text's words and hashtags; those of URLs and handles do not count.</summary>
public sealed class NumberSet : IEquatable<NumberSet>
{
    private static readonly NumberSet Empty = new([]);

    private readonly string[] _sorted;

    private NumberSet(string[] sorted) => _sorted = sorted;

    public static NumberSet Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = PostScanner.Clean(text);
        if (!clean.Any(char.IsDigit)) return Empty;
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        var scratch = ArrayPool<char>.Shared.Rent(clean.Length);
        var scanner = new PostScanner(clean, scratch);
        while (scanner.MoveNext())
            if (scanner.Kind is not TokenKind.Handle) AddRuns(scanner.Token, numbers);
        ArrayPool<char>.Shared.Return(scratch);
        return numbers.Count == 0 ? Empty : new([.. numbers]);
    }

    public bool Equals(NumberSet? other) => other is not null && _sorted.AsSpan().SequenceEqual(other._sorted);

    public override bool Equals(object? obj) => Equals(obj as NumberSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var number in _sorted) hash.Add(number, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    private static void AddRuns(ReadOnlySpan<char> token, SortedSet<string> numbers)
    {
        for (var i = 0; i < token.Length;)
        {
            var start = i;
            while (i < token.Length && char.IsDigit(token[i])) i++;
            if (i > start) numbers.Add(token[start..i].ToString());
            else i++;
        }
    }
}
