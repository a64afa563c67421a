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
        for (var row = first; row < end; row += SignatureKernel.Rows)
        {
            SignatureKernel.Multiply(packed, stored.Vectors(row), stored.Corrections.Slice(row, SignatureKernel.Rows), sums);
            var scales = stored.Scales.Slice(row, SignatureKernel.Rows);
            var errors = stored.Errors.Slice(row, SignatureKernel.Rows);
            var (scaleA, scaleB) = (Vector256.Create(scales), Vector256.Create(scales[SignatureKernel.Group..]));
            var (errorA, errorB) = (Vector256.Create(errors), Vector256.Create(errors[SignatureKernel.Group..]));
            for (var i = 0; i < queries.Length; i++)
            {
                var query = queries[i];
                var (scale, error) = (posts.Scales[query], posts.Errors[query]);
                var ofQuery = sums.Slice(i * SignatureKernel.Rows, SignatureKernel.Rows);
                var a = DenseBounds(scale, error, Vector256.Create<int>(ofQuery), scaleA, errorA);
                var b = DenseBounds(scale, error, Vector256.Create<int>(ofQuery[SignatureKernel.Group..]), scaleB, errorB);
                var hits = Enough(a) | (Enough(b) << SignatureKernel.Group);
                if (hits == 0) continue;
                a.CopyTo(bounds);
                b.CopyTo(bounds[SignatureKernel.Group..]);
                for (; hits != 0; hits &= hits - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(hits);
                    CheckLexical(query, row + lane, LeastSum - bounds[lane]);
                }
            }
        }
    }

    /// <summary>Upper bounds of the dense cosines of one query with 8 rows.</summary>
    /// <remarks>q·r = q̂·r̂ + (q − q̂)·r + q̂·(r − r̂) ≤ q̂·r̂ + |q − q̂| + (1 + |q − q̂|)·|r − r̂| for unit vectors.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> DenseBounds(float scale, float error, Vector256<int> sums, Vector256<float> scales, Vector256<float> errors) =>
        (Vector256.ConvertToSingle(sums) * (scales * scale)) + (errors * (1 + error)) + Vector256.Create(error);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Enough(Vector256<float> bounds) => Vector256.GreaterThanOrEqual(bounds, Vector256.Create(LeastHalf)).ExtractMostSignificantBits();

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
