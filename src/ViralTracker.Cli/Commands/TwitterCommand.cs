using System.CommandLine;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter</c>: everything about posts and drafts.</summary>
internal static class TwitterCommand
{
    public const string Description = "Find posts, draft replies, hand them over";

    public static Command Build() => new("twitter", Description)
    {
        GenerateCommand.Build(),
        ScoreCommand.Build(),
        ExplainCommand.Build(),
        ImportCommand.Build(),
        SkippedCommand.Build(),
        ExportCommand.Build(),
        MarkCommand.Build(),
    };
}
