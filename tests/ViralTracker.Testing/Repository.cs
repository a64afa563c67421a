using System.Runtime.CompilerServices;

namespace ViralTracker.Testing;

/// <summary>Where this checkout and, if present, the shared data beside it are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Path of a file under <c>../shared</c>, or null where it is absent.</summary>
    public static string? Shared(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", relative));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var dir = new DirectoryInfo(Path.GetDirectoryName(here)!); dir is not null; dir = dir.Parent)
            if (File.Exists(Path.Combine(dir.FullName, "ViralTracker.slnx")))
                return dir.FullName;
        throw new InvalidOperationException("The tests must run from a checkout that holds ViralTracker.slnx.");
    }
}
