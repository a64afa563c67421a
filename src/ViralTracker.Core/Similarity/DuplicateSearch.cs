using System.Numerics;
using System.Runtime.Intrinsics;

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
    /// <param name="post">Gives a row of <paramref name="posts"/>; called on this thread only, for candidates only.</param>
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
        var bounds = new LexicalBounds(posts);
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
                new TileScan(posts, stored, bounds, candidates).Run(queries, first, end);
            });

            // In order of posts: what is settled for one decides whether the next ones may repeat it.
            foreach (var q in open)
            {
                if (candidates[q] is not { Count: > 0 } rows) continue;
                rows.Sort();
                foreach (var row in rows)
                {
                    if (within && (row >= q || repeats[row] is not null)) continue;
                    var (a, b) = (prepared[q], storedPrepared[row]);
                    var score = DuplicateScore.Of(a, b);
                    if (score < DuplicateScore.Repeat || !DuplicateScore.NumbersAgree(a, b)) continue;
                    repeats[q] = new(row, score);
                    break;
                }

                rows.Clear();
            }
        }

        return repeats;
    }

    /// <summary>Prepared posts by row; forgets all when it holds too many to keep.</summary>
    private sealed class PreparedCache(Func<int, PreparedPost> load)
    {
        private const int Most = 20_000;
        private readonly Dictionary<int, PreparedPost> _posts = [];

        public PreparedPost this[int row]
        {
            get
            {
                if (_posts.TryGetValue(row, out var post)) return post;
                if (_posts.Count == Most) _posts.Clear();
                return _posts[row] = load(row);
            }
        }
    }
}

/// <summary>For each query, an upper bound of its lexical cosine with a row that shares so many buckets with it.</summary>
internal sealed class LexicalBounds
{
    private const int Step = 4;
    private const int Steps = 32;

    private readonly float[] _squares;

    public LexicalBounds(DuplicateIndex posts)
    {
        _squares = new float[posts.Count * (Steps + 1)];
        Span<byte> sorted = stackalloc byte[PostSignature.Buckets];
        for (var row = 0; row < posts.Count; row++)
        {
            var weights = posts.Weights(row);
            weights.CopyTo(sorted);
            sorted[..weights.Length].Sort();
            var sum = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                int weight = sorted[weights.Length - 1 - i];
                sum += weight * weight;
                _squares[(row * (Steps + 1)) + StepOf(i + 1)] = sum / (float)(PostSignature.WeightScale * PostSignature.WeightScale);
            }

            for (var step = StepOf(weights.Length) + 1; step <= Steps; step++)
                _squares[(row * (Steps + 1)) + step] = _squares[(row * (Steps + 1)) + step - 1];
        }
    }

    /// <summary>Square of the bound: the heaviest so many buckets, against a row of length 1.</summary>
    public float Squared(int query, int sharedBuckets) => _squares[(query * (Steps + 1)) + StepOf(sharedBuckets)];

    private static int StepOf(int buckets) => Math.Min(Steps, (buckets + Step - 1) / Step);
}

/// <summary>Collects the rows of one tile that may reach the score with one of up to 6 queries.</summary>
internal readonly struct TileScan(DuplicateIndex posts, DuplicateIndex stored, LexicalBounds bounds, List<int>[] candidates)
{
    /// <summary>More than float rounding can take from any bound.</summary>
    private const float Slack = 1e-4f;
    private const float LeastSum = (float)(2 * DuplicateScore.Repeat) - Slack;
    private const float LeastHalf = (float)DuplicateScore.LeastHalf - Slack;

    public void Run(ReadOnlySpan<int> queries, int first, int end)
    {
        var runs = posts.Dimensions / SignatureKernel.Run;
        Span<uint> packed = stackalloc uint[runs * SignatureKernel.Queries];
        for (var run = 0; run < runs; run++)
            for (var i = 0; i < SignatureKernel.Queries; i++)
                packed[(run * SignatureKernel.Queries) + i] = posts.QueryRun(queries[Math.Min(i, queries.Length - 1)], run);

        Span<int> sums = stackalloc int[SignatureKernel.Queries * SignatureKernel.Rows];
        for (var row = first; row < end; row += SignatureKernel.Rows)
        {
            SignatureKernel.Multiply(packed, stored.Vectors(row), stored.Corrections.Slice(row, SignatureKernel.Rows), sums);
            for (var i = 0; i < queries.Length; i++)
            {
                var ofQuery = sums.Slice(i * SignatureKernel.Rows, SignatureKernel.Rows);
                CheckGroup(queries[i], row, ofQuery);
                CheckGroup(queries[i], row + SignatureKernel.Group, ofQuery[SignatureKernel.Group..]);
            }
        }
    }

    /// <summary>q·r = q̂·r̂ + (q − q̂)·r + q̂·(r − r̂) ≤ q̂·r̂ + |q − q̂| + (1 + |q − q̂|)·|r − r̂| for unit vectors.</summary>
    private void CheckGroup(int query, int row, ReadOnlySpan<int> sums)
    {
        var (scale, error) = (posts.Scales[query], posts.Errors[query]);
        var dense = (Vector256.ConvertToSingle(Vector256.Create(sums)) * (Vector256.Create(stored.Scales[row..]) * scale))
            + (Vector256.Create(stored.Errors[row..]) * (1 + error)) + Vector256.Create(error);
        for (var hits = Vector256.GreaterThanOrEqual(dense, Vector256.Create(LeastHalf)).ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
        {
            var lane = BitOperations.TrailingZeroCount(hits);
            CheckLexical(query, row + lane, LeastSum - dense[lane]);
        }
    }

    private void CheckLexical(int query, int row, float least)
    {
        if (bounds.Squared(query, posts.SharedBuckets(query, stored, row)) < least * least) return;
        if (posts.LexicalBound(query, stored, row) >= least) (candidates[query] ??= []).Add(row);
    }
}
