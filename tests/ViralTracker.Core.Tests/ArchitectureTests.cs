using System.Text.RegularExpressions;
using System.Xml.Linq;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests;

/// <summary>Who may know whom, read from the sources themselves.</summary>
public sealed partial class ArchitectureTests
{
    private const string Root = "ViralTracker.";

    [Theory]
    [InlineData("Core", "")]
    [InlineData("Pipeline", "Core")]
    [InlineData("Adapters", "Core Pipeline")]
    [InlineData("Cli", "Core Pipeline Adapters")]
    public void Room_references_only_the_rooms_it_may(string room, string allowed)
    {
        var project = PathOf("src", Root + room, $"{Root}{room}.csproj");
        var references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)[Root.Length..]);

        Assert.Subset(allowed.Split(' ').ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void Every_room_is_in_the_table()
    {
        var rooms = Directory.EnumerateDirectories(PathOf("src")).Select(folder => Path.GetFileName(folder)[Root.Length..]);

        Assert.Equal(["Adapters", "Cli", "Core", "Pipeline"], rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_composition_root_of_the_command_line_names_adapters() =>
        Assert.All(
            Sources("src", "ViralTracker.Cli").Where(file => !file.Name.Contains("/Composition/", StringComparison.Ordinal)),
            file => Assert.False(file.Text.Contains("ViralTracker.Adapters", StringComparison.Ordinal), $"{file.Name} names an adapter"));

    [Fact]
    public void Core_neither_reads_nor_writes_nor_asks_its_surroundings() =>
        Assert.All(
            Sources("src", "ViralTracker.Core"),
            file => Assert.Empty(OutsideWorld().Matches(file.Text).Select(found => $"{file.Name} uses {found.Value}")));

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void Namespace_is_the_folder(string top) =>
        Assert.All(Sources(top), file =>
        {
            if (NamespaceLine().Match(file.Text) is { Success: true } declared)
                Assert.Equal(NamespaceOf(file.Name), declared.Groups[1].Value);
        });

    /// <summary><c>src/ViralTracker.Cli/Screens/Paint.cs</c> belongs into <c>ViralTracker.Cli.Screens</c>.</summary>
    private static string NamespaceOf(string name)
    {
        var parts = name.Split('/')[1..^1];
        var project = Directory.EnumerateFiles(PathOf(name.Split('/')[0], parts[0]), "*.csproj").Single();
        if (RootNamespace().Match(File.ReadAllText(project)) is { Success: true } own) parts[0] = own.Groups[1].Value;
        else parts[0] = Path.GetFileNameWithoutExtension(project);
        return string.Join('.', parts);
    }

    [GeneratedRegex(@"<RootNamespace>([\w.]+)</RootNamespace>")]
    private static partial Regex RootNamespace();

    private static IEnumerable<(string Name, string Text)> Sources(params string[] under) =>
        Directory.EnumerateFiles(PathOf(under), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file.Name, File.ReadAllText(file.Path)));

    private static string PathOf(params string[] parts) => Path.Combine([Repository.Root, .. parts]);

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(System\.Net\.(?!WebUtility)|System\.Data|(?<!Price)File\.|Directory\.|FileStream|Environment\.|Console\.|HttpClient|Process\.Start|Socket|TimeProvider\.System|Random\.Shared|new Random\(|Guid\.NewGuid|Stopwatch)")]
    private static partial Regex OutsideWorld();
}
