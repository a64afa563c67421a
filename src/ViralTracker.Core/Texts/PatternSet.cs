using System.Numerics;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>
/// Patterns of which each is tried only on texts that hold something it requires, and of a large one only those alternatives. One pass over
/// a text tells for all of them, and for most texts rules out all. Thread-safe.
/// </summary>
internal sealed class PatternSet
{
    private const int Bits = 64;

    private readonly Part[] _parts;

    /// <summary>A bit for each part that requires nothing.</summary>
    private readonly ulong[] _always;

    /// <summary>Knows each part by its index.</summary>
    private readonly LiteralScreen _required;

    private readonly record struct Part(Pattern Of, Pattern Pattern);

    public PatternSet(params Pattern[] patterns)
    {
        _parts = [.. from pattern in patterns from part in pattern.Parts select new Part(pattern, part)];
        _always = new ulong[(_parts.Length + Bits - 1) / Bits];
        var required = new List<(string Text, int Mark)>();
        for (var i = 0; i < _parts.Length; i++)
        {
            var strings = RequiredLiterals.Of(_parts[i].Pattern);
            if (strings is null) _always[i / Bits] |= 1UL << (i % Bits);
            foreach (var text in strings ?? []) required.Add((text, i));
        }

        _required = new LiteralScreen(required);
    }

    /// <summary>False where no pattern can match the text or a part of it.</summary>
    public bool MayMatch(string text) => Marks(text, stackalloc ulong[_always.Length]).ContainsAnyExcept(0UL);

    /// <summary>The first match of the first pattern that matches, or null.</summary>
    public string? Find(string text) => Candidates(text).Select(candidate => candidate.Match(text)).FirstOrDefault(found => found is not null)?.Value;

    public bool IsMatch(string text) => Candidates(text).Any(candidate => candidate.Match(text) is not null);

    /// <summary>Where the first of all matches starts; negative where nothing matches.</summary>
    public int Start(string text) => Candidates(text).Select(candidate => candidate.Match(text)?.Index ?? -1).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    /// <summary>Pattern by pattern, in order.</summary>
    public IEnumerable<Match> Matches(string text) => Candidates(text).SelectMany(candidate => candidate.Matches(text));

    /// <summary>The patterns that may match, in order.</summary>
    public IReadOnlyList<Candidate> Candidates(string text)
    {
        var marks = Marks(text, stackalloc ulong[_always.Length]);
        if (!marks.ContainsAnyExcept(0UL)) return [];
        var candidates = new List<Candidate>();
        for (var word = 0; word < marks.Length; word++)
        {
            for (var left = marks[word]; left != 0; left &= left - 1)
            {
                var part = _parts[(word * Bits) + BitOperations.TrailingZeroCount(left)];
                if (candidates.Count == 0 || candidates[^1].Pattern != part.Of) candidates.Add(new(part.Of));
                candidates[^1].Add(part.Pattern);
            }
        }

        return candidates;
    }

    private Span<ulong> Marks(string text, Span<ulong> marks)
    {
        _always.CopyTo(marks);
        _required.Mark(text, marks);
        return marks;
    }
}
