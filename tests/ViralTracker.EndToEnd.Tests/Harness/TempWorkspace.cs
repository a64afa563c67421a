using ViralTracker.Testing;

namespace ViralTracker.EndToEnd.Tests.Harness;

/// <summary>A workspace of its own in a temporary folder, with an empty home beside it; deleted at the end.</summary>
public sealed class TempWorkspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vt-e2e-").FullName;

    public TempWorkspace()
    {
        Directory.CreateDirectory(Path.Combine(Root, "projects"));
        Directory.CreateDirectory(Home);
    }

    public string Root => Path.Combine(_folder, "workspace");

    public string Home => Path.Combine(_folder, "home");

    public string Database => Path.Combine(Root, ".viraltracker", "viraltracker.db");

    /// <summary>A workspace that holds a copy of <c>projects/demo</c>.</summary>
    public static TempWorkspace WithDemo()
    {
        var workspace = new TempWorkspace();
        var source = Path.Combine(Repository.Root, "projects", "demo");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            File.Copy(file, workspace.PathOf("projects", "demo", Path.GetRelativePath(source, file)));
        return workspace;
    }

    /// <summary>Adds a project with this finder.yml.</summary>
    public TempWorkspace WithProject(string slug, string finderYml)
    {
        File.WriteAllText(PathOf("projects", slug, "finder.yml"), finderYml);
        return this;
    }

    /// <summary>Absolute path of a file of the workspace; its folder is made.</summary>
    public string PathOf(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public Task<VtResult> RunAsync(params string[] arguments) => RunAsync(new VtSetting(), arguments);

    public async Task<VtResult> RunAsync(VtSetting setting, params string[] arguments)
    {
        using var process = VtProcess.Start(this, setting, arguments);
        return await process.ResultAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
