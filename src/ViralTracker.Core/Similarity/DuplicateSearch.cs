namespace ViralTracker.Core.Similarity;

/// <summary>What a post repeats.</summary>
/// <param name="Row">Row of the earliest post it repeats.</param>
/// <param name="Score">Their <see cref="DuplicateScore"/>.</param>
public readonly record struct Repeat(int Row, double Score);

/// <summary>
/// Finds the posts that repeat earlier ones (<see cref="DuplicateScore.IsRepeat"/>), exactly: signatures give upper bounds that
/// leave out what cannot reach the score, and only what remains is scored from its text.
/// </summary>
public static class DuplicateSearch
{
    /// <summary>Rows searched at once: their vectors and bitmaps stay in a core's cache while all queries pass.</summary>
    internal const int TileRows = 4096;

    /// <summary>For each post, the first stored post it repeats, or null.</summary>
    /// <param name="post">Gives a row of <paramref name="posts"/>; called for candidates only, on several threads at a time.</param>
    /// <param name="storedPost">Gives a row of <paramref name="stored"/>, likewise.</param>
    public static Repeat?[] InHistory(
        DuplicateIndex posts, Func<int, PreparedPost> post, DuplicateIndex stored, Func<int, PreparedPost> storedPost, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(stored);
        return Search(posts, post, stored, storedPost, new Repeat?[posts.Count], within: false, cancellation);
    }

    /// <summary>
    /// For each post, the first post before it that it repeats, or null. Posts that are repeats themselves do not count as earlier ones.
    /// </summary>
    /// <param name="repeats">What <see cref="InHistory"/> found, if it was asked: kept, and those posts do not count either.</param>
    public static Repeat?[] InRun(
        DuplicateIndex posts, Func<int, PreparedPost> post, IReadOnlyList<Repeat?>? repeats = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return Search(posts, post, posts, post, repeats is null ? new Repeat?[posts.Count] : [.. repeats], within: true, cancellation);
    }

    private static Repeat?[] Search(
        DuplicateIndex posts, Func<int, PreparedPost> post, DuplicateIndex stored, Func<int, PreparedPost> storedPost,
        Repeat?[] repeats, bool within, CancellationToken cancellation)
    {
        var candidates = new List<int>[posts.Count];
        var prepared = new PreparedCache(post);
        var storedPrepared = within ? prepared : new PreparedCache(storedPost);
        for (var tile = 0; tile < stored.Count; tile += TileRows)
        {
            var (first, end) = (tile, Math.Min(stored.Count, tile + TileRows));
            var open = Enumerable.Range(0, posts.Count).Where(q => repeats[q] is null && (!within || q > first)).ToArray();
            var blocks = (open.Length + SignatureKernel.Queries - 1) / SignatureKernel.Queries;
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, block =>
            {
                var start = block * SignatureKernel.Queries;
                var queries = open.AsSpan(start, Math.Min(SignatureKernel.Queries, open.Length - start));
                new TileScan(posts, stored, candidates).Run(queries, first, end);
            });

            // Inside a run in order of posts: what is settled for one decides whether the next ones may repeat it.
            if (within) foreach (var q in open) Settle(q);
            else Parallel.ForEach(open, new ParallelOptions { CancellationToken = cancellation }, Settle);
        }

        return repeats;

        void Settle(int q)
        {
            if (candidates[q] is not { Count: > 0 } rows) return;
            rows.Sort();
            foreach (var row in rows)
            {
                if (within && (row >= q || repeats[row] is not null)) continue;
                var (a, b) = (prepared[q], storedPrepared[row]);
                var score = DuplicateScore.Of(a, b);
                if (score < DuplicateScore.Repeat || !DuplicateScore.Agree(a, b)) continue;
                repeats[q] = new(row, score);
                break;
            }

            rows.Clear();
        }
    }

    /// <summary>Prepared posts by row; forgets all when it holds too many to keep. Thread-safe.</summary>
    private sealed class PreparedCache(Func<int, PreparedPost> load)
    {
        private const int Most = 20_000;
        private readonly Lock _lock = new();
        private readonly Dictionary<int, PreparedPost> _posts = [];

        public PreparedPost this[int row]
        {
            get
            {
                lock (_lock)
                    if (_posts.TryGetValue(row, out var known)) return known;
                var post = load(row);
                lock (_lock)
                {
                    if (_posts.Count == Most) _posts.Clear();
                    return _posts[row] = post;
                }
            }
        }
    }
}
