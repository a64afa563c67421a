using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ViralTracker.Adapters.Tests.Projects;

/// <summary>The part of JSON Schema that finder.schema.json uses, applied to YAML as an editor does.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Problems(JsonNode schema, YamlNode node, string path)
    {
        if (schema["anyOf"] is JsonArray choices)
            return choices.Any(c => !Problems(c!, node, path).Any()) ? [] : [$"{path}: none of the choices"];
        var types = schema["type"] is JsonArray several ? several.Select(t => (string)t!) : [(string)schema["type"]!];
        return types.Any(t => Fits(t, node)) ? Inside(schema, node, path) : [$"{path}: not {string.Join(" or ", types)}"];
    }

    private static IEnumerable<string> Inside(JsonNode schema, YamlNode node, string path) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(entry => Child(schema, entry.Key.ToString(), entry.Value, path))
            .Concat((schema["required"]?.AsArray() ?? []).Where(r => !map.Children.ContainsKey((string)r!)).Select(r => $"{path}: lacks {r}")),
        YamlSequenceNode list when list.Children.Count < ((int?)schema["minItems"] ?? 0) => [$"{path}: too few"],
        YamlSequenceNode list => list.Children.SelectMany((item, i) => Problems(schema["items"]!, item, $"{path}[{i}]")),
        _ => Scalar(schema, node.ToString(), path),
    };

    private static IEnumerable<string> Child(JsonNode schema, string name, YamlNode value, string path) =>
        name == "<<" ? []
        : schema["properties"]![name] is { } known ? Problems(known, value, $"{path}.{name}")
        : [$"{path}.{name}: unknown"];

    private static IEnumerable<string> Scalar(JsonNode schema, string text, string path)
    {
        if (schema["enum"] is JsonArray names && !names.Any(n => (string?)n == text))
            yield return $"{path}: '{text}' is none of the names";
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!))
            yield return $"{path}: '{text}' has another shape";
        if (schema["minimum"] is { } min && Number(text) is { } low && low < (double)min)
            yield return $"{path}: {text} is too small";
        if (schema["maximum"] is { } max && Number(text) is { } high && high > (double)max)
            yield return $"{path}: {text} is too large";
    }

    private static bool Fits(string type, YamlNode node) => (type, node) switch
    {
        ("object", YamlMappingNode) or ("array", YamlSequenceNode) => true,
        ("null", YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" }) => true,
        ("number", YamlScalarNode { Style: ScalarStyle.Plain } s) => Number(s.Value!) is not null,
        ("integer", YamlScalarNode { Style: ScalarStyle.Plain } s) => long.TryParse(s.Value, CultureInfo.InvariantCulture, out _),
        ("boolean", YamlScalarNode { Style: ScalarStyle.Plain } s) => bool.TryParse(s.Value, out _),
        ("string", YamlScalarNode) => true,
        _ => false,
    };

    private static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;
}
