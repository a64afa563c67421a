using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    private static UsageQuestion Everything(long run) => new()
    {
        Key = Key,
        WindowSince = Noon.AddSeconds(-61),
        QuotaDaySince = Noon.AddHours(-4),
        SpendWindowSince = Noon.AddMinutes(-10),
        ProjectId = Project,
        RunId = run,
        BudgetDaySince = Noon.AddHours(-12),
        BudgetMonthSince = Noon.AddHours(-12),
    };

    [Fact]
    public async Task Reserve_counts_the_worst_case_until_the_call_is_settled()
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        var open = await Store.Ledger.UsageAsync(Everything(run), Ct);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1234) }, Ct);
        var settled = await Store.Ledger.UsageAsync(Everything(run), Ct);

        Assert.Equal([new SentCall(call, Noon, 900)], open.Window);
        Assert.Equal((5000, 5000, 5000, 5000, 5000), Spends(open));
        Assert.Equal([new SentCall(call, Noon, 700)], settled.Window);
        Assert.Equal((1234, 1234, 1234, 1234, 0), Spends(settled));
        Assert.Equal(1, settled.SentInQuotaDay);
    }

    [Theory]
    [InlineData(CallState.Refused, 0)]
    [InlineData(CallState.Unknown, 5000)]
    public async Task Call_without_a_bill_counts_by_its_state(CallState state, long counted)
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 0, CallOutcome.Timeout) with { State = state, Cost = null, Usage = null },
        }, Ct);

        var usage = await Store.Ledger.UsageAsync(Everything(run), Ct);

        Assert.Equal((counted, counted, counted, counted, 0), Spends(usage));
        Assert.Single(usage.Window);
        Assert.Equal(1, usage.SentInQuotaDay);
    }

    [Fact]
    public async Task Usage_holds_per_key_and_leaves_out_what_is_not_asked()
    {
        var run = await BeginRunAsync();
        await ReserveAsync(run, 5000);
        var other = Everything(run) with { Key = Key with { Model = "pro" } };

        Assert.Empty((await Store.Ledger.UsageAsync(other, Ct)).Window);
        Assert.Equal((0, 0, 0, 0, 0), Spends(await Store.Ledger.UsageAsync(new UsageQuestion { Key = Key }, Ct)));
        Assert.Empty((await Store.Ledger.UsageAsync(Everything(run) with { WindowSince = Noon.AddMilliseconds(1) }, Ct)).Window);
    }

    [Theory]
    [InlineData("flash-latest", "flash-3")]
    [InlineData("flash-3", "flash-latest")]
    [InlineData("flash-latest", "flash-newest")]
    public async Task Alias_and_the_model_that_answers_it_have_one_quota(string called, string asked)
    {
        var run = await BeginRunAsync();
        await AnswerAsync("flash-newest", "flash-3");
        await AnswerAsync("flash-latest", "flash-3");
        await AnswerAsync("pro-latest", "pro-3");
        await Store.Notes.SetAsync(Key.Provider, called, "paused_until", "later", Noon, Ct);
        var before = await UsageAsync(asked);
        var open = await ReserveAsAsync(called, 5000);
        var after = await UsageAsync(asked);

        Assert.Equal((2, 2), (before.Window.Count, before.SentInQuotaDay));
        Assert.Equal((3, 3, 5000), (after.Window.Count, after.SentInQuotaDay, after.SpentInSpendWindow.Value - before.SpentInSpendWindow.Value));
        Assert.Contains(after.Window, sent => sent.Id == open);
        Assert.Single((await UsageAsync("pro-3")).Window);
        Assert.Empty((await Store.Ledger.UsageAsync(Everything(run) with { Key = Key with { Model = asked, KeyFingerprint = "another" } }, Ct)).Window);
        Assert.Equal("later", Assert.Single(await Store.Notes.GetAsync(Key.Provider, asked, "paused_until", Ct)).Value);
        Assert.Empty(await Store.Notes.GetAsync(Key.Provider, "pro-latest", "paused_until", Ct));

        // The alias moves on: from its next answer it shares the newer model's quota.
        await AnswerAsync("flash-latest", "flash-4");
        // A late answer does not take it back.
        await AnswerAsync("flash-latest", "flash-3", Noon.AddSeconds(-1));
        var (newer, older) = called == "flash-latest" ? (4, 1) : (3, 2);
        Assert.Equal((newer, older), ((await UsageAsync("flash-4")).Window.Count, (await UsageAsync("flash-newest")).Window.Count));

        Task<LedgerUsage> UsageAsync(string model) => Store.Ledger.UsageAsync(Everything(run) with { Key = Key with { Model = model } }, Ct);

        async Task<long> ReserveAsAsync(string model, long cost) => (await Store.Ledger.ReserveAsync(
            ACall(run, new NanoUsd(cost)) with { Key = Key with { Model = model } }, Everything(run), (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;

        async Task AnswerAsync(string model, string version, DateTimeOffset? at = null)
        {
            var id = await ReserveAsAsync(model, 1000);
            await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(id, 1000) with { ModelVersion = version, AnsweredAt = at ?? Noon } }, Ct);
        }
    }

    [Fact]
    public async Task Reserve_that_is_not_granted_leaves_no_row()
    {
        var run = await BeginRunAsync();
        var refusal = new ReserveDecision.Exhausted(ExhaustedLimit.DayBudget, false);

        var reservation = await Store.Ledger.ReserveAsync(ACall(run, new NanoUsd(1)), Everything(run), (_, _) => refusal, () => Noon, Ct);

        Assert.Equal(new Reservation(refusal, null), reservation);
        Assert.Equal(0L, await OneAsync("SELECT count(*) FROM api_calls"));
    }

    [Fact]
    public async Task Reserve_refuses_a_call_with_posts_whose_lease_is_lost_and_names_them()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"), APost("4"));
        var run = await BeginRunAsync();
        var fences = await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), false, Ct);
        var late = Noon.AddSeconds(91);
        // One is another's, one was another's, and one was freed.
        await Store.Leases.AcquireAsync(Project, ids.Take(2).ToArray(), "other/2/2", late, late.AddSeconds(90), false, Ct);
        await Store.Leases.ReleaseAsync(Project, [ids[1]], "other/2/2", Ct);
        var mine = await Store.Leases.AcquireAsync(Project, [ids[1]], Me, late, late.AddSeconds(90), false, Ct);
        await Store.Leases.ReleaseAsync(Project, [ids[2]], Me, Ct);

        var refused = await ReserveAsync(fences);

        Assert.Null(refused.CallId);
        Assert.Equal(ids.Take(3), Assert.IsType<ReserveDecision.LeasesLost>(refused.Decision).Posts.Order());
        Assert.Equal(0L, await OneAsync("SELECT count(*) FROM api_calls"));
        Assert.NotNull((await ReserveAsync(new Dictionary<long, long> { [ids[1]] = mine[ids[1]], [ids[3]] = fences[ids[3]] })).CallId);

        Task<Reservation> ReserveAsync(IReadOnlyDictionary<long, long> of) => Store.Ledger.ReserveAsync(
            ACall(run, new NanoUsd(1), [.. of.Keys]) with { Fences = of }, Everything(run), (_, _) => ReserveDecision.Yes, () => late, Ct);
    }

    [Fact]
    public async Task Reserve_never_exceeds_a_limit_with_64_tasks_on_two_instances()
    {
        var run = await BeginRunAsync();
        var other = await OpenAnotherAsync();
        var budget = new NanoUsd(100 * 1000 + 999);
        ReserveDecision Decide(LedgerUsage usage, DateTimeOffset now) => usage.SpentInDay + new NanoUsd(1000) <= budget
            ? ReserveDecision.Yes
            : new ReserveDecision.Exhausted(ExhaustedLimit.DayBudget, false);

        var granted = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var ledger = (i % 2 == 0 ? Store : other).Ledger;
            var count = 0;
            for (var n = 0; n < 5; n++)
                if ((await ledger.ReserveAsync(ACall(run, new NanoUsd(1000)), Everything(run), Decide, () => Noon, Ct)).CallId is not null)
                    count++;
            return count;
        }, Ct)));

        Assert.Equal(100, granted.Sum());
        Assert.Equal(100L, await OneAsync("SELECT count(*) FROM api_calls"));
    }

    [Theory]
    [InlineData(CallState.Settled)]
    [InlineData(CallState.Unknown)]
    public async Task Answer_saved_twice_is_saved_once(CallState state)
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000, ids[0]);
        var answer = new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 1000) with { State = state, Cost = state == CallState.Settled ? new NanoUsd(1000) : null },
            Drafts = [ADraft(ids[0], cost: 1000)],
            Shares = [new PostShare(ids[0], new NanoUsd(1000))],
            Skips = [ASkip(ids[0], run, SkipReason.NothingToSay)],
        };

        Assert.Empty((await Store.Ledger.SaveAnswerAsync(answer, Ct)).FencedOut);
        Assert.Empty((await Store.Ledger.SaveAnswerAsync(answer with { Settlement = Settled(call, 9999) }, Ct)).FencedOut);

        Assert.Equal(1L, await OneAsync("SELECT count(*) FROM drafts"));
        Assert.Equal(1L, await OneAsync("SELECT count(*) FROM assessments"));
        Assert.Equal(state == CallState.Settled ? 1000L : 5000L, await OneAsync("SELECT counted_nanousd FROM api_calls"));
    }

    [Fact]
    public async Task Answer_under_a_lost_lease_pays_the_call_and_saves_no_draft_of_that_post()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"));
        var run = await BeginRunAsync();
        var fences = await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), false, Ct);
        var call = await ReserveAsync(run, 5000, [.. ids]);
        var late = Noon.AddSeconds(91);
        await Store.Leases.AcquireAsync(Project, [ids[0]], "other/2/2", late, late.AddSeconds(90), false, Ct);
        var answer = new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 1000),
            Drafts = [ADraft(ids[0], cost: 500), ADraft(ids[1], cost: 500)],
            Fences = fences,
        };

        Assert.Equal([ids[0]], (await Store.Ledger.SaveAnswerAsync(answer, Ct)).FencedOut);
        Assert.Equal([ids[0]], (await Store.Ledger.SaveAnswerAsync(answer, Ct)).FencedOut);

        Assert.Equal(ids[1], await OneAsync("SELECT post_id FROM drafts"));
        Assert.Equal(1000L, await OneAsync("SELECT cost_nanousd FROM api_calls"));
    }

    [Fact]
    public async Task Answer_that_cannot_be_saved_whole_leaves_its_call_reserved()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000, ids[0]);
        const long NoSuchPost = 4711;

        await Assert.ThrowsAnyAsync<Exception>(() => Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 1000),
            Drafts = [ADraft(ids[0]), ADraft(NoSuchPost)],
        }, Ct));

        Assert.Equal("reserved", await OneAsync("SELECT state FROM api_calls"));
        Assert.Equal(0L, await OneAsync("SELECT count(*) FROM drafts"));
    }

    [Fact]
    public async Task Abandoned_call_is_unknown_and_can_still_be_settled_by_its_late_answer()
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        Assert.Equal(0, await Store.Ledger.AbandonAsync(_ => false, Noon, Ct));
        Assert.Equal(1, await Store.Ledger.AbandonAsync(owner => owner == Me, Noon, Ct));
        Assert.Equal("unknown", await OneAsync("SELECT state FROM api_calls"));

        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1000) }, Ct);

        Assert.Equal("settled", await OneAsync("SELECT state FROM api_calls"));
        Assert.Equal(1000, (await Store.Ledger.UsageAsync(Everything(run), Ct)).SpentInRun.Value);
    }

    [Fact]
    public async Task Call_of_an_owner_nobody_can_ask_for_is_unknown_after_a_quarter_of_an_hour_without_a_lease()
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        await Store.Leases.AcquireAsync(Project, await AddPostsAsync(APost("1")), Me, Noon, Noon.AddMinutes(20), false, Ct);

        Assert.Equal(0, await Store.Ledger.AbandonAsync(_ => false, Noon.AddMinutes(16), Ct));
        await Store.Leases.RenewAsync(Me, Noon.AddMinutes(14), Ct);
        Assert.Equal(0, await Store.Ledger.AbandonAsync(_ => false, Noon.AddMinutes(15), Ct));
        Assert.Equal(1, await Store.Ledger.AbandonAsync(_ => false, Noon.AddMinutes(16), Ct));

        Assert.Equal((5000, 5000, 5000, 5000, 0), Spends(await Store.Ledger.UsageAsync(Everything(run), Ct)));
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1000) }, Ct);
        Assert.Equal("settled", await OneAsync("SELECT state FROM api_calls"));
    }

    [Fact]
    public async Task Spend_of_a_killed_run_was_seen_when_a_later_run_with_calls_came_to_its_end()
    {
        var (before, killed) = (await BeginRunAsync(), await BeginRunAsync());
        await SettleAsync(before, 10, Noon);
        await SettleAsync(killed, 200, Noon.AddMinutes(2));
        await EndAsync(before, RunOutcome.Done, Noon.AddMinutes(1));
        Assert.Equal((210, 210), await SeenAsync());
        await EndAsync(killed, RunOutcome.Crashed, Noon.AddMinutes(3));
        Assert.Equal((10, 10), await SeenAsync());

        var (idle, other) = (await BeginRunAsync(), await BeginRunAsync(project: "another"));
        await EndAsync(idle, RunOutcome.Done, Noon.AddMinutes(4));
        await EndAsync(other, RunOutcome.Done, Noon.AddMinutes(4));
        Assert.Equal((10, 10), await SeenAsync());

        var later = await BeginRunAsync();
        await SettleAsync(later, 3000, Noon.AddMinutes(5));
        Assert.Equal((3010, 3010), await SeenAsync());
        await EndAsync(later, RunOutcome.Interrupted, Noon.AddMinutes(6));
        Assert.Equal((3210, 3210), await SeenAsync());

        async Task SettleAsync(long run, long cost, DateTimeOffset at)
        {
            var call = await ReserveAsync(run, 9000);
            await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, cost) with { AnsweredAt = at } }, Ct);
        }

        Task EndAsync(long run, RunOutcome outcome, DateTimeOffset at) => Store.Runs.FinishAsync(run, outcome, "{}", at, Ct);

        async Task<(long, long)> SeenAsync()
        {
            var usage = await Store.Ledger.UsageAsync(Everything(0) with { SeenByRuns = true }, Ct);
            return (usage.SpentInDay.Value, usage.SpentInMonth.Value);
        }
    }

    [Fact]
    public async Task Cost_of_a_run_is_told_by_what_its_calls_were_for()
    {
        var (run, other) = (await BeginRunAsync(), await BeginRunAsync());
        await EndAsync(run, 7, CallState.Settled, new NanoUsd(1000));
        await EndAsync(run, 50, CallState.Settled, new NanoUsd(200));
        await EndAsync(run, 300, CallState.Unknown, null);
        await EndAsync(run, 4000, CallState.Settled, null);
        await EndAsync(run, 4000, CallState.Refused, null);
        await EndAsync(other, 9, CallState.Settled, new NanoUsd(9));
        await ReserveAsync(run, 5000);

        Assert.Equal(new RunCost(5, new NanoUsd(1200), new NanoUsd(300), 1), await Store.Ledger.CostAsync(run, CallPurpose.Embed, Ct));
        Assert.Equal(new RunCost(1, NanoUsd.Zero, NanoUsd.Zero, 0), await Store.Ledger.CostAsync(run, CallPurpose.Draft, Ct));

        async Task EndAsync(long of, long reserved, CallState state, NanoUsd? cost)
        {
            var call = ACall(of, new NanoUsd(reserved)) with { Purpose = CallPurpose.Embed };
            var id = (await Store.Ledger.ReserveAsync(call, new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;
            await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = of, Settlement = Settled(id, 0) with { State = state, Cost = cost } }, Ct);
        }
    }

    [Fact]
    public async Task Answer_without_a_known_price_counts_its_reservation()
    {
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 5000);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 0) with { Cost = null } }, Ct);

        Assert.Equal((5000, 5000, 5000, 5000, 0), Spends(await Store.Ledger.UsageAsync(Everything(run), Ct)));
        var row = Assert.Single(await Store.Reports.CostsAsync(new CostQuery(CostGrouping.Run, null, null, null, TimeZoneInfo.Utc), Ct));
        Assert.Equal((1, NanoUsd.Zero, new NanoUsd(5000)), (row.UnpricedCalls, row.Cost, row.Open));
    }

    [Fact]
    public async Task Spend_is_told_with_the_part_of_it_that_is_settled_where_that_is_asked()
    {
        var (run, other) = (await BeginRunAsync(), await BeginRunAsync());
        await SettleAsync(await ReserveAsync(run, 5000), 4000);
        await SettleAsync(await ReserveAsync(other, 900), 800);
        await SettleAsync(await ReserveAsync(run, 70), null);
        await ReserveAsync(run, 300);

        var usage = await Store.Ledger.UsageAsync(Everything(run) with { Settled = true }, Ct);

        Assert.Equal(
            [new(new(4370), new(4000)), new(new(5170), new(4800)), new(new(5170), new(4800))],
            new[] { ExhaustedLimit.RunBudget, ExhaustedLimit.DayBudget, ExhaustedLimit.MonthBudget }.Select(usage.Of));
        Assert.Equal(new NanoUsd(370), usage.Of(ExhaustedLimit.RunBudget).Kept);
        Assert.Null((await Store.Ledger.UsageAsync(Everything(run), Ct)).Settled);
        Assert.Equal(default(SettledSpend), (await Store.Ledger.UsageAsync(new UsageQuestion { Key = Key, Settled = true }, Ct)).Settled);

        Task<AnswerSaved> SettleAsync(long call, long? cost) => Store.Ledger.SaveAnswerAsync(
            new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 0) with { Cost = cost is { } nano ? new NanoUsd(nano) : null } }, Ct);
    }

    [Fact]
    public async Task Spend_of_day_and_month_is_the_projects_own_each_since_its_beginning()
    {
        var (run, other) = (await BeginRunAsync(), await BeginRunAsync(project: "another"));
        await SendAsync(run, 7, Noon);
        await SendAsync(run, 20, Noon.AddHours(-1));
        await SendAsync(run, 300, Noon.AddDays(-1));
        await SendAsync(other, 4000, Noon, "another");

        var usage = await Store.Ledger.UsageAsync(Everything(run) with { BudgetDaySince = Noon.AddHours(-1), BudgetMonthSince = Noon.AddDays(-1) }, Ct);

        Assert.Equal((27, 327), (usage.SpentInDay.Value, usage.SpentInMonth.Value));

        Task<Reservation> SendAsync(long of, long cost, DateTimeOffset at, string project = Project) =>
            Store.Ledger.ReserveAsync(ACall(of, new NanoUsd(cost)) with { ProjectId = project }, new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => at, Ct);
    }

    [Fact]
    public async Task Open_reservations_are_told_of_the_project_and_of_the_run_apart()
    {
        var (run, other) = (await BeginRunAsync(), await BeginRunAsync());
        await ReserveAsync(run, 5000);
        await ReserveAsync(other, 700);

        var usage = await Store.Ledger.UsageAsync(Everything(run), Ct);

        Assert.Equal((5700, 5000), (usage.OpenReservations.Value, usage.OpenInRun.Value));
        Assert.Equal(0, (await Store.Ledger.UsageAsync(Everything(run) with { RunId = null }, Ct)).OpenInRun.Value);
    }

    /// <summary>By the model, whichever key asks.</summary>
    [Theory]
    [InlineData("embedder", CallPurpose.Embed, true, true)]
    [InlineData("embedder", CallPurpose.Draft, false, true)]
    [InlineData("another", CallPurpose.Embed, false, false)]
    public async Task Vectors_are_told_of_while_they_are_under_way_and_once_they_are_saved(string asked, CallPurpose purpose, bool underWay, bool saved)
    {
        var run = await BeginRunAsync();
        var model = Key with { Model = "embedder" };
        var question = new UsageQuestion { Key = new QuotaKey(Key.Provider, "anotherkey", asked), Texts = [TextKey.Of("b"), TextKey.Of("a")] };
        var call = (await Store.Ledger.ReserveAsync(
            ACall(run, new NanoUsd(1)) with { Key = model, Purpose = purpose }, new UsageQuestion { Key = model }, (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;

        var before = await Store.Ledger.UsageAsync(question, Ct);
        var answer = new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 1), Embedded = new("embedder", [new(TextKey.Of("a"), [1f, 2f])]) };
        for (var i = 0; i < 2; i++) await Store.Ledger.SaveAnswerAsync(answer, Ct);
        var after = await Store.Ledger.UsageAsync(question, Ct);

        Assert.Equal((underWay ? call : null, false), (before.Embedding, before.IsEmbedded));
        Assert.Equal((null, saved), (after.Embedding, after.IsEmbedded));
        var stored = await Store.Embeddings.GetAsync("embedder", [TextKey.Of("a")], Ct);
        Assert.Equal([1f, 2f], stored[TextKey.Of("a")]);
        Assert.False((await Store.Ledger.UsageAsync(question with { Texts = [TextKey.Of("c")] }, Ct)).IsEmbedded);
        Assert.False((await Store.Ledger.UsageAsync(question with { Texts = null }, Ct)).IsEmbedded);
    }

    [Fact]
    public async Task Call_dated_before_the_window_is_told_when_it_was_written_after_the_last_look()
    {
        var run = await BeginRunAsync();
        var (old, known) = (await SendAtAsync(Noon.AddHours(-1)), await SendAtAsync(Noon));
        var question = Everything(run) with { WindowSince = Noon.AddSeconds(-61) };
        var first = await Store.Ledger.UsageAsync(question, Ct);
        var late = await SendAtAsync(Noon.AddHours(-1));

        Assert.True(old < first.NewestCall);
        Assert.Equal(known, first.NewestCall);
        Assert.Equal([known], first.Window.Select(c => c.Id));
        Assert.Equal([late, known], (await Store.Ledger.UsageAsync(question with { AfterCall = first.NewestCall }, Ct)).Window.Select(c => c.Id));

        async Task<long> SendAtAsync(DateTimeOffset at) =>
            (await Store.Ledger.ReserveAsync(ACall(run, new NanoUsd(1)), new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => at, Ct)).CallId!.Value;
    }

    [Fact]
    public async Task Spend_dated_after_the_bound_does_not_count_in_the_window_of_ten_minutes()
    {
        var run = await BeginRunAsync();
        await ReserveAsync(run, 5000);

        Assert.Equal(5000, (await Store.Ledger.UsageAsync(Everything(run) with { SpendWindowUntil = Noon }, Ct)).SpentInSpendWindow.Value);
        Assert.Equal(0, (await Store.Ledger.UsageAsync(Everything(run) with { SpendWindowUntil = Noon.AddMilliseconds(-1) }, Ct)).SpentInSpendWindow.Value);
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(299, 1)]
    [InlineData(200, 1)]
    [InlineData(199, 3)]
    [InlineData(0, 4)]
    [InlineData(-5, 4)]
    public async Task Spend_tells_the_call_that_leaves_room_as_it_leaves_the_window(long room, int? sent)
    {
        var run = await BeginRunAsync();
        var ledger = Store.Ledger;
        for (var minute = 1; minute <= 4; minute++)
        {
            var call = (await ledger.ReserveAsync(ACall(run, new NanoUsd(100)), new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon.AddMinutes(minute - 5), Ct)).CallId!.Value;
            // The second was refused: it was billed nothing.
            if (minute == 2)
                await ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = Project, RunId = run, Settlement = Settled(call, 0) with { State = CallState.Refused, Cost = null, Usage = null } }, Ct);
        }

        var usage = await ledger.UsageAsync(Everything(run) with { SpendRoom = new NanoUsd(room) }, Ct);

        Assert.Equal(300, usage.SpentInSpendWindow.Value);
        Assert.Equal(sent is { } minutes ? Noon.AddMinutes(minutes - 5) : null, usage.SpendFreedBy);
    }

    private static (long SpendWindow, long Run, long Day, long Month, long Open) Spends(LedgerUsage usage) =>
        (usage.SpentInSpendWindow.Value, usage.SpentInRun.Value, usage.SpentInDay.Value, usage.SpentInMonth.Value, usage.OpenReservations.Value);
}
