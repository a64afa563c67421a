using System.Text.Json;
using ViralTracker.Adapters.Sources.Formats;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>The property names of a JSON object and the token each value begins with, as far as they could be read.</summary>
internal sealed class ObjectKeys
{
    private readonly Dictionary<string, JsonTokenType> _tokens = [];

    public IReadOnlyDictionary<string, JsonTokenType> Tokens => _tokens;

    public bool Complete { get; private set; }

    public bool Broken { get; private set; }

    /// <summary>The property that lists a page's rows.</summary>
    public string? List => FormatParts.Lists.FirstOrDefault(name => Tokens.GetValueOrDefault(name) == JsonTokenType.StartArray);

    /// <summary>The first of a page's rows.</summary>
    public ObjectKeys? Row { get; private set; }

    public static ObjectKeys Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        var keys = new ObjectKeys();
        try
        {
            keys.Complete = reader.Read() && keys.Fill(ref reader);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException) // no JSON, or a name with half a surrogate pair
        {
            keys.Broken = true;
        }
        return keys;
    }

    /// <summary>From a reader that stands on the value's first token.</summary>
    public static ObjectKeys Read(ref Utf8JsonReader reader)
    {
        var keys = new ObjectKeys();
        keys.Complete = keys.Fill(ref reader);
        return keys;
    }

    public string Describe() => Tokens.Count == 0
        ? "values without names"
        : $"JSON objects with {string.Join(", ", Tokens.Keys.Take(12))}{(Tokens.Count > 12 ? ", …" : "")}";

    private bool Fill(ref Utf8JsonReader reader)
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
            _tokens[name] = reader.TokenType;
            if (name == List)
                Row = FirstRow(reader);
            if (!reader.TrySkip())
                return false;
        }
        return false;
    }

    private static ObjectKeys? FirstRow(Utf8JsonReader array) =>
        array.Read() && array.TokenType == JsonTokenType.StartObject ? Read(ref array) : null;
}
