using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Projects.Keys;

namespace ViralTracker.Adapters.Projects;

/// <summary>The reference page of finder.yml.</summary>
public static class FinderReference
{
    /// <summary>As kept in docs/finder-yml.md.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("""
            # finder.yml

            One file describes a project: `projects/<slug>/finder.yml`. Every key may be left out where the table doesn't say that it must be given; an empty value means the default.
            The program reads this file and never writes it. `vt project validate <slug>` reports everything that is wrong with it at once.

            This page and `finder.schema.json` beside it are generated from the code that reads the file. To let an editor complete
            keys, put `# yaml-language-server: $schema=<path or address of finder.schema.json>` in the file's first line.


            """.ReplaceLineEndings("\n"));
        AppendTable(page, "Top level", "", FinderKeys.Root.Children);
        page.Append("""
            Four weights left at their defaults add up to 1; who changes one must change others too, because the sum has to stay 1.
            `suggestions` takes names and groups side by side: `[add_value, {kind: ask_question, max_length: 200}]`.
            The file named by `voice.replies_file` is UTF-8, read by its ending: `.jsonl`, a text or an object with `reply` and, where you have it, the `post` it answered on each
            line; `.csv`, a header with a column `reply` and, if you like, `post`; anything else is plain text, one reply a line.
            YAML wants quotes around a text that holds `: ` or starts with `@`.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static void AppendTable(StringBuilder page, string title, string prefix, ImmutableArray<ConfigKey> keys)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| key | meaning | allowed | default |\n|---|---|---|---|\n");
        foreach (var key in keys)
            page.Append(CultureInfo.InvariantCulture, $"| `{prefix}{key.Name}` | {key.Doc} | {Allowed(key)} | {Default(key)} |\n");
        page.Append('\n');
        foreach (var key in keys.Where(k => !k.Type.Children.IsEmpty))
        {
            var path = prefix + key.Name + (key.Type.IsList ? "[]" : "");
            AppendTable(page, $"`{path}`", path + ".", key.Type.Children);
        }
    }

    private static string Allowed(ConfigKey key) =>
        key.Type.Children.IsEmpty || key.Type.IsList ? key.Type.Allowed : "a group of keys";

    private static string Default(ConfigKey key) => key switch
    {
        { Required: true } => "must be given",
        { DefaultInWords: { } words } => words,
        _ when !key.Type.Children.IsEmpty && !key.Type.IsList => "see below",
        { Default: null or JsonArray { Count: 0 } } => "none",
        { Default: JsonArray list } => string.Join(", ", list.Select(Plain)),
        { Default: { } value } => Plain(value) is { Length: > 0 } text ? text : "none",
    };

    private static string Plain(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString() ?? "";
}
