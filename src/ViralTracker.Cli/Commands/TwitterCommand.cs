using System.CommandLine;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter</c>: everything about posts and drafts.</summary>
internal static class TwitterCommand
{
    public const string Name = "twitter";

    public const string Description = "Find posts, draft replies, hand them over";

    public static Command Build()
    {
        var command = new Command(Name, Description);
        command.Subcommands.Add(GenerateCommand.Build());
        command.Subcommands.Add(ScoreCommand.Build());
        command.Subcommands.Add(ExplainCommand.Build());
        command.Subcommands.Add(ImportCommand.Build());
        command.Subcommands.Add(SkippedCommand.Build());
        command.Subcommands.Add(ExportCommand.Build());
        command.Subcommands.Add(MarkCommand.Build());
        return command;
    }
}
