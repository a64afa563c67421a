using System.CommandLine;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Options every verb knows.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Workspace { get; } = new("--workspace")
    {
        Description = "Folder that holds projects/ (else VT_WORKSPACE, else the nearest parent folder with projects/)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "Database file (else VT_DATABASE, else .viraltracker/viraltracker.db in the workspace)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON document on standard output, nothing else there",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Say more on standard error",
        Recursive = true,
    };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Say only what was asked for, and errors",
        Recursive = true,
    };

    public static Option<string> LogLevel { get; } = new("--log-level")
    {
        Description = "Least level written to .viraltracker/logs/: debug (prompts and post text too, never keys), info, warning or error",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => "info",
        Recursive = true,
    };

    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colour and no marks that need it (as with NO_COLOR)",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        LogLevel.AcceptOnlyFromAmong("debug", "info", "warning", "error");
        root.Options.Add(Workspace);
        root.Options.Add(Database);
        root.Options.Add(Json);
        root.Options.Add(Verbose);
        root.Options.Add(Quiet);
        root.Options.Add(LogLevel);
        root.Options.Add(NoColor);
    }
}
