using System.CommandLine;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Options every verb knows.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "Folder that holds projects/ (default: VT_WORKSPACE, else this folder or the nearest above it with projects/)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "Database file (default: VT_DATABASE, else .viraltracker/viraltracker.db in the workspace)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document to standard output, and nothing else",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Print more detail to standard error",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Print only results and errors",
        Recursive = true,
    };

    public static Option<string> LogLevel { get; } = new("--log-level")
    {
        Description = "Minimum level written to .viraltracker/logs/: debug (includes prompts and post text, never keys), info, warning or error",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => "info",
        Recursive = true,
    };

    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colours or emoji (as with NO_COLOR)",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        LogLevel.Among("debug", "info", "warning", "error");
        root.Options.Add(Workspace);
        root.Options.Add(Database);
        root.Options.Add(Json);
        root.Options.Add(Verbose);
        root.Options.Add(Quiet);
        root.Options.Add(LogLevel);
        root.Options.Add(NoColor);
    }
}
