using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Note_on_a_model_is_kept_and_replaced()
    {
        Assert.Empty(await Store.Notes.GetAsync("gemini", "flash", "schema", Ct));
        await Store.Notes.SetAsync("gemini", "flash", "schema", "bounds", Noon, Ct);
        await Store.Notes.SetAsync("gemini", "flash", "schema", "plain", Noon.AddDays(1), Ct);
        await Store.Notes.SetAsync("gemini", "pro", "schema", "enum", Noon, Ct);

        Assert.Equal([new ModelNote("plain", Noon.AddDays(1))], await (await OpenAnotherAsync()).Notes.GetAsync("gemini", "flash", "schema", Ct));
        Assert.Equal("enum", Assert.Single(await Store.Notes.GetAsync("gemini", "pro", "schema", Ct)).Value);
        Assert.Empty(await Store.Notes.GetAsync("openai", "flash", "schema", Ct));
        Assert.Empty(await Store.Notes.GetAsync("gemini", "flash", "rpm", Ct));
    }

    [Fact]
    public async Task Note_that_is_raised_keeps_the_greater_value_but_for_one_noted_before_a_clock_was_set_back()
    {
        foreach (var (value, at, kept) in new[] { ("5", 0, "5"), ("3", 10, "5"), ("7", 20, "7"), ("6", -30, "7"), ("6", -60, "6") })
        {
            await Store.Notes.RaiseAsync("gemini", "flash", "paused_until", value, Noon.AddSeconds(at), Ct);
            Assert.Equal(kept, Assert.Single(await Store.Notes.GetAsync("gemini", "flash", "paused_until", Ct)).Value);
        }
    }

    [Fact]
    public async Task Answer_is_found_by_its_key_and_the_newest_wins()
    {
        var run = await BeginRunAsync();
        var first = await SaveAsync(run, call => new CachedAnswer("k1", call, """{"add_value":"First."}"""), call => new CachedAnswer("k2", call, """{"add_value":null}"""));
        var second = await SaveAsync(run, call => new CachedAnswer("k1", call, """{"add_value":"Second 🚀."}"""));

        var found = await Store.Answers.GetAsync(["k1", "k2", "k3", "K1"], Ct);

        Assert.Equal(2, found.Count);
        Assert.Equal(new CachedAnswer("k1", second, """{"add_value":"Second 🚀."}"""), found["k1"]);
        Assert.Equal(new CachedAnswer("k2", first, """{"add_value":null}"""), found["k2"]);
        Assert.Empty(await Store.Answers.GetAsync([], Ct));
    }

    [Fact]
    public async Task Answer_to_remember_is_kept_with_its_call_or_not_at_all()
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        var answer = new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1000), Cache = [new CachedAnswer("k1", call, "{}")] };
        const long NoSuchPost = 4711;

        await Assert.ThrowsAnyAsync<Exception>(() => Store.Ledger.SaveAnswerAsync(answer with { Drafts = [ADraft(NoSuchPost)] }, Ct));
        Assert.Empty(await Store.Answers.GetAsync(["k1"], Ct));

        await Store.Ledger.SaveAnswerAsync(answer, Ct);
        await Store.Ledger.SaveAnswerAsync(answer with { Cache = [new CachedAnswer("k1", call, "late")] }, Ct);
        Assert.Equal("{}", (await Store.Answers.GetAsync(["k1"], Ct))["k1"].Json);
    }

    [Fact]
    public async Task History_tells_the_newest_answered_draft_calls_of_a_model()
    {
        var posts = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        var run = await BeginRunAsync();
        await SettleAsync(await ReserveAsync(run, 5000, [.. posts]), s => s with { PostsAnswered = 2, PostsAskedAgain = 3 });
        await SettleAsync(await ReserveAsync(run, 5000, posts[0]), s => s with { Outcome = CallOutcome.Blocked, PostsAnswered = 0, Cost = null, Latency = TimeSpan.FromSeconds(2) });
        await SettleAsync(await ReserveAsync(run, 5000, posts[0]), s => s with { State = CallState.Refused, Cost = null, Usage = null });
        await ReserveAsync(run, 5000, posts[0]);
        await SettleAsync(await SendAsync(ACall(run, new NanoUsd(1)) with { Purpose = CallPurpose.Embed }), s => s);
        await SettleAsync(await SendAsync(ACall(run, new NanoUsd(1)) with { Key = Key with { Model = "pro" } }), s => s);
        await SettleAsync(await SendAsync(ACall(run, new NanoUsd(1), posts[0]) with { Key = Key with { KeyFingerprint = "other" } }), s => s);

        var history = await Store.Ledger.HistoryAsync(Key.Provider, Key.Model, null, 10, Ct);

        var tokens = new TokenUsage(700, 0, 101, 7, 0);
        Assert.Equal(
            [
                new PastCall(1, 0, 0, TimeSpan.FromSeconds(4.5), 800, tokens, "flash-001"),
                new PastCall(1, 0, 0, TimeSpan.FromSeconds(2), 800, tokens, "flash-001", Blocked: true),
                new PastCall(3, 2, 3, TimeSpan.FromSeconds(4.5), 800, tokens, "flash-001"),
            ],
            history);
        Assert.Equal(history, await Store.Ledger.HistoryAsync(Key.Provider, Key.Model, Project, 10, Ct));
        Assert.Empty(await Store.Ledger.HistoryAsync(Key.Provider, Key.Model, "other", 10, Ct));
        Assert.Equal(history.Take(2), await Store.Ledger.HistoryAsync(Key.Provider, Key.Model, null, 2, Ct));

        Task SettleAsync(long call, Func<CallSettlement, CallSettlement> change) => Store.Ledger.SaveAnswerAsync(
            new AnswerToSave { ProjectId = Project, RunId = run, Settlement = change(Settled(call, 1000)) }, Ct);

        async Task<long> SendAsync(NewCall call) =>
            (await Store.Ledger.ReserveAsync(call, new UsageQuestion { Key = call.Key }, (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;
    }

    [Fact]
    public async Task Blocked_packs_that_were_halved_leave_the_size_as_it_was()
    {
        var posts = await AddPostsAsync([.. Enumerable.Range(1, 16).Select(i => APost($"{i}"))]);
        var run = await BeginRunAsync();
        // Three packs of 16, each with one blocked post: halved until it stands alone.
        for (var pack = 0; pack < 3; pack++)
        {
            foreach (var size in new[] { 16, 8, 4, 2, 1, 1 }) await SaveAsync(size, CallOutcome.Blocked);
            foreach (var size in new[] { 8, 4, 2, 1 }) await SaveAsync(size, CallOutcome.Ok);
        }

        var experience = ModelExperience.From(await Store.Ledger.HistoryAsync(Key.Provider, Key.Model, null, 200, Ct), [], LatencyModel.Default);
        var choice = Packing.Choose(new PackingInput
        {
            Posts = 400,
            Concurrency = 5,
            Limits = new QuotaLimits { RequestsPerMinute = 15 },
            Latency = experience.Latency,
            FixedTokens = 600,
            TokensPerPost = 90,
            OutputPerPost = 300,
            OutputLimit = 65_536,
            MaxPerRequest = 20,
            AskedAgain = experience.AskedAgain,
        });

        Assert.All(experience.AskedAgain.Values, share => Assert.Equal(0, share));
        Assert.True(choice.Size > 8, choice.Reason);

        async Task SaveAsync(int size, CallOutcome outcome)
        {
            var call = await ReserveAsync(run, 5000, [.. posts.Take(size)]);
            var settlement = Settled(call, 1000, outcome) with { PostsAnswered = outcome == CallOutcome.Ok ? size : 0 };
            await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = settlement }, Ct);
        }
    }

    private async Task<long> SaveAsync(long run, params Func<long, CachedAnswer>[] parts)
    {
        var call = await ReserveAsync(run, 5000);
        await Store.Ledger.SaveAnswerAsync(
            new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1000), Cache = [.. parts.Select(part => part(call))] }, Ct);
        return call;
    }
}
