using System.Text;
using System.Text.Json;

namespace ViralTracker.Core.Drafting;

/// <summary>
/// Reads an answer part by part and never trusts the schema: fences, text around the JSON, a top-level list, a single object and
/// an answer that breaks off all give up their complete parts.
/// </summary>
public static class AnswerParser
{
    /// <summary>A draft beyond this many UTF-16 units is no draft.</summary>
    public const int MaxDraftLength = 2_000;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="wanted">Alias → kinds asked, in the order asked.</param>
    public static PackAnswer Parse(string answer, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> wanted)
    {
        var (elements, complete, readable) = Elements(answer);
        var byAlias = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        var known = wanted.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var unknown = 0;
        foreach (var element in elements)
        {
            if (AliasOf(element, wanted) is { } alias && known.Contains(alias))
                (byAlias.TryGetValue(alias, out var list) ? list : byAlias[alias] = []).Add(element);
            else
                unknown++;
        }
        var parts = wanted.Select(w => Part(w.Key, w.Value, byAlias.GetValueOrDefault(w.Key))).ToArray();
        return new PackAnswer(parts, unknown, readable, complete);
    }

    private static PostAnswer Part(string alias, IReadOnlyList<string> kinds, List<JsonElement>? elements)
    {
        var drafts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var missing = new Dictionary<string, AnswerFault>(StringComparer.Ordinal);
        var disagree = elements is { Count: > 1 } && elements.Skip(1).Any(e => !JsonElement.DeepEquals(e, elements[0]));
        foreach (var kind in kinds)
        {
            if (elements is null)
                missing[kind] = AnswerFault.Missing;
            else if (disagree)
                missing[kind] = AnswerFault.Repeated;
            else if (!elements[0].TryGetProperty(kind, out var value))
                missing[kind] = AnswerFault.Missing;
            else if (value.ValueKind == JsonValueKind.Null)
                drafts[kind] = null;
            else if (value.ValueKind == JsonValueKind.String && Text(value) is { Length: <= MaxDraftLength } text)
                drafts[kind] = text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
            else
                missing[kind] = AnswerFault.Malformed;
        }
        return new PostAnswer(alias, drafts, missing);
    }

    /// <summary>The id of a part; a single part without one belongs to the single post asked.</summary>
    private static string? AliasOf(JsonElement element, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> wanted)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String) return Text(id);
        return wanted.Count == 1 && !element.TryGetProperty("id", out _) ? wanted[0].Key : null;
    }

    /// <summary>A JSON string may escape a lone surrogate, which has no text form: then it is no draft.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static (List<JsonElement> Elements, bool Complete, bool Readable) Elements(string answer)
    {
        var start = answer.AsSpan().IndexOfAny('{', '[');
        if (start < 0) return ([], false, false);
        var bytes = Encoding.UTF8.GetBytes(answer, start, answer.Length - start);
        var elements = new List<JsonElement>();
        try
        {
            // Not the final block: an answer that breaks off ends the loop instead of throwing away what was complete.
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Lenient));
            if (!reader.Read()) return (elements, false, false);
            if (reader.TokenType == JsonTokenType.StartObject && !EnterPosts(ref reader, bytes, elements, out var complete))
                return (elements, complete, elements.Count > 0 || complete);
            return ReadArray(ref reader, elements);
        }
        catch (JsonException)
        {
            return (elements, false, elements.Count > 0);
        }
    }

    private static (List<JsonElement>, bool Complete, bool Readable) ReadArray(ref Utf8JsonReader reader, List<JsonElement> elements)
    {
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray) return (elements, true, true);
                if (!JsonDocument.TryParseValue(ref reader, out var element)) break;
                using (element) elements.Add(element.RootElement.Clone());
            }
        }
        catch (JsonException)
        {
            // What came before the broken part stays.
        }
        return (elements, false, elements.Count > 0);
    }

    /// <summary>Moves to the start of the list of parts; a single object, or a map of id → part, is taken as it is and gives false.</summary>
    private static bool EnterPosts(ref Utf8JsonReader reader, byte[] bytes, List<JsonElement> elements, out bool complete)
    {
        complete = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.StartArray) return true;
            if (!reader.TrySkip()) return false;
        }
        if (reader.TokenType != JsonTokenType.EndObject) return false;
        complete = true;
        var whole = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(Lenient));
        if (JsonDocument.TryParseValue(ref whole, out var document))
            using (document)
                elements.Add(document.RootElement.Clone());
        return false;
    }
}
