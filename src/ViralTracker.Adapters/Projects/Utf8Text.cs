using System.Text;

namespace ViralTracker.Adapters.Projects;

/// <summary>Files people write, as text: a mark at the start is fine, other encodings are refused with the line.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileProblemException">It is in another encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF])) throw new FileProblemException(1, "is UTF-16; save it as UTF-8");
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes[..Math.Clamp(error.Index, 0, bytes.Length)].Count((byte)'\n');
            throw new FileProblemException(line, "holds bytes that are not UTF-8; save it as UTF-8");
        }
    }
}
