using System.Buffers.Binary;

namespace ViralTracker.Adapters.Storage;

/// <summary>Ids that sort by time: 48 bits of milliseconds and 80 of randomness in Crockford's base 32.</summary>
internal static class Ulid
{
    public const int EntropySize = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(DateTimeOffset at, ReadOnlySpan<byte> entropy)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)at.ToUnixTimeMilliseconds() << 16);
        entropy[..EntropySize].CopyTo(bytes[6..]);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(26, value, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5)
                text[i] = Alphabet[(int)(uint)(rest & 31)];
        });
    }
}
