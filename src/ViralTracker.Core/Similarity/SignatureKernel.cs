using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// Exact int8 dot products of 6 queries with 16 rows. Rows come in groups of 8, interleaved by 4 dimensions, so that a lane is a row
/// and nothing is summed across lanes; 12 accumulators keep both multipliers busy.
/// </summary>
internal static class SignatureKernel
{
    public const int Queries = 6;
    public const int Group = 8;
    public const int Rows = 2 * Group;

    /// <summary>Dimensions that stand together.</summary>
    public const int Run = 4;

    /// <summary>Added to each query value: the multiply-add instruction takes unsigned times signed.</summary>
    public const int QueryOffset = 128;

    /// <param name="queries">For each 4 dimensions, the 6 queries' 4 values + 128.</param>
    /// <param name="rows">Two groups; in each, for each 4 dimensions, the 8 rows' 4 values.</param>
    /// <param name="corrections">−128 · the sum of each row's values.</param>
    /// <param name="sums">Query by query, the dot products with the 16 rows.</param>
    public static void Multiply(ReadOnlySpan<uint> queries, ReadOnlySpan<sbyte> rows, ReadOnlySpan<int> corrections, Span<int> sums)
    {
        if (AvxVnni.IsSupported) MultiplyVnni(queries, rows, corrections, sums);
        else if (Avx2.IsSupported) MultiplyAvx2(queries, rows, corrections, sums);
        else MultiplyPortable(queries, rows, corrections, sums);
    }

    internal static void MultiplyPortable(ReadOnlySpan<uint> queries, ReadOnlySpan<sbyte> rows, ReadOnlySpan<int> corrections, Span<int> sums)
    {
        var steps = queries.Length / Queries;
        var packs = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(rows);
        for (var query = 0; query < Queries; query++)
            for (var half = 0; half < Rows / Run; half++)
            {
                // Half a group: the 4 values of each of 4 rows.
                var (a, b, c, d) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
                for (var step = 0; step < steps; step++)
                {
                    var values = Vector128.CreateScalarUnsafe(queries[(step * Queries) + query]).AsByte();
                    var factors = Vector128.WidenLower(Vector128.WidenLower(values)).AsInt32();
                    var (low, high) = Vector128.Widen(packs[(((half / 2 * steps) + step) * 2) + (half % 2)]);
                    a += factors * Vector128.WidenLower(low);
                    b += factors * Vector128.WidenUpper(low);
                    c += factors * Vector128.WidenLower(high);
                    d += factors * Vector128.WidenUpper(high);
                }

                var row = half * Run;
                var target = sums.Slice((query * Rows) + row, Run);
                target[0] = Vector128.Sum(a) + corrections[row];
                target[1] = Vector128.Sum(b) + corrections[row + 1];
                target[2] = Vector128.Sum(c) + corrections[row + 2];
                target[3] = Vector128.Sum(d) + corrections[row + 3];
            }
    }

    /// <summary>For processors without <see cref="AvxVnni"/>: most before 2021, and those that know it by 512 bits only.</summary>
    /// <remarks>Even and odd dimensions apart, as 16 bits: a pair's products fill 32 bits without a carry, and a lane stays a row.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyAvx2(ReadOnlySpan<uint> queries, ReadOnlySpan<sbyte> rows, ReadOnlySpan<int> corrections, Span<int> sums)
    {
        var steps = queries.Length / Queries;
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, steps * Run * Rows);
        Span<uint> evenQueries = stackalloc uint[queries.Length];
        Span<uint> oddQueries = stackalloc uint[queries.Length];
        Split(queries, evenQueries, oddQueries);
        var target = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        for (var group = 0; group < Rows / Group; group++)
        {
            ref var row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), group * steps * Run * Group);
            ref var even = ref MemoryMarshal.GetReference(evenQueries);
            ref var odd = ref MemoryMarshal.GetReference(oddQueries);
            var start = Vector256.Create(corrections[(group * Group)..]);
            Vector256<int> s0 = start, s1 = start, s2 = start, s3 = start, s4 = start, s5 = start;
            for (var step = 0; step < steps; step++)
            {
                var values = Vector256.LoadUnsafe(ref row).AsInt16();
                var (evenRow, oddRow) = ((values << 8) >> 8, values >> 8);
                s0 += Products(even, evenRow, odd, oddRow);
                s1 += Products(Unsafe.Add(ref even, 1), evenRow, Unsafe.Add(ref odd, 1), oddRow);
                s2 += Products(Unsafe.Add(ref even, 2), evenRow, Unsafe.Add(ref odd, 2), oddRow);
                s3 += Products(Unsafe.Add(ref even, 3), evenRow, Unsafe.Add(ref odd, 3), oddRow);
                s4 += Products(Unsafe.Add(ref even, 4), evenRow, Unsafe.Add(ref odd, 4), oddRow);
                s5 += Products(Unsafe.Add(ref even, 5), evenRow, Unsafe.Add(ref odd, 5), oddRow);
                row = ref Unsafe.Add(ref row, Run * Group);
                even = ref Unsafe.Add(ref even, Queries);
                odd = ref Unsafe.Add(ref odd, Queries);
            }

            (target[group], target[2 + group], target[4 + group]) = (s0, s1, s2);
            (target[6 + group], target[8 + group], target[10 + group]) = (s3, s4, s5);
        }
    }

    private static void Split(ReadOnlySpan<uint> queries, Span<uint> even, Span<uint> odd)
    {
        const uint evenBytes = 0x00FF00FF;
        var i = 0;
        for (; i <= queries.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            var values = Vector256.Create(queries[i..]);
            (values & Vector256.Create(evenBytes)).CopyTo(even[i..]);
            ((values >>> 8) & Vector256.Create(evenBytes)).CopyTo(odd[i..]);
        }

        for (; i < queries.Length; i++) (even[i], odd[i]) = (queries[i] & evenBytes, (queries[i] >> 8) & evenBytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(uint evenQuery, Vector256<short> evenRow, uint oddQuery, Vector256<short> oddRow) =>
        Avx2.MultiplyAddAdjacent(Vector256.Create(evenQuery).AsInt16(), evenRow) + Avx2.MultiplyAddAdjacent(Vector256.Create(oddQuery).AsInt16(), oddRow);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyVnni(ReadOnlySpan<uint> queries, ReadOnlySpan<sbyte> rows, ReadOnlySpan<int> corrections, Span<int> sums)
    {
        var steps = queries.Length / Queries;
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, steps * Run * Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Queries * Rows);
        ref var q = ref MemoryMarshal.GetReference(queries);
        ref var a = ref MemoryMarshal.GetReference(rows);
        ref var b = ref Unsafe.Add(ref a, steps * Run * Group);
        var (startA, startB) = (Vector256.Create(corrections), Vector256.Create(corrections[Group..]));
        Vector256<int> a0 = startA, a1 = startA, a2 = startA, a3 = startA, a4 = startA, a5 = startA;
        Vector256<int> b0 = startB, b1 = startB, b2 = startB, b3 = startB, b4 = startB, b5 = startB;
        for (var step = 0; step < steps; step++)
        {
            var rowA = Vector256.LoadUnsafe(ref a, (nuint)(step * Run * Group));
            var rowB = Vector256.LoadUnsafe(ref b, (nuint)(step * Run * Group));
            ref var values = ref Unsafe.Add(ref q, step * Queries);
            var query = Vector256.Create(values).AsByte();
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, query, rowA);
            b0 = AvxVnni.MultiplyWideningAndAdd(b0, query, rowB);
            query = Vector256.Create(Unsafe.Add(ref values, 1)).AsByte();
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, query, rowA);
            b1 = AvxVnni.MultiplyWideningAndAdd(b1, query, rowB);
            query = Vector256.Create(Unsafe.Add(ref values, 2)).AsByte();
            a2 = AvxVnni.MultiplyWideningAndAdd(a2, query, rowA);
            b2 = AvxVnni.MultiplyWideningAndAdd(b2, query, rowB);
            query = Vector256.Create(Unsafe.Add(ref values, 3)).AsByte();
            a3 = AvxVnni.MultiplyWideningAndAdd(a3, query, rowA);
            b3 = AvxVnni.MultiplyWideningAndAdd(b3, query, rowB);
            query = Vector256.Create(Unsafe.Add(ref values, 4)).AsByte();
            a4 = AvxVnni.MultiplyWideningAndAdd(a4, query, rowA);
            b4 = AvxVnni.MultiplyWideningAndAdd(b4, query, rowB);
            query = Vector256.Create(Unsafe.Add(ref values, 5)).AsByte();
            a5 = AvxVnni.MultiplyWideningAndAdd(a5, query, rowA);
            b5 = AvxVnni.MultiplyWideningAndAdd(b5, query, rowB);
        }

        var target = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        (target[0], target[1], target[2], target[3], target[4], target[5]) = (a0, b0, a1, b1, a2, b2);
        (target[6], target[7], target[8], target[9], target[10], target[11]) = (a3, b3, a4, b4, a5, b5);
    }
}
