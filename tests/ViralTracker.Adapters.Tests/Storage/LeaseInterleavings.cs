using ViralTracker.Adapters.Storage.Sqlite;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>Processes that draft, stall, die and start again, in random order on two instances of one file.</summary>
public sealed class LeaseInterleavings
{
    private const string Project = "acme";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(90);
    private static readonly DateTimeOffset Noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly QuotaKey Key = new("gemini", "0a1b2c3d", "flash");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_is_never_drafted_twice_whatever_dies_or_stalls_when()
    {
        var (drafted, fencedOut, handedOn) = (0L, 0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            using var folder = new TemporaryFolder();
            var path = Path.Combine(folder.Path, "vt.db");
            await using var one = await SqliteDatabase.OpenAsync(path, Ct);
            await using var two = await SqliteDatabase.OpenAsync(path, Ct);
            var world = new World(new Random(seed), [one, two]);
            await world.BeginAsync();

            for (var step = 0; step < 80; step++) await world.StepAsync();

            Assert.Empty(Sqlite.Query(path, "SELECT post_id FROM drafts GROUP BY post_id HAVING count(*) > 1"));
            Assert.Equal(world.Answered, (long)Sqlite.Query(path, "SELECT count(*) FROM api_calls WHERE state = 'settled'")[0][0]!);
            drafted += (long)Sqlite.Query(path, "SELECT count(*) FROM drafts")[0][0]!;
            (fencedOut, handedOn) = (fencedOut + world.FencedOut, handedOn + world.TakenOver);
        }

        // The walk met what it is meant to meet.
        Assert.True(drafted > 200 && fencedOut > 20 && handedOn > 20, $"{drafted} drafted, {fencedOut} fenced out, {handedOn} taken over");
    }

    [Fact]
    public async Task Post_is_leased_to_one_of_many_that_ask_at_the_same_time()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "vt.db");
        await using var one = await SqliteDatabase.OpenAsync(path, Ct);
        await using var two = await SqliteDatabase.OpenAsync(path, Ct);
        await new World(new Random(1), [one, two]).BeginAsync();
        long[] posts = [.. Enumerable.Range(1, World.Posts).Select(i => (long)i)];

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => (i % 2 == 0 ? one : two).Leases.AcquireAsync(Project, posts, $"host/{i}/1", Noon, Noon + LeaseTime, false, Ct), Ct)));

        Assert.Equal(posts, taken.SelectMany(t => t.Keys).Order());
    }

    /// <param name="Id">Of its leases and calls; a start after death has another.</param>
    private sealed record Worker(string Id, SqliteDatabase Store)
    {
        public Dictionary<long, long> Fences { get; } = [];
        public List<(long Call, long Post)> InFlight { get; } = [];
    }

    private sealed class World(Random random, SqliteDatabase[] stores)
    {
        public const int Posts = 12;
        private readonly List<Worker> _workers = [];
        private readonly HashSet<string> _dead = [];
        private readonly Dictionary<long, long> _newest = [];
        private DateTimeOffset _now = Noon;
        private long _run;
        private int _started;

        public int Answered { get; private set; }
        public int FencedOut { get; private set; }
        public int TakenOver { get; private set; }

        public async Task BeginAsync()
        {
            await stores[0].Posts.UpsertAsync(Project, [.. Enumerable.Range(1, Posts).Select(APost)], "a", Noon, Ct);
            _run = await stores[0].Runs.BeginAsync(new NewRun(Project, "default", "generate-comments", "{}", "host/0/0", Noon, Noon), Ct);
            for (var i = 0; i < 4; i++) _workers.Add(NewWorker());
        }

        public async Task StepAsync()
        {
            var worker = _workers[random.Next(_workers.Count)];
            _now += TimeSpan.FromSeconds(random.Next(8));
            switch (random.Next(12))
            {
                case 0 or 1 or 2:
                    await ChooseAsync(worker);
                    break;
                case 3 or 4 or 5:
                    await SendAsync(worker);
                    break;
                case 6 or 7 or 8:
                    await SaveAsync(worker);
                    break;
                case 9:
                    await worker.Store.Leases.RenewAsync(worker.Id, _now + LeaseTime, Ct);
                    break;
                case 10:
                    // Stalled, or on another host: leases may run out while its calls are in flight.
                    _now += random.Next(4) == 0 ? LeaseTime : TimeSpan.Zero;
                    break;
                default:
                    await DieAndStartAgainAsync(worker);
                    break;
            }
        }

        private async Task ChooseAsync(Worker worker)
        {
            long[] posts = [.. Enumerable.Range(0, 3).Select(_ => (long)random.Next(1, Posts + 1)).Distinct()];
            var taken = await worker.Store.Leases.AcquireAsync(Project, posts, worker.Id, _now, _now + LeaseTime, includeHandled: false, Ct);
            foreach (var (post, fence) in taken)
            {
                worker.Fences[post] = _newest[post] = fence;
                if (fence > 1) TakenOver++;
            }
        }

        private async Task SendAsync(Worker worker)
        {
            var free = worker.Fences.Keys.Where(post => worker.InFlight.All(sent => sent.Post != post)).ToArray();
            if (free.Length == 0) return;
            var post = free[random.Next(free.Length)];
            var reserved = await worker.Store.Ledger.ReserveAsync(
                new NewCall
                {
                    RunId = _run,
                    ProjectId = Project,
                    Key = Key,
                    Purpose = CallPurpose.Draft,
                    Attempt = 1,
                    Reserved = new NanoUsd(1000),
                    ReservedTokens = 900,
                    PostIds = [post],
                    Fences = new Dictionary<long, long> { [post] = worker.Fences[post] },
                    PromptHash = "beef",
                    Owner = worker.Id,
                },
                new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => _now, Ct);
            Assert.Equal(worker.Fences[post] == _newest[post], reserved.CallId is not null);
            if (reserved.CallId is { } call) worker.InFlight.Add((call, post));
            else worker.Fences.Remove(post);
        }

        private async Task SaveAsync(Worker worker)
        {
            if (worker.InFlight.Count == 0) return;
            var (call, post) = worker.InFlight[random.Next(worker.InFlight.Count)];
            var saved = await worker.Store.Ledger.SaveAnswerAsync(
                new AnswerToSave
                {
                    ProjectId = Project,
                    RunId = _run,
                    Settlement = new CallSettlement
                    {
                        CallId = call,
                        State = CallState.Settled,
                        Outcome = CallOutcome.Ok,
                        Usage = new TokenUsage(700, 0, 101, 7, 0),
                        Cost = new NanoUsd(900),
                        AnsweredAt = _now,
                        Latency = TimeSpan.FromSeconds(4),
                    },
                    Drafts = [new NewDraft { PostId = post, Kind = "add_value", Text = $"By call {call}.", State = DraftState.Offered, Rank = 1, Cost = new NanoUsd(900) }],
                    Fences = new Dictionary<long, long> { [post] = worker.Fences[post] },
                },
                Ct);
            Answered++;
            FencedOut += saved.FencedOut.Count;
            worker.InFlight.Remove((call, post));
            await worker.Store.Leases.ReleaseAsync(Project, [post], worker.Id, Ct);
            worker.Fences.Remove(post);
        }

        private async Task DieAndStartAgainAsync(Worker worker)
        {
            _workers.Remove(worker);
            _dead.Add(worker.Id);
            var next = NewWorker();
            // A start on another host cannot know that the owner is gone.
            if (random.Next(3) > 0)
            {
                await next.Store.Ledger.AbandonAsync(_dead.Contains, _now, Ct);
                await next.Store.Leases.FreeAsync(_dead.Contains, Ct);
            }
            _workers.Add(next);
        }

        private Worker NewWorker() => new($"host/{++_started}/1", stores[random.Next(stores.Length)]);

        private static Post APost(int i) => new()
        {
            Key = new PostKey("x", $"{i}"),
            Author = new Author { Handle = "w" },
            Text = $"Post {i} says something of its own.",
            PostedAt = Noon,
        };
    }
}
