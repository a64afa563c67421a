using System.Globalization;
using System.Text.Json;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>Reads answers that may lack a field or carry another type: absent and odd are both null.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Member(this JsonElement? element, string name) => element?.Member(name);

    public static string? Text(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>As <see cref="Text"/> where something is said about a failure: a text that is no UTF-8 or no UTF-16 is null, too.</summary>
    public static string? Said(this JsonElement? element)
    {
        try
        {
            return element.Text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A whole number, also where it is written as a string.</summary>
    public static long? Whole(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } when long.TryParse(element.Said(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A count of tokens; what no request can have come to is none.</summary>
    public static long? Count(this JsonElement? element) => element.Whole() is >= 0 and <= int.MaxValue and var count ? count : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
