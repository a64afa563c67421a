using System.Reflection;
using System.Text.RegularExpressions;
using ViralTracker.Adapters.Sources;
using ViralTracker.Adapters.Sources.Formats;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>The documents say what the code does.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Formats_document_lists_exactly_the_formats_there_are()
    {
        var listed = FormatRow.Matches(Document("formats.md")).Select(match => ImportFormats.Find(match.Groups[1].Value)).ToList();
        Assert.Equal(Enum.GetValues<ImportFormat>().Where(format => format != ImportFormat.Auto).Cast<ImportFormat?>(), listed);
    }

    [Fact]
    public void Formats_document_lists_exactly_the_columns_that_are_read()
    {
        var rows = Columns.Names.Select(each => $"| {each.Key} | {string.Join(", ", each.Value)} |");
        var section = Document("formats.md").Split("<!-- columns -->")[1].Split("<!-- /columns -->")[0];
        Assert.Equal(["| column | names |", "|---|---|", .. rows], section.Trim().Split('\n'));
    }

    [Fact]
    public void Walk_through_names_only_types_and_methods_that_exist()
    {
        Assembly[] assemblies = [typeof(PostFileReader).Assembly, typeof(ImportItem).Assembly, typeof(DocumentTests).Assembly];
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).ToList();
        var known = types.Select(type => type.Name)
            .Concat(types.Where(type => type.Name == "IPostFormat").SelectMany(type => type.GetMethods()).Select(method => method.Name))
            .ToHashSet();
        var named = Identifier.Matches(Document("add-a-source.md")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 15);
        Assert.Empty(named.Except(known));
    }

    private static string Document(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| `([^`]+)` \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex FormatRow { get; }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+)`")]
    private static partial Regex Identifier { get; }
}
