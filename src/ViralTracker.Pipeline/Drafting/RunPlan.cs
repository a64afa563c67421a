using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What is known before the first call: limits, the model's ways, the pack size.</summary>
internal sealed record RunPlan(PackingChoice Choice, SchemaRung Rung, QuotaLimits Limits, ModelExperience Experience, LedgerUsage Usage, int? RequestsLeft)
{
    /// <summary>So long nothing is sent: the key was refused before.</summary>
    public TimeSpan Pause { get; private init; }
    public string? PauseReason { get; private init; }

    private const int PastCalls = 200;

    public static async Task<RunPlan> MakeAsync(DraftSetup setup, RequestBuilder requests, IReadOnlyList<DraftTask> tasks, QuotaLimits limits)
    {
        var (key, now) = (setup.Model.Key, setup.Calls.Clock.Now);
        var experience = ModelExperience.From(
            await setup.Calls.Ledger.HistoryAsync(key.Provider, key.Model, null, PastCalls, CancellationToken.None),
            await setup.Calls.Ledger.HistoryAsync(key.Provider, key.Model, setup.Project.Slug, PastCalls, CancellationToken.None),
            setup.Model.Offline ? LatencyModel.Offline : LatencyModel.Default);
        var notes = new RefusalNotes(setup.Calls.Notes, key);
        limits = await notes.RecallAsync(limits, now);
        var paused = setup.Model.Offline ? null : await notes.PauseAsync(now);
        var pause = paused?.Until - now ?? TimeSpan.Zero;
        var rung = await notes.RungAsync(now);
        var read = await setup.Calls.Ledger.UsageAsync(QuotaQuestion.Of(setup, limits, now), CancellationToken.None);
        var usage = new LedgerView().Of(read, limits.Window, now, setup.Calls.Clock.Elapsed);
        int? left = limits.RequestsPerDay > 0 ? Math.Max(0, limits.RequestsPerDay - usage.SentInQuotaDay) : null;
        var perPost = tasks.Count == 0 ? 0 : (long)tasks.Average(RequestBuilder.TypicalTokens);
        var choice = Packing.Choose(new PackingInput
        {
            Posts = tasks.Count,
            Concurrency = setup.Options.Concurrency,
            Limits = limits,
            Sent = [.. usage.Window.Select(call => new SentAgo(now - call.SentAt, call.Tokens))],
            Pause = pause,
            RequestsLeftToday = left,
            Latency = experience.Latency,
            FixedTokens = requests.FixedTokens,
            TokensPerPost = perPost,
            FixedCost = setup.Model.Pricing.WorstCase(key.Model, requests.FixedTokens, 0, now) ?? NanoUsd.Zero,
            CostPerPost = setup.Model.Pricing.WorstCase(key.Model, perPost, (long)(experience.OutputPerPost?.Mean ?? requests.TypicalOutputPerPost), now) ?? NanoUsd.Zero,
            SpentInTenMinutes = usage.SpentInSpendWindow,
            OutputPerPost = requests.OutputPerPost,
            OutputLimit = setup.Model.OutputLimit,
            MaxPerRequest = setup.Options.MaxTweetsPerRequest,
            Size = setup.Options.TweetsPerRequest ?? (setup.Model.Offline ? setup.Options.MaxTweetsPerRequest : null),
            AskedAgain = experience.AskedAgain,
        });
        // Nothing is waited for offline, and the more posts a request has, the seldomer does its drafter repeat a sentence.
        if (setup.Model.Offline && setup.Options.TweetsPerRequest is null) choice = choice with { Reason = $"{choice.Size} per request, the most: offline nothing is waited for" };
        return new RunPlan(choice, rung, limits, experience, usage, left) { Pause = pause, PauseReason = paused?.Why };
    }

    /// <summary>The run as it would be, without sending anything.</summary>
    public static async Task<Forecast> ForecastAsync(DraftSetup setup, IReadOnlyList<DraftTask> tasks, bool countTokens, CancellationToken ct)
    {
        var requests = new RequestBuilder(setup.Project, setup.Model);
        var paid = await new PaidAnswers(setup, requests.SystemHash).OfAsync(tasks);
        var unpaid = tasks.Where(task => !paid.ContainsKey(task.PostId)).ToArray();
        var plan = await MakeAsync(setup, requests, unpaid, setup.Model.Offline ? QuotaLimits.None : setup.Options.Quota);
        var now = setup.Calls.Clock.Now;
        var packs = WorkQueue.Packs(unpaid, plan.Choice.Size).Select(pack => requests.Build(pack, plan.Rung, 0, now)).ToArray();
        long? counted = null;
        if (countTokens && setup.Model.Client.GetService(typeof(ITokenCounter)) is ITokenCounter counter)
        {
            counted = 0;
            var counts = new TokenCounts(counter, setup.Calls);
            foreach (var pack in packs) counted += await counts.OfAsync(pack, ct);
        }
        return Forecaster.Make(new ForecastInput
        {
            Packs = [.. packs.Select(p => new PlannedPack(p.Wanted.Count, p.TypicalInputTokens))],
            Offline = setup.Model.Offline,
            Choice = plan.Choice,
            Experience = plan.Experience,
            TypicalOutputPerPost = requests.TypicalOutputPerPost,
            Pricing = setup.Model.Pricing,
            Model = setup.Model.Key.Model,
            Budget = setup.Options.Budget,
            Usage = plan.Usage,
            Pause = plan.Pause,
            PauseReason = plan.PauseReason,
            RequestsLeft = plan.RequestsLeft,
            CountedInput = counted,
            PaidBefore = paid.Count,
            Now = now,
        });
    }
}

/// <summary>What to ask the ledger for these limits and budgets: nothing that no limit needs.</summary>
internal static class QuotaQuestion
{
    public static UsageQuestion Of(DraftSetup setup, QuotaLimits limits, DateTimeOffset now, LedgerView? view = null, NanoUsd? reserve = null) =>
        Of(setup.Calls, setup.Model.Key, limits, setup.Options.Budget, now, view, reserve);

    /// <param name="view">What the process counted so far; null where nothing is to be reserved.</param>
    /// <param name="reserve">Worst case of the call; null where it has no known price.</param>
    public static UsageQuestion Of(
        CallSetup calls, QuotaKey key, QuotaLimits limits, BudgetLimits budget, DateTimeOffset now, LedgerView? view = null, NanoUsd? reserve = null) =>
        OfBudget(calls.ProjectId, budget, calls.BudgetZone, now) with
        {
            Key = key,
            RunId = budget.Run is null ? null : calls.RunId,
            WindowSince = limits.RequestsPerMinute > 0 || limits.TokensPerMinute > 0 ? now - limits.Window : null,
            AfterCall = view?.Newest,
            QuotaDaySince = limits.RequestsPerDay > 0 ? QuotaDay.StartOfDay(now, QuotaDay.Pacific) : null,
            SpendWindowSince = limits.SpendPerTenMinutes > NanoUsd.Zero ? now - LedgerView.SpendWindow : null,
            SpendWindowUntil = view?.SpendUntil(now),
            SpendRoom = view is null ? null : limits.SpendPerTenMinutes - (reserve ?? NanoUsd.Zero),
        };

    /// <summary>The project's spend, whatever it was spent with.</summary>
    public static UsageQuestion OfBudget(string projectId, BudgetLimits budget, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Key = new QuotaKey("", "", ""),
        ProjectId = budget.Any ? projectId : null,
        BudgetDaySince = budget.Day is null ? null : QuotaDay.StartOfDay(now, zone),
        BudgetMonthSince = budget.Month is null ? null : QuotaDay.StartOfMonth(now, zone),
    };
}
