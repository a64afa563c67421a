using System.Text.Json;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>A field under the file's own name, so that problems can name it. The value is undefined when the row lacks it.</summary>
internal readonly record struct SourceField(string Name, JsonElement Value)
{
    public string? Text => JsonText.Read(Value);

    public bool IsAbsent => Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public RowProblem Problem(string reason, string advice)
    {
        const int shown = 60;
        var found = IsAbsent ? "nothing" : Text is { } text ? $"\"{text}\"" : $"a JSON {Value.ValueKind}".ToLowerInvariant();
        found = found.ReplaceLineEndings(" ");
        return new(Name, found.Length > shown ? string.Concat(found.AsSpan(0, shown), "…") : found, reason, advice);
    }
}
