using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    [Theory]
    [InlineData(CostGrouping.Project)]
    [InlineData(CostGrouping.Day)]
    [InlineData(CostGrouping.Model)]
    [InlineData(CostGrouping.Topic)]
    [InlineData(CostGrouping.Run)]
    [InlineData(CostGrouping.Tweet)]
    public async Task Fault20_costs_add_up_to_the_ledger_in_every_grouping(CostGrouping by)
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        var run = await DraftAsync(ids[0], 1001);
        // Failed, and saved without shares: 100 does not divide by 3.
        var failed = await ReserveAsync(run, 5000, [.. ids]);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(failed, 100, CallOutcome.Unparsable) }, Ct);
        // Without posts.
        var embed = await ReserveAsync(run, 500);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(embed, 7) }, Ct);
        // Never answered.
        await ReserveAsync(run, 1000, [.. ids]);

        var rows = await Store.Reports.CostsAsync(new CostQuery(by, null, null, null, TimeZoneInfo.Utc), Ct);

        Assert.Equal(1108, rows.Sum(r => r.Cost.Value));
        Assert.Equal(1000, rows.Sum(r => r.Open.Value));
        Assert.Equal(3 * 808, rows.Sum(r => r.Tokens.Total));
        Assert.Equal(2, rows.Sum(r => r.Drafts));
        if (by is CostGrouping.Topic or CostGrouping.Tweet)
            Assert.Contains(rows, r => r.Group == "(no post)" && r.Cost.Value == 7);
        else
            Assert.Equal((4, 1, 3), (rows.Sum(r => r.Calls), rows.Sum(r => r.FailedCalls), rows[0].Posts));
    }

    [Fact]
    public async Task Costs_group_by_the_zones_day_and_by_what_answered()
    {
        var run = await BeginRunAsync();
        await ReserveAtAsync(run, new(2025, 11, 1, 23, 30, 0, TimeSpan.Zero));
        var zone = TimeZoneInfo.CreateCustomTimeZone("ahead", TimeSpan.FromHours(1), "ahead", "ahead");

        Task<IReadOnlyList<CostRow>> By(CostGrouping by) => Store.Reports.CostsAsync(new CostQuery(by, Project, null, null, zone), Ct);

        Assert.Equal("2025-11-02", Assert.Single(await By(CostGrouping.Day)).Group);
        Assert.Equal("flash-001", Assert.Single(await By(CostGrouping.Model)).Group);
        Assert.Equal($"{run}", Assert.Single(await By(CostGrouping.Run)).Group);
        Assert.Empty(await Store.Reports.CostsAsync(new CostQuery(CostGrouping.Day, Project, Noon.AddDays(1), null, zone), Ct));
    }

    [Fact]
    public async Task Provider_was_paid_where_a_call_to_it_cost_something_or_may_have()
    {
        var run = await BeginRunAsync();
        foreach (var (provider, cost) in new[] { ("offline", 0), ("gemini", 10), ("cache", 0), ("gemini", 5) })
            await Store.Ledger.ReserveAsync(
                ACall(run, new NanoUsd(cost)) with { Key = Key with { Provider = provider } }, new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon, Ct);

        Assert.Equal(["gemini"], await Store.Reports.PaidProvidersAsync(Ct));
    }

    [Fact]
    public async Task Answer_taken_from_the_cache_is_no_call()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await BeginRunAsync();
        var call = (await Store.Ledger.ReserveAsync(
            ACall(run, NanoUsd.Zero, ids[0]) with { Key = Key with { Provider = Core.Quotas.QuotaKey.Cache } }, new Core.Quotas.UsageQuestion { Key = Key }, (_, _) => Core.Quotas.ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 0) with { Cost = null },
            Drafts = [ADraft(ids[0], cost: 0)],
            Shares = [new PostShare(ids[0], NanoUsd.Zero)],
        }, Ct);

        var row = Assert.Single(await Store.Reports.CostsAsync(new CostQuery(CostGrouping.Project, null, null, null, TimeZoneInfo.Utc), Ct));

        Assert.Equal((0, 0, 1, 1), (row.Calls, row.UnpricedCalls, row.Posts, row.Drafts));
    }

    [Fact]
    public async Task Unpriced_call_is_counted_as_unpriced()
    {
        var run = await BeginRunAsync();
        var call = (await Store.Ledger.ReserveAsync(ACall(run, null), new Core.Quotas.UsageQuestion { Key = Key }, (_, _) => Core.Quotas.ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 0) with { Cost = null } }, Ct);

        var row = Assert.Single(await Store.Reports.CostsAsync(new CostQuery(CostGrouping.Project, null, null, null, TimeZoneInfo.Utc), Ct));

        Assert.Equal((1, 0), (row.UnpricedCalls, row.FailedCalls));
    }

    [Fact]
    public async Task Spend_takes_settled_costs_of_the_day_and_of_the_month()
    {
        var run = await BeginRunAsync();
        await ReserveAtAsync(run, Noon);
        await ReserveAsync(run, 5000);

        Assert.Equal((42, 42), await SpendAsync(Noon, Noon));
        Assert.Equal((0, 42), await SpendAsync(Noon.AddHours(1), Noon.AddDays(-1)));
        Assert.Equal((0, 0), await SpendAsync(Noon.AddHours(1), Noon.AddHours(1)));

        async Task<(long Day, long Month)> SpendAsync(DateTimeOffset day, DateTimeOffset month)
        {
            var spend = await Store.Reports.SpendStatusAsync(day, month, Ct);
            return (spend.Day.Value, spend.Month.Value);
        }
    }

    [Fact]
    public async Task Open_calls_are_those_under_way_those_never_answered_and_those_without_a_price()
    {
        var run = await BeginRunAsync();
        await ReserveAsync(run, 5000);
        await Store.Ledger.AbandonAsync(_ => true, Noon, Ct);
        await ReserveAsync(run, 700);
        await ReserveAtAsync(run, Noon);
        await Store.Ledger.ReserveAsync(ACall(run, null), new Core.Quotas.UsageQuestion { Key = Key }, (_, _) => Core.Quotas.ReserveDecision.Yes, () => Noon, Ct);

        Assert.Equal(new OpenCalls(2, new NanoUsd(700), 1, new NanoUsd(5000), 1, 1), (await Store.Reports.SpendStatusAsync(Noon, Noon, Ct)).Open);
        Assert.Equal(SpendStatus.None, await Store.Reports.SpendStatusAsync(Noon.AddSeconds(1), Noon.AddSeconds(1), Ct));
    }

    [Fact]
    public async Task View_has_the_references_columns_and_each_drafts_exact_cost()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0], 1001);

        var rows = await QueryAsync("""
            SELECT project_id, tweet_id, suggestion_type, comment_text, score_total, label, topic, why, rank, review_status, status, api_cost_usd, created_at
            FROM generated_comments ORDER BY rank
            """);

        Assert.Equal([Project, "1", "add_value", "A add_value reply.", 0.8, "green", "pricing", "question · pricing 77 %", 1L, "pending", "pending"], rows[0][..11]);
        Assert.Equal(1001, rows.Sum(r => (decimal)(double)r[11]!) * 1_000_000_000m);
        Assert.Equal("2025-11-01 12:00:05.000", rows[0][12]);
    }

    [Fact]
    public async Task Draft_of_a_call_without_a_known_price_has_no_cost_and_neither_has_the_day()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await DraftAsync(ids[0], 1001);
        var call = await ReserveAsync(run, 5000, ids[0]);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 0) with { Cost = null },
            Drafts = [ADraft(ids[0], "relate", 3)],
        }, Ct);

        Assert.Equal([501, 500, null], (await OpportunitiesAsync())[0].Drafts.Select(d => d.Cost?.Value));
        Assert.Equal([501, 500, null], (await Store.Reviews.DraftsOfAsync(Project, ids[0], Ct)).Select(d => d.Cost?.Value));
        Assert.Null((await QueryAsync("SELECT api_cost_usd FROM generated_comments ORDER BY rank"))[2][0]);
        var spend = await Store.Reports.SpendStatusAsync(Noon, Noon, Ct);
        Assert.Equal((1001, 1001), (spend.KnownDay?.Value, spend.KnownMonth?.Value));
        Assert.Null((spend with { Day = default }).KnownDay);
    }

    private async Task ReserveAtAsync(long run, DateTimeOffset at)
    {
        var call = (await Store.Ledger.ReserveAsync(ACall(run, new NanoUsd(100)), new Core.Quotas.UsageQuestion { Key = Key }, (_, _) => Core.Quotas.ReserveDecision.Yes, () => at, Ct)).CallId!.Value;
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 42) }, Ct);
    }
}
