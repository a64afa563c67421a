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

    // Posts of one tile are settled one after the other, all later ones at once.
    private const int RunTileRows = 1024;

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
        var prepared = new PreparedCache(post, posts.Count);
        var storedPrepared = within ? prepared : new PreparedCache(storedPost, stored.Count);
        var parallel = new ParallelOptions { CancellationToken = cancellation };
        var tileRows = within ? RunTileRows : TileRows;
        for (var first = 0; first < stored.Count; first += tileRows)
        {
            var end = Math.Min(stored.Count, first + tileRows);
            var later = Open(within ? end : 0, posts.Count);
            if (within)
            {
                // What is settled for one post decides whether the next ones may repeat it.
                var own = Open(first, end);
                Scan(own, settle: false);
                foreach (var q in own) Settle(q);
            }

            Scan(later, settle: true);

            void Scan(int[] open, bool settle) => Parallel.For(0, (open.Length + SignatureKernel.Queries - 1) / SignatureKernel.Queries, parallel, block =>
            {
                var start = block * SignatureKernel.Queries;
                var queries = open.AsSpan(start, Math.Min(SignatureKernel.Queries, open.Length - start));
                new TileScan(posts, stored, candidates).Run(queries, first, end);
                if (settle) foreach (var q in queries) Settle(q);
            });
        }

        return repeats;

        int[] Open(int from, int to) => [.. Enumerable.Range(from, to - from).Where(q => repeats[q] is null)];

        void Settle(int q)
        {
            if (candidates[q] is not { Count: > 0 } rows) return;
            rows.Sort();
            foreach (var row in rows)
            {
                if (within && (row >= q || repeats[row] is not null)) continue;
                if (!DuplicateScore.MayAgree(prepared.WordHashes(q), storedPrepared.WordHashes(row))) continue;

                // The words first: they are read sooner than the vectors.
                var (a, b) = (prepared[q], storedPrepared[row]);
                if (!DuplicateScore.Agree(a, b) || DuplicateScore.Of(a, b) is not (>= DuplicateScore.Repeat and var score)) continue;
                repeats[q] = new(row, score);
                break;
            }

            rows.Clear();
        }
    }

    /// <summary>Prepared posts by row; forgets all but the hashes of their words when it holds too many to keep. Thread-safe.</summary>
    private sealed class PreparedCache(Func<int, PreparedPost> load, int rows)
    {
        private const int Most = 10_000;
        private readonly Lock _lock = new();
        private readonly Dictionary<int, PreparedPost> _posts = [];
        private readonly uint[]?[] _hashes = new uint[rows][];

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

        public uint[] WordHashes(int row) => _hashes[row] ??= this[row].Words.Hashes;
    }
}
