using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Projects;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt project init|list|show|validate|tune</c>.</summary>
internal static class ProjectCommand
{
    public const string Name = "project";
    public const string Description = "Manage projects: folders under projects/, each with a finder.yml";

    public static Command Build() => new(Name, Description)
    {
        Init(),
        List(),
        Show(),
        Validate(),
        TuneCommand.Build(),
    };

    private static Argument<string> Slug() => new("SLUG") { Description = "Name of the project's folder", CompletionSources = { Session.Slugs } };

    private static Command Init()
    {
        var slug = Slug();
        var command = new Command("init", "Start a project with a commented finder.yml; never overwrites one") { slug };
        command.SetAction(async (parsed, _) =>
        {
            await using var session = Session.Open(parsed, start: true);
            var name = parsed.GetRequiredValue(slug);
            var path = Session.OrThrow(session.Projects.Init(name));
            if (session.Terminal.Json) JsonDoc.Write(new JsonObject { ["command"] = "project init", ["project"] = name, ["file"] = path });
            session.Terminal.Say($"Wrote {Path.GetRelativePath(session.Workspace.Root, path)}");
            session.Terminal.Next(Session.AfterInit(name));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the projects");
        command.SetAction(async (parsed, _) =>
        {
            await using var session = Session.Open(parsed);
            var projects = session.Projects.Slugs().Select(slug => (Slug: slug, Loaded: session.Projects.Load(slug))).ToArray();
            if (session.Terminal.Json)
                JsonDoc.Write(new JsonObject
                {
                    ["command"] = "project list",
                    ["projects"] = JsonDoc.Array(projects.Select(p => (JsonNode?)new JsonObject
                    {
                        ["project"] = p.Slug,
                        ["topics"] = p.Loaded.Value?.Taxonomy.Length,
                        ["problems"] = p.Loaded.Problems.Length,
                    })),
                });
            var rows = projects.Select(p => new[]
            {
                p.Slug,
                p.Loaded.Value is { } config ? Words.Count(config.Taxonomy.Length, "topic") : Words.Count(p.Loaded.Problems.Length, "problem") + " in finder.yml",
                p.Loaded.Value?.Name ?? "",
            }).ToArray();
            if (rows.Length == 0) session.Terminal.Say(session.Terminal.Suggested.In("No projects yet. Start one with: vt project init my-project"));
            else foreach (var line in TextTable.Lines([new("project"), new("file"), new("name", Share: 1)], rows, session.Terminal.Width, new Paint(session.Terminal).Dim)) session.Terminal.Say(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var slug = Slug();
        var command = new Command("show", "Show a project's settings, including defaults") { slug };
        command.SetAction(async (parsed, _) =>
        {
            await using var session = Session.Open(parsed);
            var config = session.Load(parsed.GetRequiredValue(slug));
            var settings = ProjectScreen.Settings(config).ToArray();
            if (session.Terminal.Json) JsonDoc.Write(ProjectScreen.Json(config));
            var width = settings.Max(setting => setting.Key.Length);
            foreach (var (key, _, text) in settings)
                foreach (var (i, line) in Cells.Wrap(text, session.Terminal.Width - width - 2).DefaultIfEmpty("").Index())
                    session.Terminal.Say($"{(i == 0 ? key : "").PadRight(width)}  {line}".TrimEnd());
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Validate()
    {
        var slug = new Argument<string?>("SLUG") { Description = "Name of the project's folder (default: all projects)", Arity = ArgumentArity.ZeroOrOne, CompletionSources = { Session.Slugs } };
        var command = new Command("validate", "Check a project's files and list every problem") { slug };
        command.SetAction(async (parsed, _) =>
        {
            await using var session = Session.Open(parsed);
            var slugs = parsed.GetValue(slug) is { } one ? [one] : session.Projects.Slugs();
            var loaded = slugs.Select(s => (Slug: s, Loaded: session.Projects.Load(s))).ToArray();
            var problems = loaded.SelectMany(each => each.Loaded.Value is null ? each.Loaded.Problems : []).ToArray();
            var advice = loaded.SelectMany(each => each.Loaded.Value is { } project ? Session.Advice(project) : []).ToArray();
            if (session.Terminal.Json)
                JsonDoc.Write(new JsonObject
                {
                    ["command"] = "project validate",
                    ["valid"] = problems.Length == 0,
                    ["problems"] = Json(problems),
                    ["advice"] = Json(advice),
                });
            else if (problems.Length > 0)
                session.Terminal.Problem(ConfigProblemText.Render(problems));
            else
                foreach (var (name, _) in loaded) session.Terminal.Say($"projects/{name} is valid");
            if (advice.Length > 0 && !session.Terminal.Json) session.Terminal.Note(ConfigProblemText.Render(advice, what: "weak spot"));
            return problems.Length == 0 ? ExitCode.Done : ExitCode.Usage;
        });
        return command;
    }

    private static JsonArray Json(IEnumerable<ConfigProblem> problems) =>
        JsonDoc.Array(problems.Select(p => (JsonNode?)new JsonObject { ["file"] = p.File, ["line"] = p.Line, ["key"] = p.Key, ["message"] = p.Message }));
}
