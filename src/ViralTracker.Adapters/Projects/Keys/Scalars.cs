using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>The kinds of single values that finder.yml knows.</summary>
internal static partial class Scalars
{
    public static ScalarType<string> Text { get; } = Pattern("a text", null, t => t);

    /// <summary>Kept without its @.</summary>
    public static ScalarType<string> Handle { get; } = Pattern("a handle, with or without @", HandleShape(), t => t.TrimStart('@'));

    /// <summary>Kept as the lower-case primary subtag.</summary>
    public static ScalarType<string> Language { get; } =
        Pattern("a language tag such as en or pt-BR", LanguageShape(), t => t.Split('-', '_')[0].ToLowerInvariant());

    /// <summary>Kept without a <c>models/</c> prefix.</summary>
    public static ScalarType<string> Model { get; } = Pattern(
        "a model's id, such as gemini-flash-latest", ModelShape(), t => t.StartsWith("models/", StringComparison.Ordinal) ? t[7..] : t);

    public static ScalarType<string> SnakeName { get; } =
        Pattern("a name of lower-case letters, digits and _, such as add_value", SnakeShape(), t => t);

    public static ScalarType<string> WebAddress { get; } = new(
        "an http or https address",
        () => new JsonObject { ["type"] = "string", ["pattern"] = WebShape().ToString() },
        (string text, [MaybeNullWhen(false)] out string value) => WebShape().IsMatch(value = text) && Uri.TryCreate(text, UriKind.Absolute, out _));

    /// <summary>UTC where the text names no zone.</summary>
    public static ScalarType<DateTimeOffset> Instant { get; } = new(
        "a time from 1970 on, such as 2025-11-01T12:00:00Z",
        () => new JsonObject { ["type"] = "string", ["pattern"] = InstantShape().ToString() },
        UtcText.TryParse);

    public static ScalarType<double> Number(double min, double max) => new(
        string.Create(CultureInfo.InvariantCulture, $"a number from {min:#,0.##} to {max:#,0.##}"),
        () => new JsonObject { ["type"] = "number", ["minimum"] = min, ["maximum"] = max },
        (string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= min && value <= max);

    public static ScalarType<int> Integer(int min, int max) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {min:N0} to {max:N0}"),
        () => new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max },
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= min && value <= max);

    public static ScalarType<bool> Bool { get; } = new(
        "true or false",
        () => new JsonObject { ["type"] = "boolean" },
        (string text, out bool value) => bool.TryParse(text, out value));

    /// <summary>A level, or a number of tokens.</summary>
    public static ScalarType<string> Thinking { get; } = Either(Choice("minimal", "low", "medium", "high"), Integer(0, 65_536));

    /// <summary>What fits one of both, as it is written.</summary>
    private static ScalarType<string> Either(ScalarType<string> one, ScalarType<int> other) => new(
        $"{one.Allowed}, or {other.Allowed}",
        () => new JsonObject { ["anyOf"] = new JsonArray(one.JsonSchema(), other.JsonSchema()) },
        (string text, [MaybeNullWhen(false)] out string value) => one.TryParse(value = text, out _) || other.TryParse(text, out _));

    public static ScalarType<string> Choice(params string[] names) => new(
        string.Join(", ", names.SkipLast(1)) + " or " + names[^1],
        () => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(n => (JsonNode)n)]) },
        (string text, [MaybeNullWhen(false)] out string value) => names.Contains(value = text),
        names);

    private static ScalarType<string> Pattern(string allowed, Regex? shape, Func<string, string> normalise) => new(
        allowed,
        () => shape is null
            ? new JsonObject { ["type"] = "string" }
            : new JsonObject { ["type"] = "string", ["pattern"] = shape.ToString() },
        (string text, [MaybeNullWhen(false)] out string value) =>
        {
            value = normalise(text);
            return shape is null || shape.IsMatch(text);
        });

    [GeneratedRegex(@"^https?://[^\s/]+\S*\z")]
    private static partial Regex WebShape();

    [GeneratedRegex("^@?[A-Za-z0-9_][A-Za-z0-9_.@-]*$")]
    private static partial Regex HandleShape();

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageShape();

    [GeneratedRegex("^(models/)?[A-Za-z0-9][A-Za-z0-9._:/-]*$")]
    private static partial Regex ModelShape();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeShape();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$")]
    private static partial Regex InstantShape();
}
