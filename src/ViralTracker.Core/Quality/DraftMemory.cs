namespace ViralTracker.Core.Quality;

/// <param name="PostId">The store's id of the post it answered.</param>
public sealed record PastDraft(long PostId, string Text);

/// <summary>
/// Drafts that were offered, for finding near-duplicates: those of earlier runs, and those of this one as they come. Thread-safe.
/// An inverted index over each draft's sixteen smallest n-gram hashes finds candidates; the full sets decide.
/// </summary>
public sealed class DraftMemory
{
    /// <summary>How far back drafts of earlier runs count.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    private const int SketchSize = 16;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<uint, List<int>> _index = [];

    private sealed record Entry(long PostId, bool Earlier, string Text, CharGrams Grams);

    /// <param name="earlier">Drafts of earlier runs; those on the post at hand do not count against a new try at it.</param>
    public DraftMemory(IEnumerable<PastDraft>? earlier = null)
    {
        foreach (var draft in earlier ?? []) Add(draft, earlier: true);
    }

    /// <summary>Remembers a draft of this run unless one at least so similar is there; that one is returned.</summary>
    public (string Text, double Similarity)? AddUnlessLike(PastDraft draft, double least)
    {
        lock (_lock)
        {
            if (Nearest(draft.PostId, draft.Text) is { } nearest && nearest.Similarity >= least) return nearest;
            Add(draft, earlier: false);
            return null;
        }
    }

    /// <summary>The most similar remembered draft and its similarity (0..1), or null where none is alike.</summary>
    /// <param name="others">Leave out every draft on the same post.</param>
    public (string Text, double Similarity)? Nearest(long postId, string text, bool others = false)
    {
        var grams = CharGrams.Of(text);
        (string Text, double Similarity)? nearest = null;
        lock (_lock)
        {
            var seen = new HashSet<int>();
            foreach (var hash in grams.Sketch(SketchSize))
            {
                if (!_index.TryGetValue(hash, out var holders)) continue;
                foreach (var holder in holders)
                {
                    var entry = _entries[holder];
                    if (!seen.Add(holder) || (entry.PostId == postId && (others || entry.Earlier))) continue;
                    var similarity = grams.Dice(entry.Grams);
                    if (similarity > (nearest?.Similarity ?? 0)) nearest = (entry.Text, similarity);
                }
            }
        }

        return nearest;
    }

    private void Add(PastDraft draft, bool earlier)
    {
        var entry = new Entry(draft.PostId, earlier, draft.Text, CharGrams.Of(draft.Text));
        foreach (var hash in entry.Grams.Sketch(SketchSize))
        {
            if (!_index.TryGetValue(hash, out var holders)) _index[hash] = holders = [];
            holders.Add(_entries.Count);
        }

        _entries.Add(entry);
    }
}
