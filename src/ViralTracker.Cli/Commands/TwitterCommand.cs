using System.CommandLine;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter</c>: everything about posts and drafts.</summary>
internal static class TwitterCommand
{
    public const string Name = "twitter";

    public const string Description = "Find posts, draft replies, export them";

    public static Command Build(string[] args)
    {
        var command = new Command(Name, Description);
        command.AddNamed(args, GenerateCommand.Name, GenerateCommand.Description, GenerateCommand.Build);
        command.AddNamed(args, ScoreCommand.Name, ScoreCommand.Description, ScoreCommand.Build);
        command.AddNamed(args, ExplainCommand.Name, ExplainCommand.Description, ExplainCommand.Build);
        command.AddNamed(args, ImportCommand.Name, ImportCommand.Description, ImportCommand.Build);
        command.AddNamed(args, SkippedCommand.Name, SkippedCommand.Description, SkippedCommand.Build);
        command.AddNamed(args, ExportCommand.Name, ExportCommand.Description, ExportCommand.Build);
        command.AddNamed(args, MarkCommand.Name, MarkCommand.Description, MarkCommand.Build);
        return command;
    }
}
