using ViralTracker.Core.Gating;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Saved_score_comes_back_exactly_best_first()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        var run = await BeginRunAsync();
        var saved = await Store.Assessments.AppendAsync([AScore(ids[0], run, 0.6), AScore(ids[1], run, 0.9), ASkip(ids[2], run, SkipReason.Repeat, ids[0])], Ct);

        var scores = await Store.Assessments.SavedScoresAsync(Window(), Ct);

        Assert.Equal([saved[1], saved[0]], scores.Select(s => s.AssessmentId));
        var expected = AScore(ids[1], run, 0.9).Score!;
        Assert.Equal(expected.Inputs, scores[0].Score.Inputs);
        Assert.Equal(expected with { Inputs = scores[0].Score.Inputs }, scores[0].Score);
    }

    [Fact]
    public async Task Newest_assessment_counts_and_the_history_keeps_all()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync([ASkip(ids[0], run, SkipReason.Language) with { AsOf = Noon.AddHours(3) }], Ct);
        Assert.Single(await Store.Assessments.SkippedAsync(Project, null, null, 10, Ct));

        await Store.Assessments.AppendAsync([AScore(ids[0], run)], Ct);

        Assert.Empty(await Store.Assessments.SkippedAsync(Project, null, null, 10, Ct));
        Assert.Single(await Store.Assessments.SavedScoresAsync(Window(), Ct));
        var history = await Store.Assessments.HistoryAsync(Project, ids[0], Ct);
        Assert.Equal([null, SkipReason.Language], history.Select(a => a.Skip?.Reason));
        Assert.NotNull(history[0].Score);
        Assert.All(history, a => Assert.Equal(Noon, a.AsOf));
    }

    [Theory]
    [InlineData("blocked_by_provider", "blocked_by_provider")]
    [InlineData("blocked_by_provider score", "blocked_by_provider")]
    [InlineData("nothing_to_say score", "nothing_to_say")]
    [InlineData("all_rejected score", "all_rejected")]
    [InlineData("nothing_to_say? score", "nothing_to_say")]
    [InlineData("nothing_to_say author_cooldown?", "nothing_to_say")] // settled: no run but a refresh asks what the gate says now
    [InlineData("nothing_to_say author_cooldown? score", "nothing_to_say")]
    [InlineData("nothing_to_say language", "nothing_to_say")]
    [InlineData("nothing_to_say? language", "language")]
    [InlineData("nothing_to_say? author_cooldown? score", "nothing_to_say")]
    [InlineData("nothing_to_say? all_rejected score", "all_rejected")]
    [InlineData("nothing_to_say drafted", null)]
    [InlineData("nothing_to_say drafted score", null)]
    [InlineData("nothing_to_say drafted language", "language")]
    [InlineData("drafted nothing_to_say", "nothing_to_say")]
    [InlineData("drafted nothing_to_say score", "nothing_to_say")]
    [InlineData("language score", null)]
    [InlineData("language author_cooldown?", "author_cooldown")]
    [InlineData("score", null)]
    public async Task What_drafting_said_of_a_post_stands_until_drafting_says_something_else(string history, string? listed)
    {
        var post = (await AddPostsAsync(APost("1")))[0];
        foreach (var step in history.Split(' '))
        {
            if (step == "drafted") await DraftAsync(post);
            else await Store.Assessments.AppendAsync([Step(step, post, await BeginRunAsync())], Ct);
        }

        var skipped = await Store.Assessments.SkippedAsync(Project, null, null, 10, Ct);

        Assert.Equal(listed is null ? [] : [listed], skipped.Select(skip => SnakeCase.Of(skip.Skip.Reason)));
        Assert.Equal(skipped.Select(skip => skip.Skip.Reason), (await Store.Assessments.SkipCountsAsync(Project, null, null, Ct)).Keys);
    }

    /// <param name="step"><c>score</c>, or why it was skipped, with <c>?</c> where it may come back.</param>
    private static Assessment Step(string step, long post, long run)
    {
        if (step == "score") return AScore(post, run);
        var skip = ASkip(post, run, Enum.GetValues<SkipReason>().Single(reason => SnakeCase.Of(reason) == step.TrimEnd('?')));
        return step.EndsWith('?') ? skip with { Skip = skip.Skip! with { Finality = SkipFinality.RetryLater } } : skip;
    }

    [Theory]
    [InlineData("score nothing_to_say?", false, true)]
    [InlineData("score nothing_to_say", false, false)]
    [InlineData("score nothing_to_say", true, true)]
    [InlineData("score language", true, false)]
    [InlineData("score language nothing_to_say", true, false)]
    public async Task Saved_score_stands_whatever_drafting_made_of_it_where_its_post_is_asked_for(string history, bool includeHandled, bool found)
    {
        var post = (await AddPostsAsync(APost("1")))[0];
        foreach (var step in history.Split(' ')) await Store.Assessments.AppendAsync([Step(step, post, await BeginRunAsync())], Ct);

        Assert.Equal(found, (await Store.Assessments.SavedScoresAsync(Window(includeHandled: includeHandled), Ct)).Count == 1);
    }

    [Fact]
    public async Task Skipped_posts_are_listed_newest_first_within_a_run_and_over_runs()
    {
        var ids = await AddPostsAsync(APost("third", 30), APost("first", 10), APost("fourth", 40), APost("second", 20));
        var (earlier, later) = (await BeginRunAsync(), await BeginRunAsync());
        await Store.Assessments.AppendAsync([ASkip(ids[1], earlier, SkipReason.Spam), ASkip(ids[2], earlier, SkipReason.Spam)], Ct);
        await Store.Assessments.AppendAsync([ASkip(ids[0], later, SkipReason.Language), ASkip(ids[3], later, SkipReason.Spam)], Ct);

        Assert.Equal(["first", "second", "third", "fourth"], await IdsAsync(10));
        Assert.Equal(["first", "second"], await IdsAsync(2));

        async Task<IEnumerable<string>> IdsAsync(int limit) =>
            (await Store.Assessments.SkippedAsync(Project, null, null, limit, Ct)).Select(skip => skip.Stored.Post.Key.NativeId);
    }

    [Fact]
    public async Task Skip_names_its_reason_and_the_post_it_repeats()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync([ASkip(ids[1], run, SkipReason.Repeat, ids[0]), ASkip(ids[2], run, SkipReason.Language)], Ct);

        var skipped = await Store.Assessments.SkippedAsync(Project, SkipReason.Repeat, Noon, 10, Ct);

        var skip = Assert.Single(skipped);
        Assert.Equal("1", skip.RepeatsNativeId);
        Assert.Equal(new Skip(SkipReason.Repeat, "detail", SkipFinality.Final, ids[0]), skip.Skip);
        Assert.Empty(await Store.Assessments.SkippedAsync(Project, null, Noon.AddSeconds(1), 10, Ct));
        Assert.Single(await Store.Assessments.SkippedAsync(Project, null, null, 1, Ct));
    }

    [Fact]
    public async Task Skips_are_counted_by_reason_as_they_are_listed()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"), APost("4"));
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync(
            [ASkip(ids[0], run, SkipReason.Spam), ASkip(ids[1], run, SkipReason.Language), ASkip(ids[2], run, SkipReason.Language), ASkip(ids[3], run, SkipReason.Language)], Ct);
        await Store.Assessments.AppendAsync([AScore(ids[3], run)], Ct);

        Assert.Equal(new Dictionary<SkipReason, int> { [SkipReason.Spam] = 1, [SkipReason.Language] = 2 }, await Store.Assessments.SkipCountsAsync(Project, null, null, Ct));
        Assert.Equal(new Dictionary<SkipReason, int> { [SkipReason.Language] = 2 }, await Store.Assessments.SkipCountsAsync(Project, SkipReason.Language, Noon, Ct));
        Assert.Empty(await Store.Assessments.SkipCountsAsync(Project, null, Noon.AddSeconds(1), Ct));
    }

    [Fact]
    public async Task Run_shows_how_it_ended_and_a_gone_owners_run_as_crashed()
    {
        var first = await BeginRunAsync();
        var second = await BeginRunAsync(project: "another");
        await Store.Runs.FinishAsync(first, RunOutcome.Done, "{\"posts\":1}", Noon.AddMinutes(1), Ct);

        Assert.Equal(1, await Store.Runs.AbandonAsync(owner => owner == Me, _ => false, Noon.AddMinutes(2), Ct));
        Assert.Equal(0, await Store.Runs.AbandonAsync(owner => owner == Me, _ => false, Noon.AddMinutes(2), Ct));

        var runs = await Store.Runs.LatestAsync(null, 10, Ct);
        Assert.Equal([(second, RunOutcome.Crashed), (first, RunOutcome.Done)], runs.Select(r => (r.RunId, r.Outcome)));
        Assert.Equal(new RunRecord(first, Project, "generate-comments", Noon, Noon.AddMinutes(1), RunOutcome.Done, "{\"posts\":1}", Noon, "{}"), runs[1]);
        Assert.Equal(first, Assert.Single(await Store.Runs.LatestAsync(Project, 10, Ct)).RunId);
    }

    [Fact]
    public async Task Run_of_an_owner_nobody_can_ask_for_is_crashed_after_a_quarter_of_an_hour_without_lease_and_call()
    {
        var run = await BeginRunAsync();
        await Store.Leases.AcquireAsync(Project, await AddPostsAsync(APost("1")), Me, Noon, Noon.AddMinutes(20), false, Ct);
        await Store.Ledger.ReserveAsync(ACall(run, null), new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon.AddMinutes(10), Ct);

        Assert.Equal(0, await AbandonAsync(16));
        await Store.Leases.RenewAsync(Me, Noon.AddMinutes(14), Ct);
        Assert.Equal(0, await AbandonAsync(25));
        Assert.Equal(1, await AbandonAsync(26));
        Assert.Equal(0, await AbandonAsync(26));
        Assert.Equal((RunOutcome.Crashed, Noon.AddMinutes(26)), ((await Store.Runs.LatestAsync(null, 1, Ct))[0].Outcome, (await Store.Runs.LatestAsync(null, 1, Ct))[0].FinishedAt!.Value));

        await Store.Runs.FinishAsync(run, RunOutcome.Done, "{}", Noon.AddMinutes(27), Ct);
        Assert.Equal(RunOutcome.Done, (await Store.Runs.LatestAsync(null, 1, Ct))[0].Outcome);

        Task<int> AbandonAsync(int minutes) => Store.Runs.AbandonAsync(_ => false, _ => false, Noon.AddMinutes(minutes), Ct);
    }

    [Fact]
    public async Task Run_of_an_owner_that_lives_goes_on_however_long_it_is_silent()
    {
        var run = await BeginRunAsync();
        Assert.Equal(Noon, (await Store.Runs.LatestAsync(null, 1, Ct))[0].LastSign);
        await Store.Ledger.ReserveAsync(ACall(run, null), new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon.AddMinutes(10), Ct);

        Assert.Equal(0, await Store.Runs.AbandonAsync(_ => false, owner => owner == Me, Noon.AddDays(1), Ct));

        Assert.Equal((RunOutcome.Running, Noon.AddMinutes(10)), (await Store.Runs.LatestAsync(null, 1, Ct))[0] is var running ? (running.Outcome, running.LastSign!.Value) : default);
        await Store.Runs.FinishAsync(run, RunOutcome.Done, "{}", Noon.AddDays(1), Ct);
        Assert.Null((await Store.Runs.LatestAsync(null, 1, Ct))[0].LastSign);
    }

    [Fact]
    public async Task Runs_of_a_command_are_told_since_a_moment_newest_first()
    {
        var old = await BeginRunAsync(Noon.AddHours(-3));
        var first = await BeginRunAsync(Noon.AddHours(-2));
        var second = await BeginRunAsync();
        await BeginRunAsync(project: "another");
        await Store.Runs.BeginAsync(new NewRun(Project, "default", "score", "{}", Me, Noon, Noon), Ct);

        Assert.Equal([second, first], (await Store.Runs.SinceAsync(Project, "generate-comments", Noon.AddHours(-2), Ct)).Select(r => r.RunId));
        Assert.Equal([second, first, old], (await Store.Runs.SinceAsync(Project, "generate-comments", Noon.AddHours(-3), Ct)).Select(r => r.RunId));
    }

    [Fact]
    public async Task Posts_that_runs_settled_are_told_with_the_question_that_settled_them()
    {
        var ids = await AddPostsAsync(APost("drafted"), APost("rejected"), APost("blocked"), APost("silent"), APost("scored"), APost("failed"));
        var older = await DraftAsync(ids[5]);
        var run = await BeginRunAsync();
        var call = await ReserveAsync(run, 10, [.. ids]);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, 10),
            Shares = [.. ids.Select(id => new PostShare(id, NanoUsd.Zero))],
            Drafts =
            [
                ADraft(ids[0]) with { ProvenanceJson = """{"prompt":"p","question":"q0"}""" },
                ADraft(ids[0], "ask_question", 2) with { ProvenanceJson = """{"prompt":"p","question":"q0"}""" },
                ADraft(ids[1], state: DraftState.Rejected) with { ProvenanceJson = """{"question":"q1"}""" },
            ],
            Skips = [ASkip(ids[2], run, SkipReason.BlockedByProvider) with { ConfigHash = "q2" }],
        }, Ct);
        await Store.Assessments.AppendAsync(
            [ASkip(ids[3], run, SkipReason.NothingToSay) with { ConfigHash = "q3" }, AScore(ids[4], run), ASkip(ids[4], run, SkipReason.Language)], Ct);

        Assert.Equal(
            [new(ids[0], run, "q0"), new(ids[2], run, "q2"), new SettledPost(ids[3], run, "q3")],
            (await Store.Runs.SettledAsync([run], Ct)).OrderBy(post => post.PostId));
        Assert.Equal([new SettledPost(ids[5], older, null)], await Store.Runs.SettledAsync([older], Ct));
        Assert.Equal(4, (await Store.Runs.SettledAsync([run, older], Ct)).Count);
    }

    [Fact]
    public async Task Lease_is_taken_once_and_its_fence_only_grows()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"));
        var mine = await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), false, Ct);
        var theirs = await Store.Leases.AcquireAsync(Project, ids, "other/2/2", Noon, Noon.AddSeconds(90), false, Ct);
        Assert.Equal(ids, mine.Keys.Order());
        Assert.Empty(theirs);

        await Store.Leases.ReleaseAsync(Project, [ids[0]], "other/2/2", Ct);
        Assert.Empty(await Store.Leases.AcquireAsync(Project, [ids[0]], "other/2/2", Noon, Noon.AddSeconds(90), false, Ct));
        await Store.Leases.ReleaseAsync(Project, [ids[0]], Me, Ct);
        var again = await Store.Leases.AcquireAsync(Project, [ids[0]], "other/2/2", Noon, Noon.AddSeconds(90), false, Ct);
        Assert.True(again[ids[0]] > mine[ids[0]]);

        var late = Noon.AddSeconds(91);
        var expired = await Store.Leases.AcquireAsync(Project, [ids[1]], "other/2/2", late, late.AddSeconds(90), false, Ct);
        Assert.True(expired[ids[1]] > mine[ids[1]]);
    }

    [Fact]
    public async Task Lease_renewed_stays_and_a_gone_owners_lease_is_free_at_once()
    {
        var ids = await AddPostsAsync(APost("1"));
        await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), false, Ct);
        await Store.Leases.RenewAsync(Me, Noon.AddSeconds(180), Ct);
        Assert.Empty(await Store.Leases.AcquireAsync(Project, ids, "other/2/2", Noon.AddSeconds(100), Noon.AddSeconds(190), false, Ct));

        Assert.Equal(1, await Store.Leases.FreeAsync(owner => owner == Me, Ct));
        Assert.Single(await Store.Leases.AcquireAsync(Project, ids, "other/2/2", Noon.AddSeconds(100), Noon.AddSeconds(190), false, Ct));
    }

    [Fact]
    public async Task Lease_is_refused_for_a_post_another_run_drafted_after_it_was_chosen()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"));
        await DraftAsync(ids[0]);

        Assert.Equal([ids[1]], (await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), includeHandled: false, Ct)).Keys);
        Assert.Equal([ids[0]], (await Store.Leases.AcquireAsync(Project, ids, Me, Noon, Noon.AddSeconds(90), includeHandled: true, Ct)).Keys);
    }
}
