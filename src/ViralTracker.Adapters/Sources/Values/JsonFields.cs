using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Reads fields of a JSON object without ever throwing: what is absent or of another type is null.</summary>
internal static class JsonFields
{
    /// <summary>The value at a path of property names; undefined when any step is absent.</summary>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return default;
        return json;
    }

    public static SourceField Field(this JsonElement json, string name) => new(name, json.At(name));

    /// <summary>Trimmed text; null when absent, blank or no text, number or boolean.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path) =>
        JsonText.Read(json.At(path))?.Trim() is { Length: > 0 } text ? text : null;

    public static bool? Flag(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.Text(path)?.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };

    /// <summary>The elements of an array; none when it is something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var array = json.At(path);
        return array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];
    }

    /// <summary>True if any is, else false if any is, else null.</summary>
    public static bool? Either(params ReadOnlySpan<bool?> flags)
    {
        bool? result = null;
        foreach (var flag in flags)
            if (flag is { } known)
                result = known || result is true;
        return result;
    }
}
