using System.Runtime.InteropServices;

namespace ViralTracker.Core.Quality;

/// <param name="PostId">The store's id of the post it answered.</param>
public sealed record PastDraft(long PostId, string Text);

/// <summary>
/// Drafts that were offered, for finding near-duplicates: those of earlier runs, and those of this one as they come. Thread-safe.
/// An inverted index over each draft's sketch finds candidates, a bound rules out most of them, the full sets decide.
/// </summary>
public sealed class DraftMemory
{
    /// <summary>How far back drafts of earlier runs count.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>Dice coefficient below which two drafts at most speak of one subject.</summary>
    private const double Alike = 0.4;

    private const int SketchSize = 15;
    private const int MostCompared = 32;

    /// <summary>Links looked at before the longest chains are given up: a key of very many drafts is a phrase of theirs, and like drafts share rarer keys.</summary>
    private const int MostLinks = 512;

    private const int None = -1;
    private const int FirstSlots = 1024;
    private const int LinksPerSlot = 2;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    // Chains in one array, newest first: a list of its own for each of half a million keys, or a dictionary of them, would take most of a run's memory.
    private readonly List<Link> _links = [];
    private Chain[] _chains = NoChains(FirstSlots);

    /// <param name="Before">Of the same slot, not always of the same key; <see cref="None"/> ends the chain.</param>
    private readonly record struct Link(int Entry, int Before);

    /// <param name="Newest">Its first link; <see cref="None"/> where it is empty.</param>
    private readonly record struct Chain(int Newest, int Length);

    // The outline stands in the list itself: most candidates are looked at only there, and memory is what that waits for.
    private readonly record struct Entry(long PostId, bool Earlier, string Text, CharGrams Grams, GramOutline Outline);

    /// <param name="earlier">Drafts of earlier runs; those on the post at hand do not count against a new try at it.</param>
    public DraftMemory(IEnumerable<PastDraft>? earlier = null)
    {
        foreach (var draft in earlier ?? []) Add(draft, CharGrams.Of(draft.Text), earlier: true);
    }

    /// <summary>
    /// Remembers a draft of this run unless one at least so similar is there; that one is returned. Also tells how similar (0..1) the nearest
    /// draft on another post is, 0 where none is alike.
    /// </summary>
    internal ((string Text, double Similarity)? Like, double Others) AddUnlessLike(PastDraft draft, CharGrams grams, double least)
    {
        lock (_lock)
        {
            var (nearest, others) = Find(draft.PostId, grams, Math.Min(least, Alike));
            if (nearest?.Similarity >= least) return (nearest, others);
            Add(draft, grams, earlier: false);
            return (null, others);
        }
    }

    private ((string Text, double Similarity)? Nearest, double Others) Find(long postId, CharGrams grams, double least)
    {
        (string Text, double Similarity)? nearest = null;
        var others = 0.0;
        var outline = grams.Outline;
        var entries = CollectionsMarshal.AsSpan(_entries);
        var links = CollectionsMarshal.AsSpan(_links);
        Span<uint> keys = stackalloc uint[SketchSize];
        // One that shares several keys need not be compared again for each.
        Span<int> compared = stackalloc int[MostCompared];
        var count = 0;
        keys = keys[..grams.Sketch(keys)];
        Span<int> lengths = stackalloc int[keys.Length];
        for (var i = 0; i < keys.Length; i++) lengths[i] = _chains[Slot(keys[i])].Length;
        lengths.Sort(keys);
        var left = MostLinks;
        foreach (var key in keys)
        {
            for (var link = _chains[Slot(key)].Newest; link != None && left > 0; link = links[link].Before)
            {
                left--;
                ref readonly var entry = ref entries[links[link].Entry];
                var own = entry.PostId == postId;
                var above = Math.Max(least, own ? nearest?.Similarity ?? 0 : others);
                if ((own && entry.Earlier) || outline.MostDice(entry.Outline) < above || compared[..count].Contains(links[link].Entry)) continue;
                if (count < MostCompared) compared[count++] = links[link].Entry;
                var similarity = grams.Dice(entry.Grams, above);
                if (similarity < least) continue;
                if (!own) others = Math.Max(others, similarity);
                if (similarity > (nearest?.Similarity ?? 0)) nearest = (entry.Text, similarity);
            }
        }

        return (nearest, others);
    }

    private void Add(PastDraft draft, CharGrams grams, bool earlier)
    {
        _entries.Add(new(draft.PostId, earlier, draft.Text, grams, grams.Outline));
        if (_links.Count < LinksPerSlot * _chains.Length)
        {
            LinkUp(_entries.Count - 1);
            return;
        }

        _chains = NoChains(2 * _chains.Length);
        _links.Clear();
        for (var i = 0; i < _entries.Count; i++) LinkUp(i);
    }

    private void LinkUp(int entry)
    {
        Span<uint> keys = stackalloc uint[SketchSize];
        foreach (var key in keys[.._entries[entry].Grams.Sketch(keys)])
        {
            ref var chain = ref _chains[Slot(key)];
            _links.Add(new(entry, chain.Newest));
            chain = new(_links.Count - 1, chain.Length + 1);
        }
    }

    private int Slot(uint key) => (int)(key & (uint)(_chains.Length - 1));

    private static Chain[] NoChains(int slots)
    {
        var chains = new Chain[slots];
        Array.Fill(chains, new(None, 0));
        return chains;
    }
}
