using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ViralTracker.GeminiStandIn;

/// <summary>Finds the kinds of drafts and their limits where a model would: in the answer schema, else in the instructions.</summary>
internal static partial class KindReading
{
    private static readonly string[] Usual = ["add_value", "ask_question", "mirror_reframe"];

    public static IReadOnlyList<Kind> Of(JsonElement? schema, string system)
    {
        var fromSchema = ItemOf(schema).Get("properties").Members().Where(p => p.Name != "id")
            .Select(p => Limit(p.Name, p.Value.Get("minLength").Int(), p.Value.Get("maxLength").Int(), p.Value.Get("description").Str(), system)).ToList();
        return fromSchema.Count > 0 ? fromSchema : [.. Usual.Select(name => Limit(name, null, null, null, system))];
    }

    /// <summary>Where ids are pinned, the enum's values.</summary>
    public static bool HasEnum(JsonElement? schema) => ItemOf(schema).Get("properties").Get("id").Get("enum") is not null;

    public static bool HasBounds(JsonElement? schema) => schema?.GetRawText() is { } text
        && (text.Contains("\"maxItems\"", StringComparison.Ordinal) || text.Contains("\"minItems\"", StringComparison.Ordinal));

    private static JsonElement? ItemOf(JsonElement? schema) => schema.Get("properties").Get("posts").Get("items");

    private static Kind Limit(string name, int? min, int? max, string? description, string system)
    {
        var line = system.Split('\n').FirstOrDefault(l => l.Contains(name, StringComparison.Ordinal) && Range().IsMatch(l));
        var match = Range().Match(description ?? "") is { Success: true } own ? own : Range().Match(line ?? "");
        return new Kind(name, min ?? Number(match, 1) ?? 30, max ?? Number(match, 2) ?? 120);
    }

    private static int? Number(Match match, int group) =>
        match.Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(\d+)\s*(?:-|–|to|and)\s*(\d+)\s*char")]
    private static partial Regex Range();
}
