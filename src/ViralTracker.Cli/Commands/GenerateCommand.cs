using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Language;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter generate-comments</c>: find, then draft.</summary>
internal sealed class GenerateCommand
{
    public const string Name = "generate-comments";
    public const string Description = "Find posts worth answering and draft replies for them";
    public const string ForecastName = "forecast";
    public const string ForecastDescription = "Forecast the requests, tokens, cost and time of generate-comments without drafting; free with the built-in embedder";

    private const int Shown = 10;

    private readonly Option<string> _project = SharedOptions.Project();
    private readonly FindOptionSet _find = new();
    private readonly GenerateOptionSet _generate = new();

    public static Command Build() => Build(Name, Description, alwaysDry: false);

    /// <summary><c>vt forecast</c>: the same as <c>generate-comments --dry-run</c>.</summary>
    public static Command BuildForecast() =>
        Build(ForecastName, ForecastDescription, alwaysDry: true);

    private static Command Build(string name, string description, bool alwaysDry)
    {
        var self = new GenerateCommand();
        var command = new Command(name, description) { self._project };
        self._find.AddTo(command);
        self._generate.AddTo(command, forecast: alwaysDry);
        command.SetAction(async (parsed, ct) =>
        {
            WarmUp.Begin();
            await using var session = Session.Open(parsed);
            return await self.RunAsync(session, parsed, alwaysDry || parsed.GetValue(self._generate.DryRun), ct);
        });
        return command;
    }

    private async Task<int> RunAsync(Session session, ParseResult parsed, bool dryRun, CancellationToken ct)
    {
        var project = session.Load(parsed.GetRequiredValue(_project));
        var model = ModelChoice.Build(session, project, parsed.GetValue(_generate.Provider), parsed.GetValue(_generate.Model), _generate.Timeout(parsed));
        var options = _generate.Read(parsed, project, model.Key);
        RequirePrice(model, options, session);
        if (model.Offline && parsed.GetValue(_generate.Model) is { } unused) session.Terminal.Note($"--model {unused} is not used: drafts are made offline, without a model.");
        if (model.Offline && project.Languages.Where(tag => !PostLanguage.IsEnglish(tag)).ToArray() is { Length: > 0 } others)
            session.Terminal.Note($"Drafts made offline are in English only; posts in {string.Join(", ", others)} get none without a model: give a key, such as GEMINI_API_KEY in .env, and run again.");
        if (parsed.GetValue(_generate.CountTokens)) RequireCounting(model, dryRun, session);
        var debugged = parsed.GetValue(_generate.DebugTweet);
        if (debugged is not null && dryRun) throw new UserErrorException("--debug-tweet drafts the post, and --dry-run drafts nothing; use only one");
        var choice = _generate.Choice(parsed);
        var find = _find.Read(parsed) with { IncludeHandled = parsed.GetValue(_generate.Refresh) };
        return await RunContext.RunAsync(
            session, project, debugged is not null ? DebugTweet.Name : dryRun ? ForecastName : Name, JsonDoc.Given(parsed), _find.AsOf(parsed, project, session.Time.GetUtcNow()),
            run => debugged is null ? DraftAsync(run, parsed, model, options, find, choice, dryRun, ct) : DebugTweet.RunAsync(run, model, options, debugged, find, ct),
            ct, embedder => _generate.Limits(parsed, project, embedder));
    }

    private async Task<int> DraftAsync(RunContext run, ParseResult parsed, DraftModel model, DraftOptions options, FindOptions find, DraftChoice choice, bool dryRun, CancellationToken ct)
    {
        var (session, project, terminal) = (run.Session, run.Project, run.Session.Terminal);
        foreach (var line in FindScreen.Header(project.Slug, find, run.AsOf, session.Time.GetUtcNow(), DraftScreen.Drafter(model), terminal)) terminal.Say(line);
        terminal.Say();

        var imported = await run.ImportFolderAsync(ct);
        foreach (var line in FindScreen.Imported(imported)) terminal.Say(line);
        ImportCommand.Warn(terminal, imported);
        var found = await run.FindAsync(find, parsed.GetValue(_generate.UseSavedScores), ct);
        foreach (var line in FindScreen.Lines(found, find, choice, terminal)) terminal.Say(line);
        if (parsed.GetValue(_generate.UseSavedScores)) await TellOtherScorersAsync(run, find);

        var progress = new DraftProgress(terminal, session.Time);
        var setup = (await run.DraftSetupAsync(model, options, progress)) with { UseCache = !find.IncludeHandled };
        var refresh = find.IncludeHandled ? await RefreshAsync(run) : null;
        if (dryRun)
            return await ForecastAsync(run, setup, found, choice, refresh, parsed.GetValue(_generate.CountTokens), ct);
        await using var interrupted = ct.Register(() => terminal.Note($"Answers under way have {DraftOptions.Grace.TotalSeconds:0} s and will be saved."));
        var chosen = choice.Of(found.Scored);
        found = found with { Scored = [] };
        var result = await progress.WatchAsync(() => GenerateRun.DraftAsync(setup, chosen, refresh, ct));

        var counts = new JsonObject { ["find"] = FindJson.Of(found), ["draft"] = DraftScreen.Json(result) };
        await run.FinishAsync(DraftScreen.Exit(result.Report), counts);
        await ShowAsync(run, model, find, choice, found, result, counts);
        return DraftScreen.Exit(result.Report);
    }

    /// <summary>Totals of another scorer, or of an earlier version, stand on another scale than the thresholds.</summary>
    private static async Task TellOtherScorersAsync(RunContext run, FindOptions find)
    {
        var scorer = PostScorer.For(run.Project).Version;
        var others = await run.Store.Reports.OtherScorersAsync(new(run.Project.Slug, scorer, run.AsOf - TimeSpan.FromHours(find.HoursBack), run.AsOf), CancellationToken.None);
        if (others.Count > 0)
            run.Session.Terminal.Note($"{Words.Count(others.Values.Sum(), "saved score")} by {Words.List([.. others.Keys.Order(StringComparer.Ordinal)])}, not {scorer}: without --use-saved-scores the posts are scored anew.");
    }

    private static async Task<Refresh> RefreshAsync(RunContext run)
    {
        var now = run.Session.Time.GetUtcNow();
        var earlier = await run.Store.Runs.SinceAsync(run.Project.Slug, Name, now - Refresh.Hold, CancellationToken.None);
        return Refresh.After(earlier.Where(other => other.RunId != run.RunId && GenerateOptionSet.Refreshes(other)), now);
    }

    private static async Task ShowAsync(
        RunContext run, DraftModel model, FindOptions options, DraftChoice choice, FindResult found, GenerateResult result, JsonObject counts)
    {
        var (project, terminal, duration) = (run.Project, run.Session.Terminal, run.Elapsed);
        var (report, held, goneOn) = result;
        var drafted = await run.Store.Reviews.OpportunitiesAsync(new OpportunityQuery(project.Slug, null, null, null, run.RunId, terminal.Json ? null : Shown), CancellationToken.None);
        var best = drafted.OrderByDescending(o => o.Score.Total).ToArray();
        if (terminal.Json)
        {
            JsonDoc.Write(new JsonObject
            {
                ["command"] = Name,
                ["project"] = project.Slug,
                ["run_id"] = run.RunId,
                ["as_of"] = Times.Utc(run.AsOf),
                ["provider"] = model.Key.Provider,
                ["model"] = model.Key.Model,
                ["offline"] = model.Offline,
                ["find"] = counts["find"]!.DeepClone(),
                ["draft"] = counts["draft"]!.DeepClone(),
                ["duration_s"] = Math.Round(duration.TotalSeconds, 3),
                ["posts"] = JsonDoc.Array(best.Select(DraftScreen.Opportunity)),
            });
            return;
        }
        foreach (var line in DraftScreen.GoesOn(goneOn, terminal)) terminal.Say(line);
        terminal.Say();
        foreach (var line in DraftScreen.Summary(report, held, project, model, duration, run.Session.Time.GetUtcNow(), terminal)) terminal.Say(line);
        if (best.Length == 0)
        {
            if (goneOn.Posts > 0 && report.Posts == 0 && held == 0) terminal.Say("Nothing is left of this refresh. The next --refresh begins anew.");
            else if (report.Posts == 0 && held == 0) await EmptyHands.SayAsync(terminal, run.Store, project, options, run.AsOf, found, CancellationToken.None, choice);
            return;
        }
        terminal.Say();
        foreach (var line in OpportunityTable.Lines([.. best.Select(o => (o.Stored, o.Score, (OfferedDraft?)o.Drafts[0]))], run.AsOf, terminal)) terminal.Say(line);
        terminal.Say();
        terminal.Next(
            $"vt twitter export-comments -p {project.Slug} -o today.csv",
            $"vt twitter explain -p {project.Slug} {best[0].Stored.Post.Key.NativeId}");
    }

    private static async Task<int> ForecastAsync(
        RunContext run, DraftSetup setup, FindResult found, DraftChoice choice, Refresh? refresh, bool countTokens, CancellationToken ct)
    {
        var session = run.Session;
        var (forecast, goneOn) = await GenerateRun.ForecastAsync(setup, found.Scored, choice, refresh, countTokens, ct);
        var embeddings = await run.EmbeddingCostAsync();
        var json = ForecastScreen.Json(forecast, goneOn, embeddings, session.Time.GetUtcNow());
        await run.FinishAsync(ExitCode.Done, json);
        if (session.Terminal.Json) JsonDoc.Write(new JsonObject { ["command"] = ForecastName, ["project"] = run.Project.Slug, ["find"] = FindJson.Of(found), ["forecast"] = json });
        foreach (var line in DraftScreen.GoesOn(goneOn, session.Terminal)) session.Terminal.Say(line);
        session.Terminal.Say();
        foreach (var line in ForecastScreen.Lines(forecast, embeddings, setup.Options, session.Time.GetUtcNow(), session.Terminal)) session.Terminal.Say(line);
        return ExitCode.Done;
    }

    private static void RequireCounting(DraftModel model, bool dryRun, Session session)
    {
        if (!dryRun) throw new UserErrorException("--count-tokens counts for a forecast; use it with --dry-run or vt forecast");
        if (model.Client.GetService(typeof(ITokenCounter)) is null)
            session.Terminal.Note($"The provider {model.Key.Provider} does not count tokens: the forecast estimates them.");
    }

    private static void RequirePrice(DraftModel model, DraftOptions options, Session session)
    {
        var now = session.Time.GetUtcNow();
        if (model.Pricing.WorstCase(model.Key.Model, 1, 1, now) is not null) return;
        if (!options.AllowUnpriced)
            throw new UserErrorException(
                $"{model.Key.Model} has no known price ({session.Prices().OtherDays(model.Key.Model, now) ?? $"the program's are of {PriceBook.ReleasedVersion}"}), so its cost can be neither limited nor shown. Add a price to prices.yml, choose another model, or use --allow-unpriced.");
        if (options.Budget.Any || options.Quota.SpendPerTenMinutes > NanoUsd.Zero)
            session.Terminal.Note($"{model.Key.Model} has no known price: no budget or spend limit holds for its calls. Add a price to prices.yml.");
    }
}
