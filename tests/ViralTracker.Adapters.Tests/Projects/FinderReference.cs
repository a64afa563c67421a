using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Projects;
using ViralTracker.Adapters.Projects.Keys;

namespace ViralTracker.Adapters.Tests.Projects;

/// <summary>The reference page of finder.yml.</summary>
internal static class FinderReference
{
    /// <summary>As kept in docs/finder-yml.md.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("""
            # finder.yml

            One file describes a project: `projects/<slug>/finder.yml`. All keys are optional unless the table says "must be given". A key without a value means the default,
            unless the table says "never empty"; the file itself and the items of a list are never empty either.
            The program reads this file and never writes to it. `vt project validate <slug>` lists every problem.

            This page and `finder.schema.json` next to it are generated from the code that reads the file. To make your editor complete
            keys, put `# yaml-language-server: $schema=<path or address of finder.schema.json>` in the file's first line.
            What else may be in the project's folder: `posts/` ([files of posts](formats.md), imported before each run) and [`prompt.md`](prompt.md).


            """.ReplaceLineEndings("\n"));
        AppendTable(page, "Top level", "", FinderKeys.Root.Children);
        page.Append("""
            The default weights add up to 1; if you change one, change others too, so that the sum stays 1.
            `suggestions` may mix names and groups: `[add_value, {kind: ask_question, max_length: 200}]`.
            **What the rules know of `languages`.** Lengths, copies, repeats, links, handles, hashtags, emoji and numbers in digits are checked in every language. What goes by
            words is known best in English, then in German, Spanish, French and Portuguese; questions, praise, swearing, raffles and deaths in their plainest wordings in some twenty
            languages, numbers in words in seven, phrases that give a machine away in English and hardly elsewhere. Names are told by their capitals: little of that is left in German, nothing where a script has none. What a rule does not know passes.
            Close relatives (Malay and Indonesian, Slovak and Czech) are not told apart: there a draft is in the wrong language only if it is English or in another script. Drafts made offline are in English only.
            The local embedder knows English. In other languages it tells topics apart less well: describe a topic in the language of its posts, with exemplars (one described in English hardly finds them; its texts may be in several languages), or take
            `generation.embedder: gemini`.
            The file named by `voice.replies_file` is UTF-8, read by its ending: `.jsonl`, on each line a text, or an object with `reply` and optionally the `post` it
            answered; `.csv`, a table (commas, semicolons, tabs or bars) with a column `reply` and optionally `post`; anything else is plain text, one reply per line.
            In YAML, a text that contains `: ` or starts with `@` needs quotes.

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
        _ when !key.Type.Children.IsEmpty && !key.Type.IsList => key.Type.WhenEmpty is null ? "see below" : "see below; never empty",
        { Default: null or JsonArray { Count: 0 } } => "none",
        { Default: JsonArray list } => string.Join(", ", list.Select(Plain)),
        { Default: { } value } => Plain(value) is { Length: > 0 } text ? text : "none",
    };

    private static string Plain(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString() ?? "";
}
