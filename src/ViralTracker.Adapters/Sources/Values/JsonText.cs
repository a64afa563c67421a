using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Strings out of JSON, always well-formed: lone surrogates, invalid UTF-8, NUL and U+FFFE become U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>The value as text; numbers and booleans as written; null for everything else.</summary>
    public static string? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => String(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string String(JsonElement value)
    {
        try
        {
            return Kept(value.GetString()!);
        }
        catch (InvalidOperationException) // the framework refuses lone surrogates and invalid UTF-8
        {
            return Kept(Unescape(JsonMarshal.GetRawUtf8Value(value)[1..^1]));
        }
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var escaped = Encoding.UTF8.GetString(raw);
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\') { text.Append(escaped[i]); continue; }
            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var same => same });
        }
        // Encoding to UTF-8 is where .NET replaces surrogates that have no partner.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Databases cut text at NUL or refuse it; the framework doesn't normalise U+FFFE.
    private static string Kept(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE') ? text.Replace('\0', '\uFFFD').Replace('\uFFFE', '\uFFFD') : text;
}
