using System.IO.Compression;

namespace ViralTracker.Adapters.Storage;

/// <summary>A source's own row, compressed for keeping.</summary>
internal static class RawRow
{
    // Brotli's fastest level: better than Deflate at its fastest on short JSON, in about the same time.
    private const int Quality = 1;
    private const int Window = 18;

    /// <summary>Null for an empty row.</summary>
    public static byte[]? Pack(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty) return null;
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        return BrotliEncoder.TryCompress(raw, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("The compressed row exceeds its bound.");
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        stream.CopyTo(raw);
        return raw.ToArray();
    }
}
