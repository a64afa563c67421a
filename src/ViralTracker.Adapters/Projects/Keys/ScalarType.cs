using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects.Keys;

internal delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>A single value.</summary>
/// <param name="schema">Its JSON Schema; <c>type: string</c> takes quoted and plain values alike, other types only plain ones.</param>
internal sealed class ScalarType<T>(string allowed, Func<JsonObject> schema, TryParse<T> parse, IReadOnlyList<string>? choices = null)
    : ConfigType<T>
{
    private readonly bool _isText = schema() is var json && (json["anyOf"] is not null || (string?)json["type"] == "string");

    public override string Allowed => allowed;

    public bool TryParse(string text, [MaybeNullWhen(false)] out T value) => parse(text, out value);

    public override JsonObject JsonSchema() => schema();

    public override bool TryRead(YamlValue value, string key, ProblemList problems, [MaybeNullWhen(false)] out T result)
    {
        result = default;
        if (value is not YamlScalar scalar)
        {
            var hint = _isText && value is YamlMap ? " (a text that holds ': ' needs quotes)" : "";
            problems.AddFound(value, key, allowed + hint);
            return false;
        }
        if (scalar.IsEmpty || _isText && string.IsNullOrWhiteSpace(scalar.Text))
        {
            problems.Add(value.Line, key, $"is empty; allowed: {allowed}");
            return false;
        }
        if (scalar.Quoted && !_isText && parse(scalar.Text.Trim(), out _))
        {
            problems.Add(value.Line, key, $"found the text '{scalar.Text}'; write it without quotes");
            return false;
        }
        if (parse(scalar.Text.Trim(), out result))
            return true;
        problems.AddFound(value, key, allowed + NearestName.Hint(scalar.Text, choices ?? []));
        return false;
    }
}
