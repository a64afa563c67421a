using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>A list of values of one type.</summary>
/// <param name="nameOf">Items with equal names (ignoring case) are a problem; null: repeats are dropped in silence.</param>
internal sealed class ListType<T>(ConfigType<T> item, string many, int minItems = 0, Func<T, string>? nameOf = null)
    : ConfigType<ImmutableArray<T>> where T : notnull
{
    public override string Allowed => $"a list of {many}" + (minItems > 0 ? ", at least one" : "");

    public override ImmutableArray<ConfigKey> Children => item.Children;

    public override bool IsList => true;

    public override JsonObject JsonSchema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.JsonSchema() };
        if (minItems > 0)
            schema["minItems"] = minItems;
        return schema;
    }

    public override bool TryRead(YamlValue value, string key, ProblemList problems, out ImmutableArray<T> result)
    {
        result = [];
        if (value is not YamlList list || list.Items.Length < minItems)
        {
            var found = value is YamlList ? "an empty list" : value.Kind;
            problems.Add(value.Line, key, $"found {found}; allowed: {Allowed}");
            return false;
        }
        var before = problems.Items.Count;
        var read = new List<T>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var node = list.Items[i];
            var at = $"{key}[{i + 1}]";
            if (!item.TryRead(node, at, problems, out var element))
                continue;
            var name = nameOf is null ? element.ToString()! : nameOf(element);
            if (names.TryAdd(name, node.Line))
                read.Add(element);
            else if (nameOf is not null)
                problems.Add(node.Line, at, $"repeats '{name}' of line {names[name]}");
        }
        result = [.. read];
        return problems.Items.Count == before;
    }
}
