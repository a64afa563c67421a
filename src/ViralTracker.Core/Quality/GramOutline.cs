using System.Numerics;
using System.Runtime.CompilerServices;

namespace ViralTracker.Core.Quality;

/// <summary>
/// 1024 bits that a text's n-grams fall on, for a quick upper bound of the Dice coefficient: each bit that only one of two texts has
/// stands for an n-gram that only one has.
/// </summary>
internal readonly struct GramOutline
{
    private const int Words = 16;
    private readonly Bits _bits;
    private readonly int _count;

    private GramOutline(Bits bits, int count) => (_bits, _count) = (bits, count);

    public static GramOutline Of(ReadOnlySpan<uint> hashes)
    {
        var bits = new Bits();
        foreach (var hash in hashes) bits[(int)((hash >> 6) % Words)] |= 1UL << (int)(hash & 63);
        return new(bits, hashes.Length);
    }

    public double MostDice(in GramOutline other)
    {
        var apart = 0;
        for (var i = 0; i < Words; i++) apart += BitOperations.PopCount(_bits[i] ^ other._bits[i]);
        return _count + other._count == 0 ? 0 : 1 - ((double)apart / (_count + other._count));
    }

    [InlineArray(Words)]
    private struct Bits
    {
        private ulong _first;
    }
}
