using System.Text.Json;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>The property names of a JSON object and the token each value begins with, as far as they could be read.</summary>
internal sealed record ObjectKeys(IReadOnlyDictionary<string, JsonTokenType> Tokens, bool Complete, bool Broken)
{
    public static ObjectKeys Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        var tokens = new Dictionary<string, JsonTokenType>();
        try
        {
            var complete = reader.Read() && Fill(tokens, ref reader);
            return new(tokens, complete, Broken: false);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException) // no JSON, or a name with half a surrogate pair
        {
            return new(tokens, Complete: false, Broken: true);
        }
    }

    /// <summary>From a reader that stands on the value's first token.</summary>
    public static ObjectKeys Read(ref Utf8JsonReader reader)
    {
        var tokens = new Dictionary<string, JsonTokenType>();
        return new(tokens, Fill(tokens, ref reader), Broken: false);
    }

    /// <summary>The first of the names that carries an array.</summary>
    public string? List(IEnumerable<string> names) => names.FirstOrDefault(name => Tokens.GetValueOrDefault(name) == JsonTokenType.StartArray);

    public string Describe() => Tokens.Count == 0
        ? "values without names"
        : $"JSON objects with {string.Join(", ", Tokens.Keys.Take(12))}{(Tokens.Count > 12 ? ", …" : "")}";

    private static bool Fill(Dictionary<string, JsonTokenType> tokens, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return reader.TrySkip();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            var name = reader.GetString()!;
            if (!reader.Read())
                return false;
            tokens[name] = reader.TokenType;
            if (!reader.TrySkip())
                return false;
        }
        return false;
    }
}
