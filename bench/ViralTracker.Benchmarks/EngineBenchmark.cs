using System.Globalization;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>The draft engine at its limits: the real executable against the stand-in provider.</summary>
internal static class EngineBenchmark
{
    private static readonly string[] EveryPost = ["--hours-back", "1000000", "--min-followers", "0", "--no-use-gate"];

    /// <summary>Newest real posts of which 426 are left without repeats: as many as the reference drafted.</summary>
    private const int Candidates = 437;

    /// <summary>Real posts at 15 requests a minute, latency 4 s + 0.25 s a post, five at once; then the same posts one a request.</summary>
    public static async Task<int> QuotaAsync(TextWriter output, string executable)
    {
        var latency = (Base: TimeSpan.FromSeconds(4), PerPost: TimeSpan.FromSeconds(0.25));
        await using var packed = await RealAsync(executable, new StandInOptions { RequestsPerMinute = 15, Latency = latency.Base, LatencyPerPost = latency.PerPost });
        var run = await packed.DraftAsync([.. EveryPost, "--max-candidates", $"{Candidates}", "--batch-size", "5"]);
        var log = packed.Provider.Log;
        var span = log.Max(a => a.AnsweredAt!.Value) - log[0].At;
        var ideal = Ideal([.. log.Select(a => a.AnsweredAt!.Value - a.At)], atOnce: 5, perMinute: 15);

        await using var single = await RealAsync(executable, new StandInOptions());
        await single.DraftAsync([.. EveryPost, "--max-candidates", $"{Candidates}", "--tweets-per-request", "1", "--max-rpm", "0", "--batch-size", "16"]);

        var (tokens, tokensAlone) = (PerPost(packed), PerPost(single));
        Row(output, $"{packed.Ledger.Drafted} posts drafted, exit {run.ExitCode}, requests", log.Count);
        Row(output, "wall of the command, s", run.Wall.TotalSeconds);
        Row(output, "first request to last answer, s", span.TotalSeconds);
        Row(output, "ideal schedule of the same requests, s", ideal.TotalSeconds);
        Row(output, "ratio to the ideal", span / ideal);
        Row(output, "most arrivals in any 60 s", MostIn(log, TimeSpan.FromSeconds(60)));
        Row(output, "answers 429", log.Count(a => a.Status == 429));
        Row(output, "prompt tokens a post, packed", tokens);
        Row(output, "prompt tokens a post, one a request", tokensAlone);
        Row(output, "fewer, %", 100 * (1 - tokens / tokensAlone));
        return 0;

        static double PerPost(EngineWorkspace w) => w.Provider.Bill.Sum(b => (double)b.Tokens.Prompt) / w.Ledger.Drafted;
    }

    /// <summary>No quota, latency 200 ms, packs of 10, 64 at once; finding is done by a run before.</summary>
    public static async Task<int> ThroughputAsync(TextWriter output, string executable, int posts)
    {
        var options = new StandInOptions { Latency = TimeSpan.FromMilliseconds(200) };
        var ceiling = await ProviderCeiling.MeasureAsync(options, atOnce: 64, requests: Math.Clamp(posts / 10, 640, 3_000));
        await using var workspace = await EngineWorkspace.WithMadeUpPostsAsync(executable, posts, options);
        await workspace.ScoreAsync();
        var run = await workspace.DraftAsync("--use-saved-scores", "--max-rpm", "0", "--tweets-per-request", "10", "--batch-size", "64");
        var log = workspace.Provider.Log;
        var span = log.Max(a => a.AnsweredAt ?? a.At) - log[0].At;
        var rate = log.Count / span.TotalSeconds;
        Row(output, $"{workspace.Ledger.Drafted} of {posts} posts drafted, exit {run.ExitCode}, requests", log.Count);
        Row(output, "requests a second", rate);
        Row(output, "share of the bound of 64 / 0.2 s, %", 100 * rate / 320);
        Row(output, "the stand-in's own ceiling: bare requests of this size, 64 at once, a second", ceiling);
        Row(output, "share of that ceiling, %", 100 * rate / ceiling);
        Row(output, "processor ms a request, start-up and loading included", run.Processor.TotalMilliseconds / log.Count);
        Row(output, "processor ms a post", run.Processor.TotalMilliseconds / posts);
        Row(output, "peak memory, MB", run.PeakBytes / 1e6);
        return 0;
    }

    /// <summary>Every fault but the daily limit at 2 % of calls each, 3 % of posts blocked; at most one rerun.</summary>
    public static async Task<int> FaultsAsync(TextWriter output, string executable, int posts)
    {
        // A model that refuses the plain schema refuses for good, which ends a run by design.
        var rates = Enum.GetValues<Fault>()
            .Except([Fault.RateLimitedForLong, Fault.DailyQuota, Fault.DailyQuotaFinal, Fault.Forbidden, Fault.InvalidRequest, Fault.MissingVector, Fault.SchemaRefused, Fault.FormatRefused, Fault.AnyFormatRefused])
            .ToDictionary(f => f, _ => 0.02);
        var provider = new StandInOptions { FaultRates = rates, BlockedPostShare = 0.03, Latency = TimeSpan.FromMilliseconds(50) };
        await using var workspace = await EngineWorkspace.WithMadeUpPostsAsync(executable, posts, provider);
        string[] options = ["--max-rpm", "0", "--tweets-per-request", "8", "--batch-size", "16", "--timeout", "3"];
        var first = await workspace.DraftAsync(options);
        var (drafted, blocked) = (workspace.Ledger.Drafted, workspace.Ledger.Blocked);
        var second = await workspace.DraftAsync(options);
        var ledger = workspace.Ledger;
        var (differ, unsettled, unknown, over) = workspace.Reconcile();
        Row(output, $"first run: exit {first.ExitCode}, {blocked} blocked, drafted", drafted);
        Row(output, $"rerun: exit {second.ExitCode}, {ledger.Blocked} blocked, drafted", ledger.Drafted);
        var repeats = (int)ledger.Number("SELECT count(DISTINCT post_id) FROM assessments WHERE skip_reason <> 'blocked_by_provider'");
        Row(output, $"neither drafted nor blocked, nor one of {repeats} repeats", posts - ledger.Drafted - ledger.Blocked - repeats);
        Row(output, "stored as blocked that the provider answers", ledger.BlockedPosts.Count(text => !provider.Blocks(text)));
        Row(output, "drafted twice", ledger.DraftedTwice);
        Row(output, "draft beside the wrong post", ledger.Drafts.Count(d => !d.Text.Contains(DraftText.WordOf(d.Post), StringComparison.OrdinalIgnoreCase)));
        Row(output, "requests", workspace.Provider.Log.Count);
        Row(output, "settled calls that differ from the bill", differ);
        Row(output, $"calls unknown (billed and not settled: {unsettled})", unknown);
        Row(output, "counted above the bill, USD", over / 1e9);
        return 0;
    }

    /// <summary>kill -9 at random moments, each followed at once by the same command, then a last run to the end.</summary>
    public static async Task<int> KillsAsync(TextWriter output, string executable, int posts, int kills, int seed)
    {
        var random = new Random(seed);
        await using var workspace = await EngineWorkspace.WithMadeUpPostsAsync(executable, posts, new StandInOptions { Latency = TimeSpan.FromMilliseconds(500), LatencyJitter = 0.8 });
        string[] options = ["--provider", "gemini", "--max-rpm", "0", "--tweets-per-request", "2", "--batch-size", "4"];
        await workspace.ScoreAsync();
        var killed = 0;
        while (killed < kills && workspace.Ledger.Drafted < posts)
        {
            var run = workspace.Start("generate-comments", options);
            // From the start of the process on: some die before their first call, most with calls in flight.
            await Task.WhenAny(run.Process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1_900)), TimeProvider.System));
            if (run.Process.HasExited) break;
            run.Process.Kill();
            await EngineWorkspace.EndAsync(run);
            killed++;
        }
        var before = workspace.Provider.Log.Count;
        var last = await EngineWorkspace.EndAsync(workspace.Start("generate-comments", options));
        var ledger = workspace.Ledger;
        var (differ, unsettled, unknown, over) = workspace.Reconcile();
        Row(output, "kills", killed);
        Row(output, $"last run: exit {last.ExitCode}, {workspace.Provider.Log.Count - before} requests, s", last.Wall.TotalSeconds);
        Row(output, $"of {posts} posts drafted", ledger.Drafted);
        Row(output, "drafted twice", ledger.DraftedTwice);
        Row(output, "answered by two settled calls", ledger.AnsweredTwice);
        Row(output, "settled calls that differ from the bill", differ);
        Row(output, $"calls unknown: in flight when killed (billed: {unsettled})", unknown);
        Row(output, "counted above the bill, USD", over / 1e9);
        return 0;
    }

    /// <summary>A day's budget of $0.01, two processes of 64 at once.</summary>
    public static async Task<int> BudgetAsync(TextWriter output, string executable, int repeats)
    {
        var spent = new List<double>();
        var (twice, differ) = (0, 0);
        for (var i = 0; i < repeats; i++)
        {
            await using var workspace = await EngineWorkspace.WithMadeUpPostsAsync(executable, 200, new StandInOptions { Latency = TimeSpan.FromMilliseconds(100), LatencyJitter = 0.5, Seed = i }, "budget: { day: 0.01 }");
            string[] options = ["--provider", "gemini", "--max-rpm", "0", "--batch-size", "64"];
            var (first, second) = (workspace.Start("generate-comments", options), workspace.Start("generate-comments", options));
            await Task.WhenAll(EngineWorkspace.EndAsync(first), EngineWorkspace.EndAsync(second));
            spent.Add(workspace.Provider.BilledNanoUsd / 1e5);
            twice += workspace.Ledger.DraftedTwice;
            differ += workspace.Reconcile().Differ;
        }
        Row(output, "repeats", repeats);
        Row(output, "least of the budget spent, %", spent.Min());
        Row(output, "most of the budget spent, %", spent.Max());
        Row(output, "posts drafted twice", twice);
        Row(output, "settled calls that differ from the bill", differ);
        return 0;
    }

    private static async Task<EngineWorkspace> RealAsync(string executable, StandInOptions provider)
    {
        var workspace = await EngineWorkspace.StartAsync(executable, provider, "2026-01-01T00:00:00Z");
        File.Copy(Repository.Shared("data/demo_ai_tools.jsonl") ?? throw new FileNotFoundException("This benchmark needs ../shared/data/demo_ai_tools.jsonl."), workspace.PostFile);
        return workspace;
    }

    /// <summary>When the last of these requests, in this order, could end: some at once, and so many begun in any 60 s, no margin.</summary>
    private static TimeSpan Ideal(TimeSpan[] latencies, int atOnce, int perMinute)
    {
        var free = new PriorityQueue<TimeSpan, TimeSpan>(Enumerable.Repeat((TimeSpan.Zero, TimeSpan.Zero), atOnce));
        var begun = new List<TimeSpan>();
        var end = TimeSpan.Zero;
        foreach (var latency in latencies)
        {
            var at = free.Dequeue();
            if (begun.Count > 0 && begun[^1] > at) at = begun[^1];
            if (begun.Count >= perMinute && begun[^perMinute] + TimeSpan.FromMinutes(1) is var place && place > at) at = place;
            begun.Add(at);
            free.Enqueue(at + latency, at + latency);
            if (at + latency > end) end = at + latency;
        }
        return end;
    }

    private static int MostIn(IReadOnlyList<Arrival> log, TimeSpan window) =>
        log.Max(first => log.Count(a => a.Elapsed >= first.Elapsed && a.Elapsed - first.Elapsed < window));

    private static void Row(TextWriter output, string what, double value) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {value:0.###} |"));
}
