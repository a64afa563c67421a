using System.Text.Json;

namespace ViralTracker.GeminiStandIn;

internal static class JsonGet
{
    public static JsonElement? Get(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Get(this JsonElement element, string name) => ((JsonElement?)element).Get(name);

    public static string? Str(this JsonElement? element) => element is { ValueKind: JsonValueKind.String } s ? s.GetString() : null;

    public static int? Int(this JsonElement? element) => element is { ValueKind: JsonValueKind.Number } n && n.TryGetInt32(out var value) ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) => element is { ValueKind: JsonValueKind.Array } a ? a.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement? element) => element is { ValueKind: JsonValueKind.Object } o ? o.EnumerateObject() : [];
}
