using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ViralTracker.Core.Similarity;

/// <summary>Collects the rows of one tile that may reach the score with one of up to 6 queries.</summary>
internal readonly struct TileScan(DuplicateIndex posts, DuplicateIndex stored, List<int>[] candidates)
{
    /// <summary>More than float rounding can take from any bound.</summary>
    private const float Slack = 1e-4f;
    private const float LeastSum = (float)(2 * DuplicateScore.Repeat) - Slack;
    private const float LeastHalf = (float)DuplicateScore.LeastHalf - Slack;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<int> queries, int first, int end)
    {
        Span<uint> packed = stackalloc uint[posts.Dimensions / SignatureKernel.Run * SignatureKernel.Queries];
        Pack(queries, packed);
        Span<int> sums = stackalloc int[SignatureKernel.Queries * SignatureKernel.Rows];
        Span<float> bounds = stackalloc float[SignatureKernel.Rows];
        var scales = stored.Scales;
        var errors = stored.Errors;
        for (var row = first; row < end; row += SignatureKernel.Rows)
        {
            SignatureKernel.Multiply(packed, stored.Vectors(row), stored.Corrections.Slice(row, SignatureKernel.Rows), sums);
            for (var i = 0; i < queries.Length; i++)
            {
                var query = queries[i];
                var ofQuery = sums.Slice(i * SignatureKernel.Rows, SignatureKernel.Rows);
                var hits = DenseBounds(posts.Scales[query], posts.Errors[query], ofQuery, scales.Slice(row), errors.Slice(row), bounds);
                for (; hits != 0; hits &= hits - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(hits);
                    CheckLexical(query, row + lane, LeastSum - bounds[lane]);
                }
            }
        }
    }

    /// <summary>Upper bounds of the dense cosines of one query with 16 rows, and which of them are enough.</summary>
    /// <remarks>q·r = q̂·r̂ + (q − q̂)·r + q̂·(r − r̂) ≤ q̂·r̂ + |q − q̂| + (1 + |q − q̂|)·|r − r̂| for unit vectors.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DenseBounds(
        float scale, float error, ReadOnlySpan<int> sums, ReadOnlySpan<float> scales, ReadOnlySpan<float> errors, Span<float> bounds)
    {
        var hits = 0u;
        for (var at = 0; at < SignatureKernel.Rows; at += SignatureKernel.Group)
        {
            var dots = Vector256.ConvertToSingle(Vector256.Create(sums[at..])) * (Vector256.Create(scales[at..]) * scale);
            var dense = dots + (Vector256.Create(errors[at..]) * (1 + error)) + Vector256.Create(error);
            dense.CopyTo(bounds[at..]);
            hits |= Vector256.GreaterThanOrEqual(dense, Vector256.Create(LeastHalf)).ExtractMostSignificantBits() << at;
        }

        return hits;
    }

    private void Pack(ReadOnlySpan<int> queries, Span<uint> packed)
    {
        for (var i = 0; i < SignatureKernel.Queries; i++)
        {
            var query = queries[Math.Min(i, queries.Length - 1)];
            for (var at = i; at < packed.Length; at += SignatureKernel.Queries) packed[at] = posts.QueryRun(query, at / SignatureKernel.Queries);
        }
    }

    private void CheckLexical(int query, int row, float least)
    {
        if (posts.CoarseLexicalBound(query, stored, row) >= least && posts.LexicalBound(query, stored, row) >= least)
            (candidates[query] ??= []).Add(row);
    }
}
