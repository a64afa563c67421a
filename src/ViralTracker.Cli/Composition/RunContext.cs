using System.Text.Json.Nodes;
using ViralTracker.Adapters.Processes;
using ViralTracker.Adapters.Projects;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Composition;

/// <summary>A run in progress: its row in the store, its log, and the parts of the pipeline put together.</summary>
internal sealed class RunContext : IAsyncDisposable
{
    private readonly LocalScoring _scoring;
    private readonly BudgetLines _budgetLines;
    private readonly AlertWebhook _webhook;
    private readonly long _started;
    private bool _finished;

    private RunContext(
        Session session, ProjectConfig project, IStore store, long runId, DateTimeOffset asOf, long started, Func<QuotaKey, ProjectLimits> limitsOf, BudgetWatch budgets)
    {
        _started = started;
        Session = session;
        Project = project;
        Store = store;
        RunId = runId;
        AsOf = asOf;
        LimitsOf = limitsOf;
        Calls = new CallSetup
        {
            ProjectId = project.Slug,
            RunId = runId,
            AsOf = asOf,
            Ledger = store.Ledger,
            Notes = store.Notes,
            Budgets = budgets,
            Clock = new RunClock(session.Time),
            Random = new Random(Environment.TickCount),
            Owner = ProcessOwner.Current,
            OwnerIsGone = ProcessOwner.IsGone,
            BudgetZone = Session.TimeZone,
        };
        _scoring = new LocalScoring(project, store);
        _budgetLines = new BudgetLines(session.Terminal);
        _webhook = new AlertWebhook(project, session.Time);
        Log = new RunLog(session.Logs.CreateLogger("ViralTracker.Run"), project.Slug, runId);
    }

    public Session Session { get; }
    public ProjectConfig Project { get; }
    public IStore Store { get; }
    public long RunId { get; }
    public DateTimeOffset AsOf { get; }
    public RunLog Log { get; }
    public TimeSpan Elapsed => Session.Time.GetElapsedTime(_started);

    public LocalVectors Vectors => _scoring.Vectors;

    /// <inheritdoc cref="LocalScoring.Replies"/>
    public NearestReplies? Replies => _scoring.Replies;

    /// <summary>What calls for embeddings may take, by key and model; the project's own limits where the command sets none.</summary>
    private Func<QuotaKey, ProjectLimits> LimitsOf { get; }

    private CallSetup Calls { get; }

    /// <summary>What hears of calls beside <paramref name="own"/>: the log, and who is to know of budget alerts.</summary>
    private Observers Observer(IDraftObserver own) => new Observers(own, Log, _budgetLines, _webhook);

    public IRelevance Relevance() => ModelChoice.BuildEmbedder(Session, Project, LimitsOf) is { } model
        ? new ModelRelevance(Project, new EmbeddingSetup(model, Store.Embeddings, Observer(new EmbeddingProgress(Session.Terminal, Session.Time)), Calls))
        : new LocalRelevance();

    /// <param name="show">Is shown prompts and answers as they go.</param>
    public async Task<DraftSetup> DraftSetupAsync(DraftModel model, DraftOptions options, IDraftObserver observer, Action<string, string>? show = null)
    {
        var said = await Store.Reviews.SaidSinceAsync(Project.Slug, Session.Time.GetUtcNow() - DraftMemory.Reach, CancellationToken.None);
        return new DraftSetup
        {
            Project = Project,
            Model = model with { Client = new TappedChatClient(model.Client, Session.Logs.CreateLogger("ViralTracker.Model"), show) },
            Options = options,
            Calls = Calls,
            Leases = Store.Leases,
            Posts = Store.Posts,
            Runs = Store.Runs,
            Answers = Store.Answers,
            Check = DraftChecks.For(Project, said, patterned: model.Offline, _scoring.Embedder).Check,
            Replies = Replies,
            Observer = Observer(observer),
        };
    }

    /// <summary>Begins a run, does its work, and finishes it as what broke it off says, where it did not come to its own end.</summary>
    /// <param name="arguments">The options given: they tell of a run in the store why it did what it did.</param>
    public static async Task<int> RunAsync(
        Session session, ProjectConfig project, string command, JsonObject arguments, DateTimeOffset asOf, Func<RunContext, Task<int>> work, CancellationToken ct,
        Func<QuotaKey, ProjectLimits>? limitsOf = null)
    {
        await using var run = await BeginAsync(session, project, command, arguments, asOf, limitsOf, ct);
        if (ProjectDirectory.TemplateNote(project) is { } template) session.Terminal.Note(template);
        if (ProjectDirectory.TopicNote(project) is { } topics) session.Terminal.Note(topics);
        try
        {
            return await work(run);
        }
        catch (Exception e)
        {
            if (!run._finished) await run.FinishAsync(Ending.Of(e)?.Code ?? ExitCode.Failures);
            throw;
        }
    }

    /// <summary>Waits until every alert has reached the webhook, or could not.</summary>
    public ValueTask DisposeAsync() => _webhook.DisposeAsync();

    /// <summary>Opens the store and frees what dead processes left behind.</summary>
    private static async Task<RunContext> BeginAsync(
        Session session, ProjectConfig project, string command, JsonObject arguments, DateTimeOffset asOf, Func<QuotaKey, ProjectLimits>? limitsOf, CancellationToken ct)
    {
        var started = session.Time.GetTimestamp();
        var store = await session.StoreAsync(ct);
        if (await session.ReplayAsync(ct) is { } told) session.Terminal.Problem(told);
        var now = session.Time.GetUtcNow();
        await LeftBehind.CleanAsync(store, now, ct);
        limitsOf ??= key => ProjectLimits.Of(project, key);
        // Budgets are the same for every key.
        var budgets = await BudgetWatch.BeginAsync(
            store.Ledger, project.Slug, limitsOf(new QuotaKey("", "", "")).Budget, project.Budget.AlertAt, Session.TimeZone, now, ct);
        var run = new NewRun(project.Slug, project.AccountId, command, arguments.ToJsonString(), ProcessOwner.Current, now, asOf);
        var id = await store.Runs.BeginAsync(run, ct);
        var context = new RunContext(session, project, store, id, asOf, started, limitsOf, budgets);
        context.Log.Started(command, asOf);
        return context;
    }

    /// <summary>What the run paid a provider for embedding posts.</summary>
    public Task<RunCost> EmbeddingCostAsync() => Store.Ledger.CostAsync(RunId, CallPurpose.Embed, CancellationToken.None);

    /// <summary>Imports the files of <c>projects/SLUG/posts/</c> whose content is new.</summary>
    public async Task<ImportReport> ImportFolderAsync(CancellationToken ct)
    {
        var import = Session.NewImport(Project.Slug, Store);
        await import.ImportFolderAsync(Session.Projects.PostsFolder(Project.Slug), ct);
        return import.Report;
    }

    /// <param name="savedScores">Use the newest saved scores; what has happened since is still looked at.</param>
    public async Task<FindResult> FindAsync(FindOptions options, bool savedScores, CancellationToken ct)
    {
        var answered = await AnsweredAsync(Store, Project, AsOf, ct);
        var find = new FindRun(Project, Store.Posts, Store.Assessments, Vectors, Relevance(), Session.Time, answered);
        var found = await (savedScores ? find.AmongSavedAsync(RunId, options, AsOf, ct) : find.RunAsync(RunId, options, AsOf, ct));
        foreach (var stage in found.Stages) Log.Stage(stage);
        return found;
    }

    /// <summary>What the project's account answered, with the project's cooldown.</summary>
    public static Task<AnsweredBefore> AnsweredAsync(IStore store, ProjectConfig project, DateTimeOffset asOf, CancellationToken ct) =>
        store.Reviews.AnsweredAsync(project.Slug, asOf - TimeSpan.FromHours(project.CooldownHours), asOf, ct);

    /// <summary>The run's end in the store, and paid answers that did not reach it: what is shown next is what the store has.</summary>
    /// <param name="exitCode">What the command returns.</param>
    /// <param name="counts">What the run came to, if it came to its end.</param>
    public async Task FinishAsync(int exitCode, JsonObject? counts = null)
    {
        _finished = true;
        var outcome = exitCode switch
        {
            ExitCode.Done => RunOutcome.Done,
            ExitCode.Budget => RunOutcome.Budget,
            ExitCode.Refused => RunOutcome.Refused,
            ExitCode.Interrupted => RunOutcome.Interrupted,
            _ => RunOutcome.Failures,
        };
        try
        {
            await Store.Runs.FinishAsync(RunId, outcome, (counts ?? []).ToJsonString(), Session.Time.GetUtcNow(), CancellationToken.None);
            await Session.SaveKeptAsync();
        }
        catch (StoreException error)
        {
            // The run's own row matters less than showing what the run came to; the next start marks the run as crashed.
            Session.Terminal.Problem(error.Message);
        }
        Log.Finished(outcome, Elapsed);
    }
}
