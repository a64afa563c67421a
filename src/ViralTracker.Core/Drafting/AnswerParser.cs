using System.Text;
using System.Text.Json;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;

namespace ViralTracker.Core.Drafting;

/// <summary>
/// Reads an answer part by part and never trusts the schema: fences, text around the JSON, a top-level list, a single object and
/// an answer that breaks off all give up their complete parts.
/// </summary>
public static class AnswerParser
{
    /// <summary>Times its kind's limit, as X counts: a text beyond that is no draft that another try may shorten.</summary>
    private const int FarOver = 16;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <param name="wanted">Alias → kinds asked, in the order asked.</param>
    public static PackAnswer Parse(string answer, IReadOnlyList<KeyValuePair<string, IReadOnlyList<SuggestionKind>>> wanted)
    {
        var asked = wanted.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var (elements, complete) = Elements(answer, asked);
        var byAlias = elements.ToLookup(e => AliasOf(e, asked));
        var parts = wanted.Select(w => Part(w.Key, w.Value, [.. byAlias[w.Key]])).ToArray();
        return new PackAnswer(parts, complete || elements.Count > 0, complete);
    }

    private static PostAnswer Part(string alias, IReadOnlyList<SuggestionKind> kinds, JsonElement[] elements)
    {
        var drafts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var missing = new Dictionary<string, AnswerFault>(StringComparer.Ordinal);
        var disagree = elements.Skip(1).Any(e => !IsSame(e, elements[0]));
        foreach (var (kind, limit) in kinds.Select(kind => (kind.Name, kind.MaxLength)))
        {
            if (elements.Length == 0)
                missing[kind] = AnswerFault.Missing;
            else if (disagree)
                missing[kind] = AnswerFault.Repeated;
            else if (!elements[0].TryGetProperty(kind, out var value))
                missing[kind] = AnswerFault.Missing;
            else if (value.ValueKind == JsonValueKind.Null)
                drafts[kind] = null;
            else if (value.ValueKind == JsonValueKind.String && Text(value)?.Trim() is { } text && XLength.Of(text) <= limit * FarOver)
                drafts[kind] = text.Length > 0 ? text : null;
            else
                missing[kind] = AnswerFault.Malformed;
        }
        return new PostAnswer(alias, drafts, missing);
    }

    /// <summary>The post that a part belongs to, null where it was not asked; a single part without an id belongs to the single post asked.</summary>
    private static string? AliasOf(JsonElement element, HashSet<string> asked)
    {
        if (element.ValueKind != JsonValueKind.Object || !HasReadableNames(element)) return null;
        if (!element.TryGetProperty("id", out var id)) return asked.Count == 1 ? asked.Single() : null;
        return id.ValueKind == JsonValueKind.String && Text(id) is { } alias && asked.Contains(alias) ? alias : null;
    }

    // JSON may escape a lone surrogate, which has no text form: a draft of it is none, a part with such a name is unknown.
    private static string? Text(JsonElement value) => Read(() => value.GetString(), null);

    private static bool HasReadableNames(JsonElement element) => Read(() => element.EnumerateObject().All(p => p.Name is not null), false);

    private static bool IsSame(JsonElement one, JsonElement other) => Read(() => JsonElement.DeepEquals(one, other), false);

    private static T Read<T>(Func<T> read, T unreadable)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return unreadable;
        }
    }

    /// <summary>What the first JSON holds that has a part of a post asked, else the last that is JSON at all; words before it may hold brackets, too.</summary>
    private static (List<JsonElement> Elements, bool Complete) Elements(string answer, HashSet<string> asked)
    {
        ReadOnlySpan<byte> left = Encoding.UTF8.GetBytes(answer);
        var (best, complete, brokeOff) = (new List<JsonElement>(), false, false);
        for (var start = left.IndexOfAny((byte)'{', (byte)'['); start >= 0; start = left.IndexOfAny((byte)'{', (byte)'['))
        {
            left = left[start..];
            var elements = new List<JsonElement>();
            var whole = Read(left, elements, out var read);
            var isAnswer = elements.Exists(e => AliasOf(e, asked) is not null);
            if (whole is true || elements.Count > 0) (best, complete) = (elements, whole is true && (isAnswer || !brokeOff));
            if (isAnswer) break;
            // What follows may be brackets within the strings of an answer that broke off.
            brokeOff |= whole is false;
            left = left[Math.Max(1, read)..];
        }

        return (best, complete);
    }

    /// <summary>False where the JSON breaks off, null where it is none: what came before that stays.</summary>
    private static bool? Read(ReadOnlySpan<byte> json, List<JsonElement> elements, out int read)
    {
        // Not the final block: an answer that breaks off ends the loops instead of throwing away what was complete.
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Lenient));
        try
        {
            return reader.Read() && (reader.TokenType is JsonTokenType.StartArray ? ReadArray(ref reader, elements) : ReadObject(ref reader, json, elements));
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            read = (int)reader.BytesConsumed;
        }
    }

    private static bool ReadArray(ref Utf8JsonReader reader, List<JsonElement> elements)
    {
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray) return true;
            if (!Add(ref reader, elements)) return false;
        }

        return false;
    }

    /// <summary>The list "posts", else the first list of objects; an object without either is a part itself.</summary>
    private static bool ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<JsonElement> elements)
    {
        var objects = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject)
            {
                if (objects) return true;
                elements.Clear();
                var whole = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Lenient));
                return Add(ref whole, elements);
            }

            var posts = !reader.ValueIsEscaped && reader.ValueTextEquals("posts"u8);
            if (!reader.Read()) return false;
            if (reader.TokenType is JsonTokenType.StartArray && (posts || !objects))
            {
                elements.Clear();
                if (!ReadArray(ref reader, elements)) return false;
                if (posts) return true;
                objects = elements.Exists(e => e.ValueKind is JsonValueKind.Object);
            }
            else if (!reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static bool Add(ref Utf8JsonReader reader, List<JsonElement> elements)
    {
        if (!JsonDocument.TryParseValue(ref reader, out var document)) return false;
        using (document) elements.Add(document.RootElement.Clone());
        return true;
    }
}
