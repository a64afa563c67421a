using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>The kinds of drafts: a list, or the name of a preset.</summary>
internal sealed class SuggestionsType : ConfigType<ImmutableArray<SuggestionKind>>
{
    private static readonly ListType<SuggestionKind> Kinds = new(new SuggestionType(), "kinds of drafts", minItems: 1, k => k.Name);

    private static readonly ScalarType<string> Preset = Scalars.Choice([.. SuggestionKind.Presets.Select(set => set.Name)]);

    public override string Allowed => $"{Kinds.Allowed}, or a preset ({Preset.Allowed})";

    public override ImmutableArray<ConfigKey> Children => Kinds.Children;

    public override bool IsList => true;

    public override JsonObject JsonSchema()
    {
        // A pattern binds texts alone, as items bind lists alone; an enum would bind both.
        var schema = Kinds.JsonSchema();
        schema["type"] = new JsonArray("array", "string");
        schema["pattern"] = $"^({string.Join('|', SuggestionKind.Presets.Select(set => set.Name))})$";
        return schema;
    }

    public override bool TryRead(YamlValue value, string key, ProblemList problems, [MaybeNullWhen(false)] out ImmutableArray<SuggestionKind> result)
    {
        if (value is not YamlScalar { IsEmpty: false }) return Kinds.TryRead(value, key, problems, out result);
        var known = Preset.TryRead(value, key, problems, out var name);
        result = known ? SuggestionKind.Presets.Single(set => set.Name == name).Kinds : [];
        return known;
    }
}
