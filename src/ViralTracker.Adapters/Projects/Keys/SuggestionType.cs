using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Projects.Keys;

/// <summary>A kind of draft: the name of a built-in one, or a group that changes one or describes a new one.</summary>
internal sealed class SuggestionType : ConfigType<SuggestionKind>
{
    private static readonly string[] Names = [.. SuggestionKind.BuiltIn.Select(k => k.Name)];

    private static readonly ScalarType<string> BuiltInName = Scalars.Choice(Names);

    private static readonly Section<SuggestionKind> Group = new Section<SuggestionKind>(new SuggestionKind("", ""))
        .Key("kind", Scalars.SnakeName, "Its name: a built-in one, or one of your own.",
            k => k.Name, (k, v) => k with { Name = v }, required: true)
        .Key("instruction", Scalars.Text, "What such a draft should do; built-in kinds have one.",
            _ => null, (k, v) => k with { Instruction = v })
        .Key("min_length", Scalars.Integer(1, SuggestionKind.LongestPost), "Minimum length in characters.",
            k => k.MinLength, (k, v) => k with { MinLength = v })
        .Key("max_length", Scalars.Integer(1, SuggestionKind.LongestPost), "Maximum length in characters.",
            k => k.MaxLength, (k, v) => k with { MaxLength = v })
        .Rule((k, _) => k.Instruction.Length > 0 ? null
            : $"'{k.Name}' needs an instruction: it is not one of the built-in kinds {string.Join(", ", Names)}")
        .Rule((k, _) => k.MinLength < k.MaxLength ? null
            : $"min_length {k.MinLength} must be below max_length {k.MaxLength}");

    public override string Allowed => $"a built-in kind ({BuiltInName.Allowed}) or a group with kind, instruction, min_length, max_length";

    public override ImmutableArray<ConfigKey> Children => Group.Children;

    public override JsonObject JsonSchema() => new() { ["anyOf"] = new JsonArray(BuiltInName.JsonSchema(), Group.JsonSchema()) };

    public override bool TryRead(YamlValue value, string key, ProblemList problems, [MaybeNullWhen(false)] out SuggestionKind result)
    {
        result = null;
        if (value is not YamlMap map)
        {
            if (!BuiltInName.TryRead(value, key, problems, out var name))
                return false;
            result = SuggestionKind.BuiltIn.Single(k => k.Name == name);
            return true;
        }
        var named = map.Entries.Select(e => e.Name == "kind" ? (e.Value as YamlScalar)?.Text : null).FirstOrDefault(n => n is not null);
        var start = SuggestionKind.BuiltIn.FirstOrDefault(k => k.Name == named) ?? new SuggestionKind("", "");
        return Group.TryRead(map, key, problems, start, out result);
    }
}
