using System.Text;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Projects;
using ViralTracker.Testing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace ViralTracker.Adapters.Tests.Projects;

/// <summary>The committed schema and page say what the loader does. To write them anew: VT_WRITE_DOCS=1 and run these tests.</summary>
public sealed class FinderDocsTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(FinderSchema.Json())!;

    public static TheoryData<string> ProjectFiles => [.. Directory.EnumerateFiles(FinderFileTests.FixtureFolder, "*.yml"), Path.Combine(Repository.Root, "projects", "demo", "finder.yml")];

    public static TheoryData<string> KeyPaths => [.. PathsOf(Schema, "")];

    [Fact]
    public void The_committed_schema_is_the_generated_one() => AssertCurrent("finder.schema.json", FinderSchema.Json());

    [Fact]
    public void The_committed_reference_page_is_the_generated_one() => AssertCurrent("finder-yml.md", FinderReference.Markdown());

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void A_file_that_loads_is_valid_to_an_editor(string path)
    {
        Assert.Equal([], FinderFile.Load("x", path, path).Problems);
        using var reader = new StreamReader(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        Assert.Equal([], SchemaCheck.Problems(Schema, yaml.Documents[0].RootNode, ""));
    }

    [Theory]
    [MemberData(nameof(KeyPaths))]
    public void Each_key_of_the_schema_is_known_to_the_loader_and_named_on_the_page(string path)
    {
        var yaml = new StringBuilder();
        var indent = "";
        foreach (var part in path.Split('.'))
        {
            var isList = part.EndsWith("[]", StringComparison.Ordinal);
            yaml.Append('\n').Append(indent).Append(part.TrimEnd('[', ']')).Append(':');
            indent = indent.Replace('-', ' ') + (isList ? "  - " : "  ");
        }
        var result = FinderFile.Parse("x", "x", "x", Encoding.UTF8.GetBytes(yaml.ToString()));
        Assert.DoesNotContain(result.Problems, p => p.Message.Contains("unknown key", StringComparison.Ordinal));
        Assert.Contains($"| `{path}` |", FinderReference.Markdown());
    }

    [Fact]
    public void The_page_names_no_key_that_the_schema_lacks() =>
        Assert.Equal(
            PathsOf(Schema, "").Order(),
            FinderReference.Markdown().Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]).Order());

    private static IEnumerable<string> PathsOf(JsonNode schema, string prefix)
    {
        foreach (var (name, child) in schema["properties"]?.AsObject() ?? [])
        {
            yield return prefix + name;
            var items = child!["items"];
            var inside = items?["anyOf"]?[1] ?? items ?? child;
            foreach (var path in PathsOf(inside, prefix + name + (items is null ? "." : "[].")))
                yield return path;
        }
    }

    private static void AssertCurrent(string name, string generated)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        if (Environment.GetEnvironmentVariable("VT_WRITE_DOCS") == "1")
            File.WriteAllText(path, generated);
        Assert.Equal(generated, File.Exists(path) ? File.ReadAllText(path) : "(absent; run with VT_WRITE_DOCS=1)");
    }
}
