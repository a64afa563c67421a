using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>A group of keys that fills one record.</summary>
/// <param name="empty">The record before any key is read: its values are the keys' defaults.</param>
internal sealed class Section<T>(T empty, string? whenEmpty = null) : ConfigType<T> where T : class
{
    private delegate T Fill(T into, YamlValue value, string key, ProblemList problems);

    private sealed record Known(ConfigKey Key, Fill Fill);

    // In the order the keys were added, in which they are read whatever order the file has: see Group.
    private readonly OrderedDictionary<string, Known> _keys = [];
    private readonly List<Func<T, IReadOnlySet<string>, string?>> _rules = [];

    public override string Allowed => "a group of keys: " + string.Join(", ", _keys.Keys);

    public override string? WhenEmpty => whenEmpty;

    public override ImmutableArray<ConfigKey> Children => [.. _keys.Values.Select(k => k.Key)];

    /// <summary>Adds a key.</summary>
    /// <param name="shown">Its value in a record, for showing the default.</param>
    /// <param name="inWords">The default in words, where no value is one.</param>
    public Section<T> Key<TValue>(
        string name, ConfigType<TValue> type, string doc, Func<T, JsonNode?> shown, Func<T, TValue, T> set, bool required = false, string? inWords = null)
    {
        _keys.Add(name, new(
            new ConfigKey(name, type, doc, required ? null : shown(empty), required, inWords),
            (into, value, key, problems) => type.TryRead(value, key, problems, out var read) ? set(into, read) : into));
        return this;
    }

    /// <summary>Adds a group of keys. Those the file leaves out stay as the record has them, so keys added before may decide them.</summary>
    public Section<T> Group<TValue>(string name, Section<TValue> section, string doc, Func<T, TValue> get, Func<T, TValue, T> set)
        where TValue : class
    {
        _keys.Add(name, new(
            new ConfigKey(name, section, doc, null, Required: false),
            (into, value, key, problems) => section.TryRead(value, key, problems, get(into), out var read) ? set(into, read) : into));
        return this;
    }

    /// <summary>A check over several keys, made where each of them is right by itself: the problem, or null.</summary>
    /// <param name="check">Of the record and the names of the keys that the file gives.</param>
    public Section<T> Rule(Func<T, IReadOnlySet<string>, string?> check)
    {
        _rules.Add(check);
        return this;
    }

    public override bool TryRead(YamlValue value, string key, ProblemList problems, [MaybeNullWhen(false)] out T result) =>
        TryRead(value, key, problems, empty, out result);

    public bool TryRead(YamlValue value, string key, ProblemList problems, T start, [MaybeNullWhen(false)] out T result)
    {
        result = start;
        if (value is not YamlMap map)
        {
            problems.AddFound(value, key, Allowed);
            return false;
        }
        var before = problems.Items.Count;
        var seen = new Dictionary<string, YamlEntry>();
        foreach (var entry in map.Entries)
        {
            if (!_keys.ContainsKey(entry.Name))
                problems.Add(entry.Line, At(entry.Name), "unknown key" + UnknownHint(entry.Name));
            else if (!seen.TryAdd(entry.Name, entry))
                problems.Add(entry.Line, At(entry.Name), $"is given twice; first on line {seen[entry.Name].Line}");
        }
        var given = new HashSet<string>();
        foreach (var (name, known) in _keys)
        {
            var isGiven = seen.TryGetValue(name, out var entry) && !entry.Value.IsEmpty && given.Add(name);
            if (isGiven) result = known.Fill(result, entry!.Value, At(name), problems);
            else if (known.Key.Required) problems.Add(map.Line, key, $"needs '{name}': {known.Key.Type.Allowed}");
            else if (entry is not null && known.Key.Type.WhenEmpty is { } message) problems.Add(entry.Line, At(name), $"is empty; {message}");
        }
        if (problems.Items.Count > before)
            return false;

        foreach (var rule in _rules)
            if (rule(result, given) is { } broken)
                problems.Add(map.Line, key, broken);
        return problems.Items.Count == before;

        string At(string name) => key.Length == 0 ? name : $"{key}.{name}";
    }

    /// <summary>What a YAML document makes of the record, or every problem it has, in the order of its lines.</summary>
    /// <exception cref="FileProblemException">It is not one well-formed document of sensible size.</exception>
    public Validated<T> ReadDocument(string yaml, string shownAs)
    {
        var problems = new ProblemList(shownAs);
        if (YamlReader.Read(yaml) is not { IsEmpty: false } root) problems.Add(null, "", $"is empty; {whenEmpty}");
        else if (TryRead(root, "", problems, out var read)) return new(read);
        return new(problems.Items.OrderBy(problem => problem.Line));
    }

    public override JsonObject JsonSchema()
    {
        var properties = new JsonObject();
        foreach (var (key, _) in _keys.Values)
            properties.Add(key.Name, Property(key));
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = _keys.Values.Where(k => k.Key.Required).Select(k => (JsonNode)k.Key.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        if (whenEmpty is not null)
            schema["minProperties"] = 1;
        return schema;
    }

    private static JsonObject Property(ConfigKey key)
    {
        var schema = key.Type.JsonSchema();
        // An empty value means the default, which to an editor is null.
        if (!key.Required && key.Type.WhenEmpty is null && schema["anyOf"] is JsonArray choices)
            choices.Add(new JsonObject { ["type"] = "null" });
        else if (!key.Required && key.Type.WhenEmpty is null)
        {
            var types = schema["type"] is JsonArray several ? several : [schema["type"]!.DeepClone()];
            schema["type"] = new JsonArray([.. types.Select(t => t!.DeepClone()), "null"]);
            if (schema["enum"] is JsonArray names)
                names.Add(null);
        }
        schema["description"] = key.Doc;
        if (key.Default is not null)
            schema["default"] = key.Default.DeepClone();
        return schema;
    }

    private string UnknownHint(string name) =>
        name.All(char.IsAsciiDigit) ? "; a number is written without a comma: 0.5 or 10000"
        : NearestName.Hint(name, _keys.Keys) is { Length: > 0 } hint ? hint
        : Below(name) ?? $"; known: {string.Join(", ", _keys.Keys)}";

    /// <summary>The only group that has a key of this name.</summary>
    private string? Below(string name)
    {
        var wanted = name.Replace('-', '_').ToLowerInvariant();
        return _keys.Values.Where(known => !known.Key.Type.IsList && known.Key.Type.Children.Any(child => child.Name == wanted)).ToArray() is [{ Key.Name: var group }]
            ? $"; it belongs under '{group}'{(wanted == name ? "" : $", as '{wanted}'")}"
            : null;
    }
}
