using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>One key of a group, as people and editors see it.</summary>
/// <param name="Doc">One sentence.</param>
/// <param name="Default">Null: none, or not a value that could be written.</param>
/// <param name="DefaultInWords">For people, where the default is no value: <c>the model's own</c>.</param>
internal sealed record ConfigKey(string Name, ConfigType Type, string Doc, JsonNode? Default, bool Required, string? DefaultInWords = null);

/// <summary>What a value may be. The one description behind the loader's checks, the JSON Schema and the reference page.</summary>
internal abstract class ConfigType
{
    /// <summary>In words, as in <c>a number from 0 to 1</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The keys inside it, for groups and lists of groups.</summary>
    public virtual ImmutableArray<ConfigKey> Children => [];

    /// <summary>What to say of an empty value; null: empty means the default.</summary>
    public virtual string? WhenEmpty => null;

    public virtual bool IsList => false;

    public abstract JsonObject JsonSchema();
}

internal abstract class ConfigType<T> : ConfigType
{
    /// <summary>Reads a value, or adds every problem it has to <paramref name="problems"/> and returns false.</summary>
    public abstract bool TryRead(YamlValue value, string key, ProblemList problems, [MaybeNullWhen(false)] out T result);
}

/// <summary>Problems of one file while it is read.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<ConfigProblem> _items = [];

    public IReadOnlyList<ConfigProblem> Items => _items;

    public void Add(int? line, string key, string message) => _items.Add(new ConfigProblem(file, line, key, message));

    public void AddFound(YamlValue value, string key, string allowed) =>
        Add(value.Line, key, $"found {value.Kind}; allowed: {allowed}");
}
