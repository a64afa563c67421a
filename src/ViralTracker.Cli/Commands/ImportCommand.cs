using System.CommandLine;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter import</c>.</summary>
internal static class ImportCommand
{
    public const string Name = "import";
    public const string Description = "Add posts from files; a known post gets its counts updated";

    private const int ShownProblems = 10;

    public static Command Build()
    {
        var project = SharedOptions.Project();
        var files = new Argument<string[]>("FILE") { Description = "Files to read; - is standard input", Arity = ArgumentArity.OneOrMore };
        var format = new Option<ImportFormat?>("--format")
        {
            Description = "Format of the files (default: auto)\n" + string.Join('\n', ImportFormats.All.Select(f => $"{f.Name} – {f.Description}")),
            HelpName = "NAME",
            CustomParser = result =>
            {
                var name = result.Tokens[0].Value;
                if (ImportFormats.Find(name) is { } known) return known;
                result.AddError(SharedOptions.Unknown("--format", name, ImportFormats.All.Select(f => f.Name)));
                return null;
            },
        };
        // The library's own are the enum's names in C#.
        format.CompletionSources.Clear();
        format.CompletionSources.Add([.. ImportFormats.All.Select(f => f.Name)]);
        var command = new Command(Name, Description) { project, files, format };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            return await RunAsync(session, parsed.GetRequiredValue(project), parsed.GetRequiredValue(files), parsed.GetValue(format) ?? ImportFormat.Auto, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(Session session, string slug, string[] files, ImportFormat format, CancellationToken ct)
    {
        var project = session.Load(slug);
        var missing = files.Where(file => file != "-" && !File.Exists(file)).ToArray();
        if (missing.Length > 0)
            throw new UserErrorException(string.Join('\n', missing.Select(Words.NoFile)) + "\nNothing was imported.");
        var store = await session.StoreAsync(ct);
        var import = session.NewImport(project.Slug, store);
        foreach (var file in files)
        {
            await using var stream = OpenFile(file);
            await import.ImportAsync(stream, file == "-" ? "standard input" : Path.GetFileName(file), format, ct);
        }
        var report = import.Report;
        Warn(session.Terminal, report);
        if (session.Terminal.Json) JsonDoc.Write(Json(slug, report));
        foreach (var line in FindScreen.Imported(report)) session.Terminal.Say(line);
        if (report.BadRows + report.Unreadable > 0) return ExitCode.Failures;
        if (report.Posts != default) session.Terminal.Next($"vt twitter generate-comments -p {slug}");
        return ExitCode.Done;
    }

    /// <summary>The first problems of an import, on standard error.</summary>
    public static void Warn(Terminal terminal, ImportReport report)
    {
        var shown = terminal.Verbose ? ImportRun.MaxProblems : ShownProblems;
        foreach (var problem in report.Problems.Take(shown)) terminal.Problem(problem);
        var all = report.BadRows + report.Warnings + report.Unreadable;
        if (all > shown) terminal.Problem($"… and {Words.Number(all - Math.Min(shown, report.Problems.Count))} more{(terminal.Verbose ? "" : " (-v shows more)")}");
    }

    private static Stream OpenFile(string file)
    {
        try
        {
            return file == "-" ? StandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file}: cannot be read: {e.Message}", ExitCode.Usage, e);
        }
    }

    /// <summary>A read of standard input itself could not be broken off by an interrupt.</summary>
    private static Stream StandardInput()
    {
        var pipe = new Pipe();
        _ = FillAsync();
        return pipe.Reader.AsStream();

        async Task FillAsync()
        {
            Exception? failure = null;
            try
            {
                await using var input = Console.OpenStandardInput();
                await input.CopyToAsync(pipe.Writer);
            }
            catch (IOException e)
            {
                failure = e;
            }
            await pipe.Writer.CompleteAsync(failure);
        }
    }

    private static JsonObject Json(string slug, ImportReport report) => new()
    {
        ["command"] = Name,
        ["project"] = slug,
        ["files"] = report.Files,
        ["added"] = report.Posts.Added,
        ["joined"] = report.Posts.Joined,
        ["updated"] = report.Posts.Updated,
        ["unchanged"] = report.Posts.Unchanged,
        ["repeated"] = report.Posts.Repeated,
        ["reposts"] = report.Reposts,
        ["empty"] = report.Empty,
        ["bad_rows"] = report.BadRows,
        ["warnings"] = report.Warnings,
        ["unreadable_files"] = report.Unreadable,
        ["problems"] = JsonDoc.Array(report.Problems.Select(p => (JsonNode?)p)),
    };
}
