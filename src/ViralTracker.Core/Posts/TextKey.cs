using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Posts;

/// <summary>Content address of a text: the first 16 bytes of SHA-256 over its NFKC form with runs of white space as one space.</summary>
/// <remarks>Two halves: methods that touch an <see cref="Int128"/> are not compiled ahead.</remarks>
public readonly record struct TextKey(ulong High, ulong Low)
{
    public const int Size = 16;

    public static TextKey Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(Normalise(text)), hash);
        return FromBytes(hash[..Size]);
    }

    public static TextKey FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(sizeof(ulong)), Low);
        return bytes;
    }

    private static string Normalise(string text)
    {
        var normal = System.Text.Ascii.IsValid(text) ? text : UnicodeForms.Compose(text);
        var buffer = ArrayPool<char>.Shared.Rent(normal.Length);
        var length = 0;
        foreach (var c in normal)
            if (!char.IsWhiteSpace(c))
                buffer[length++] = c;
            else if (length > 0 && buffer[length - 1] != ' ')
                buffer[length++] = ' ';
        var result = buffer.AsSpan(0, length).TrimEnd(' ').ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }
}
