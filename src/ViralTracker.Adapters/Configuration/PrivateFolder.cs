namespace ViralTracker.Adapters.Configuration;

/// <summary>A folder for drafts, prompts and post text: who else uses the machine does not see into it.</summary>
public static class PrivateFolder
{
    /// <summary>One that exists keeps its permissions.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path)) return;
        if (Path.GetDirectoryName(path) is { } parent) Create(parent);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
