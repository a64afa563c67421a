using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Drafting;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>docs/json.md lists exactly the fields that the documents have.</summary>
public sealed partial class JsonPageTests
{
    /// <summary>Parts that are documents of their own, of no command.</summary>
    private const string ExportedPost = "An exported post";
    private const string Alert = "A budget alert";

    private const string Bill = "date,model,cost\n2025-11-01,some-model,0.01\n";

    /// <summary>Beside <see cref="JsonDocumentTests.Verbs"/>: what fills the fields that are empty there.</summary>
    private static readonly string[][] Fuller =
    [
        ["project", "validate", "another"],
        ["project", "validate", "nobody"],
        ["twitter", "mark", "d2", "d999", "--status", "posted"],
        ["twitter", "import", "-p", "demo", "bill.csv"],
        ["twitter", "explain", "-p", "demo", "1984582017436945052"],
        ["twitter", "score", "-p", "demo", "--as-of", "2025-11-01T11:00:00Z", "--hours-back", "1"],
        ["twitter", "skipped", "-p", "demo"],
        ["costs", "--reconcile", "bill.csv"],
    ];

    [Fact]
    public async Task Page_of_the_documents_lists_exactly_their_fields()
    {
        using var workspace = TempWorkspace.WithDemo();
        File.WriteAllText(workspace.PathOf("bill.csv"), Bill);
        var page = Page.Read(File.ReadAllText(Path.Combine(Repository.Root, "docs", "json.md")));
        var seen = new Dictionary<string, Fields>();
        foreach (var verb in JsonDocumentTests.Verbs.Concat(Fuller))
        {
            var json = (await workspace.RunAsync([.. verb, "--json"])).Json;
            Add(json.GetProperty("command").GetString()!, json);
        }
        await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "all.jsonl", "--status", "exported");
        foreach (var line in File.ReadAllLines(workspace.PathOf("all.jsonl"))) Add(ExportedPost, JsonElement.Parse(line));
        foreach (var body in await AlertsAsync()) Add(Alert, JsonElement.Parse(body));

        Assert.Equal(page.Commands.Order(), seen.Keys.Where(name => name is not (ExportedPost or Alert)).Order());
        var differences = seen.SelectMany(each => each.Value.Against(each.Key, page.Of(each.Key))).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));

        void Add(string section, JsonElement json)
        {
            if (!seen.TryGetValue(section, out var fields)) seen.Add(section, fields = new());
            fields.Add("", json);
        }
    }

    private static async Task<IReadOnlyList<string>> AlertsAsync()
    {
        await using var hook = new AlertHook();
        await using var world = await DraftingWorld.StartAsync(2, finder: $$"""budget: { day: 1, alert_at: [0.00001], webhook: "{{hook.Address}}" }""");
        (await world.DraftAsync()).ShouldExit(0);
        return await hook.BodiesAsync();
    }

    /// <summary>The page's tables by heading.</summary>
    private sealed partial class Page(Dictionary<string, List<(string Field, string Meaning)>> sections, List<string> commands)
    {
        public IReadOnlyList<string> Commands => commands;

        public static Page Read(string markdown)
        {
            var (sections, commands, parts) = (new Dictionary<string, List<(string, string)>>(), new List<string>(), false);
            foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
            {
                parts |= line == "# Parts";
                if (line.StartsWith("## ", StringComparison.Ordinal))
                {
                    sections.Add(line[3..], []);
                    if (!parts) commands.Add(line[3..]);
                }
                else if (Row().Match(line) is { Success: true } row)
                {
                    sections.Last().Value.AddRange(Name().Matches(row.Groups[1].Value).Select(name => (name.Groups[1].Value, row.Groups[2].Value)));
                }
            }
            return new(sections, commands);
        }

        /// <summary>A section's fields, with those of the parts that it links to.</summary>
        public IReadOnlyList<string> Of(string section) =>
        [
            .. sections[section].SelectMany(row => row.Field.EndsWith(".*", StringComparison.Ordinal)
                ? Of(sections.Keys.Single(name => row.Meaning.Contains($"(#{name.ToLowerInvariant().Replace(' ', '-')})", StringComparison.Ordinal))).Select(field => row.Field[..^1] + field)
                : [row.Field]),
        ];

        [GeneratedRegex(@"^\| (`.+?`) \| (.*)\|$")]
        private static partial Regex Row();

        [GeneratedRegex("`([^`]+)`")]
        private static partial Regex Name();
    }

    /// <summary>The fields of some documents; one with fields of its own counts by those.</summary>
    private sealed class Fields
    {
        private readonly HashSet<string> _full = [];
        private readonly HashSet<string> _empty = [];

        public void Add(string path, JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
                foreach (var property in value.EnumerateObject()) Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
            else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
                foreach (var item in value.EnumerateArray()) Add(path + "[]", item);
            else
                (value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array ? _empty : _full).Add(path);
        }

        public IEnumerable<string> Against(string section, IReadOnlyList<string> documented)
        {
            var shapes = documented.Select(field => (Field: field, Shape: Shape(field))).ToArray();
            if (!documented.Contains("*"))
                foreach (var path in _full.Concat(_empty.Where(path => !documented.Any(field => field.StartsWith(path, StringComparison.Ordinal)))))
                    if (!shapes.Any(each => each.Shape.IsMatch(path))) yield return $"{section}: {path} is not on the page";
            foreach (var (field, shape) in shapes)
                if (field != "*" && !_full.Concat(_empty).Any(shape.IsMatch) && !_empty.Any(path => field.StartsWith(path + ".", StringComparison.Ordinal) || field.StartsWith(path + "[", StringComparison.Ordinal)))
                    yield return $"{section}: {field} is in no document";
        }

        private static Regex Shape(string field) => new($"^{Regex.Escape(field).Replace("NAME", ".+", StringComparison.Ordinal)}$");
    }
}
