using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Opportunity_holds_the_newest_score_and_the_drafts_of_the_newest_version()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"));
        await DraftAsync(ids[0]);
        await DraftAsync(ids[0]);
        var run = await DraftAsync(ids[1]);
        await Store.Assessments.AppendAsync([AScore(ids[1], run, 0.95)], Ct);

        var opportunities = await OpportunitiesAsync();

        Assert.Equal(["2", "1"], opportunities.Select(o => o.Stored.Post.Key.NativeId));
        Assert.Equal(0.95, opportunities[0].Score.Total);
        Assert.Equal(["add_value", "ask_question"], opportunities[1].Drafts.Select(d => d.Kind));
        Assert.Equal([2L, 2L], (await QueryAsync($"SELECT version FROM drafts WHERE draft_id IN ({string.Join(',', opportunities[1].Drafts.Select(d => d.DraftId))})")).Select(r => r[0]));
        Assert.Single(await Store.Reviews.OpportunitiesAsync(new OpportunityQuery(Project, null, null, null, run), Ct));
        Assert.Empty(await Store.Reviews.OpportunitiesAsync(new OpportunityQuery(Project, Core.Scoring.ScoreLabel.Red, null, null, null), Ct));
        Assert.Empty(await Store.Reviews.OpportunitiesAsync(new OpportunityQuery(Project, null, null, Noon, null), Ct));
        var best = Assert.Single(await Store.Reviews.OpportunitiesAsync(new OpportunityQuery(Project, null, null, null, null, Limit: 1), Ct));
        Assert.Equal(("2", 2), (best.Stored.Post.Key.NativeId, best.Drafts.Count));
    }

    [Fact]
    public async Task Kind_asked_again_in_the_same_run_joins_the_version()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await BeginRunAsync();
        await SaveAsync(run, ADraft(ids[0], "add_value"), ADraft(ids[0], "ask_question", state: DraftState.Rejected));
        await SaveAsync(run, ADraft(ids[0], "ask_question", 2));
        Assert.Equal(1L, await OneAsync("SELECT max(version) FROM drafts"));

        await SaveAsync(await BeginRunAsync(), ADraft(ids[0], "ask_question"));
        Assert.Equal(2L, await OneAsync("SELECT max(version) FROM drafts"));
        Assert.Equal(4L, await OneAsync("SELECT count(*) FROM drafts"));
        Assert.Equal("generic", await OneAsync("SELECT rule FROM drafts WHERE state = 'rejected'"));
    }

    [Theory]
    [InlineData(DraftStatus.Exported)]
    [InlineData(DraftStatus.Posted)]
    [InlineData(DraftStatus.Skipped)]
    public async Task Fault18_drafting_again_never_changes_the_status_of_earlier_drafts(DraftStatus status)
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        var before = await MarkAndReadAsync("1", status);

        await DraftAsync(ids[0]);
        await AddPostsAsync(APost("1", likes: 99));

        Assert.Equal(before, await StatusesAsync("version = 1"));
        Assert.Equal("pending,pending", await StatusesAsync("version = 2"));
    }

    [Fact]
    public async Task Best_draft_comes_first_though_it_was_asked_again_later()
    {
        var ids = await AddPostsAsync(APost("1"));
        var run = await DraftAsync(ids[0]);

        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(await ReserveAsync(run, 1000, ids[0]), 500),
            Shares = [new PostShare(ids[0], new NanoUsd(500))],
            Drafts = [ADraft(ids[0], "tell_story", rank: 1, cost: 500)],
        }, Ct);

        var drafts = Assert.Single(await OpportunitiesAsync()).Drafts;
        Assert.Equal([("tell_story", 1), ("add_value", 2), ("ask_question", 3)], drafts.Select(d => (d.Kind, d.Rank)));
    }

    [Fact]
    public async Task Exported_drafts_are_marked_once_and_other_states_stay()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        var drafts = (await OpportunitiesAsync())[0].Drafts.Select(d => d.DraftId).ToList();
        await Store.Reviews.MarkAsync(Mark($"d{drafts[1]}", DraftStatus.Skipped), Ct);

        Assert.Equal(1, await Store.Reviews.MarkExportedAsync(Project, drafts, "me", Noon, Ct));
        Assert.Equal(0, await Store.Reviews.MarkExportedAsync(Project, drafts, "me", Noon, Ct));
        Assert.Equal(0, await Store.Reviews.MarkExportedAsync("another", drafts, "me", Noon, Ct));

        Assert.Equal("exported,skipped", await StatusesAsync("true"));
        Assert.Equal(2L, await OneAsync("SELECT count(*) FROM review_events"));
        Assert.Empty(await OpportunitiesAsync(DraftStatus.Pending));
        Assert.Single((await OpportunitiesAsync(DraftStatus.Exported))[0].Drafts);
    }

    [Fact]
    public async Task Posted_draft_counts_as_posted_when_its_post_was_drafted_again()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct);
        await DraftAsync(ids[0]);

        Assert.Equal(new DraftCounts(2, 0, 1, 0), (await Store.Reports.DraftCountsAsync(Ct))[Project]);
    }

    [Fact]
    public async Task Posted_draft_closes_its_siblings_and_keeps_the_final_text_as_a_row_of_its_own()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        var second = (await OpportunitiesAsync())[0].Drafts[1];
        var request = Mark($"d{second.DraftId}", DraftStatus.Posted) with { FinalText = "My own words" };

        var marked = Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(request, Ct));
        var again = Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(request, Ct));

        Assert.Equal((Project, "1", second.DraftId, DraftStatus.Posted, 1), (marked.ProjectId, marked.Post.NativeId, marked.DraftId, marked.Status, marked.SiblingsClosed));
        Assert.Equal(0, again.SiblingsClosed);
        Assert.Equal("skipped,posted", await StatusesAsync("origin = 'model'"));
        var final = Assert.Single(await QueryAsync("SELECT parent_draft_id, text, kind, cost_nanousd FROM drafts WHERE origin = 'posted'"));
        Assert.Equal([second.DraftId, "My own words", "ask_question", 0L], final);
        Assert.Equal("posted,closed", await OneAsync("SELECT group_concat(action) FROM (SELECT action FROM review_events ORDER BY rowid)"));
        Assert.Equal(2L, await OneAsync("SELECT count(*) FROM generated_comments"));
        Assert.Equal(new DraftCounts(0, 0, 1, 1), (await Store.Reports.DraftCountsAsync(Ct))[Project]);
    }

    [Theory]
    [InlineData("https://x.com/Writer1/status/1", null, "add_value")]
    [InlineData("x:1", null, "add_value")]
    [InlineData("1", "A ask_question reply.", "ask_question")]
    public async Task Posted_post_marks_its_best_draft_or_the_one_with_the_posted_text(string post, string? finalText, string kind)
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);

        var marked = Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(
            Mark(post, DraftStatus.Posted) with { FinalText = finalText }, Ct));

        Assert.Equal(kind, await OneAsync($"SELECT kind FROM drafts WHERE draft_id = {marked.DraftId}"));
        Assert.Equal(1, marked.SiblingsClosed);
    }

    [Fact]
    public async Task Pending_reopens_and_the_event_names_what_it_undoes()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Skipped), Ct);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Pending), Ct);

        Assert.Equal("pending,pending", await StatusesAsync("true"));
        Assert.Equal("skipped", await OneAsync("SELECT u.action FROM review_events e JOIN review_events u ON u.event_id = e.undoes LIMIT 1"));
    }

    [Fact]
    public async Task Mark_of_nothing_or_of_several_projects_changes_nothing()
    {
        Assert.IsType<MarkResult.NotFound>(await Store.Reviews.MarkAsync(Mark("d99", DraftStatus.Posted), Ct));
        var ids = await AddPostsAsync(APost("1"));
        Assert.IsType<MarkResult.NotFound>(await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct));
        await DraftAsync(ids[0]);
        await Store.Posts.UpsertAsync("another", [APost("1")], "a.jsonl", Noon, Ct);
        var run = await BeginRunAsync(project: "another");
        await SaveAsync(run, "another", ADraft(ids[0]));

        var result = Assert.IsType<MarkResult.Ambiguous>(await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct));

        Assert.Equal([Project, "another"], result.Choices);
        Assert.Equal(0L, await OneAsync("SELECT count(*) FROM review_events"));
        Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted) with { ProjectId = "another" }, Ct));
    }

    [Fact]
    public async Task Judged_scores_are_the_newest_of_each_post_with_the_furthest_it_got()
    {
        var ids = await AddPostsAsync([.. Enumerable.Range(1, 6).Select(i => APost($"{i}"))]);
        foreach (var id in ids.Take(4)) await DraftAsync(id);
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync([AScore(ids[0], run, 0.95), AScore(ids[4], run, 0.2), ASkip(ids[5], run, SkipReason.Spam)], Ct);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct);
        await Store.Reviews.MarkExportedAsync(Project, [(await OpportunitiesAsync()).Single(o => o.Stored.Id == ids[1]).Drafts[1].DraftId], "me", Noon, Ct);
        await Store.Reviews.MarkAsync(Mark("3", DraftStatus.Skipped), Ct);
        var query = new JudgedQuery(Project, "classic-1", Noon.AddDays(-1), Noon);

        var judged = await Store.Reports.JudgedScoresAsync(query, Ct);

        Assert.Equal(
            [(0.2, PostFate.NotDrafted), (0.8, PostFate.Pending), (0.8, PostFate.Exported), (0.8, PostFate.Skipped), (0.95, PostFate.Posted)],
            judged.Select(j => (j.Score.Total, j.Fate)).Order());
        Assert.Empty(await Store.Reports.JudgedScoresAsync(query with { Scorer = "classic-2" }, Ct));
        Assert.Empty(await Store.Reports.JudgedScoresAsync(query with { Since = Noon.AddSeconds(1), Until = Noon.AddDays(1) }, Ct));
        Assert.Empty(await Store.Reports.JudgedScoresAsync(query with { ProjectId = "another" }, Ct));
    }

    [Fact]
    public async Task Posts_of_other_scorers_are_counted_by_the_newest_score_of_each_within_the_time_asked_about()
    {
        var ids = await AddPostsAsync([.. Enumerable.Range(1, 5).Select(i => APost($"{i}"))]);
        var run = await BeginRunAsync();
        Assessment[] scores =
        [
            .. ids.Select(id => AScore(id, run) with { Scorer = "classic-0" }),
            AScore(ids[0], run), AScore(ids[1], run) with { Scorer = "calibrated-1" }, AScore(ids[2], run) with { Scorer = "calibrated-1", AsOf = Noon.AddDays(-2) },
        ];
        foreach (var score in scores) await Store.Assessments.AppendAsync([score], Ct);
        await Store.Assessments.AppendAsync([ASkip(ids[3], run, SkipReason.Spam)], Ct);
        var query = new JudgedQuery(Project, "classic-1", Noon.AddDays(-1), Noon);

        var others = await Store.Reports.OtherScorersAsync(query, Ct);

        Assert.Equal(new Dictionary<string, int> { ["calibrated-1"] = 1, ["classic-0"] = 2 }, others);
        Assert.Empty(await Store.Reports.OtherScorersAsync(query with { ProjectId = "another" }, Ct));
    }

    [Fact]
    public async Task Authors_are_known_by_what_became_of_answers_to_them()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"), APost("4"));
        foreach (var id in ids) await DraftAsync(id);
        foreach (var target in (string[])["1", "2", "3"]) await Store.Reviews.MarkAsync(Mark(target, DraftStatus.Posted), Ct);
        Post Below(string id, string conversation, string parent, string author, int minutes = 30) => APost(id, -minutes) with
        {
            Author = new Author { NativeId = "a" + author, Handle = "Writer" + author },
            ConversationId = conversation,
            ParentId = parent,
        };
        await AddPostsAsync(
            Below("1a", "1", "ours", "1"), Below("1b", "1", "ours", "1"), // answered, twice
            Below("2a", "2", "ours", "9"), Below("2b", "2", "2", "2"), Below("2c", "2", "2b", "2"), // another's word, and a thread of his own
            Below("3a", "3", "ours", "3", minutes: -30)); // before our reply

        var answered = await Store.Reviews.AnsweredAsync(Project, Noon, Noon.AddHours(1), Ct);

        Assert.Equal(new AuthorHistory(1, 1), answered.HistoryOf(APost("1")));
        Assert.Equal(new AuthorHistory(1, 0), answered.HistoryOf(APost("2")));
        Assert.Equal(new AuthorHistory(1, 0), answered.HistoryOf(APost("3") with { Author = new Author { Handle = "@WRITER3" } }));
        Assert.Null(answered.HistoryOf(APost("4")));
        Assert.Equal(3, answered.Posts.Count);
    }

    [Fact]
    public async Task Reply_of_one_project_counts_for_those_that_post_as_the_same_account()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct);
        foreach (var (project, account) in new[] { (Project, "ada"), ("same", "ada"), ("other", "bob") })
            await Store.Runs.BeginAsync(new NewRun(project, account, "score", "{}", Me, Noon, Noon), Ct);

        Assert.Contains(APost("1").Key, await PostsAsync("same"));
        Assert.Empty(await PostsAsync("other"));

        async Task<IReadOnlySet<PostKey>> PostsAsync(string project) => (await Store.Reviews.AnsweredAsync(project, Noon, Noon.AddHours(1), Ct)).Posts;
    }

    [Fact]
    public async Task Posted_draft_closes_those_that_wait_in_other_projects_of_its_account()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        foreach (var (project, account) in new[] { (Project, "ada"), ("same", "ada"), ("other", "bob") })
        {
            await Store.Posts.UpsertAsync(project, [APost("1")], "a.jsonl", Noon, Ct);
            var run = await Store.Runs.BeginAsync(new NewRun(project, account, "score", "{}", Me, Noon, Noon), Ct);
            if (project != Project) await SaveAsync(run, project, ADraft(ids[0]));
        }

        var marked = Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted) with { ProjectId = Project }, Ct));

        Assert.Equal(2, marked.SiblingsClosed);
        Assert.Equal("skipped", await StatusesAsync("project_id = 'same'"));
        Assert.Equal("pending", await StatusesAsync("project_id = 'other'"));
        Assert.Equal("same", await OneAsync("SELECT project_id FROM review_events ORDER BY rowid DESC LIMIT 1"));
        Assert.IsType<MarkResult.Marked>(await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted) with { ProjectId = "same" }, Ct));
        Assert.Equal("posted,skipped", await StatusesAsync($"project_id = '{Project}'"));
    }

    [Fact]
    public async Task Post_answered_for_another_project_of_the_account_is_judged_as_posted_not_as_skipped()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        foreach (var project in new[] { Project, "same" }) await Store.Posts.UpsertAsync(project, [APost("1")], "a.jsonl", Noon, Ct);
        await SaveAsync(await BeginRunAsync(project: "same"), "same", ADraft(ids[0]));
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted) with { ProjectId = "same" }, Ct);

        var judged = await Store.Reports.JudgedScoresAsync(new JudgedQuery(Project, "classic-1", Noon.AddDays(-1), Noon), Ct);

        Assert.Equal(PostFate.Posted, Assert.Single(judged).Fate);
    }

    [Fact]
    public async Task Post_answered_after_the_moment_of_the_run_is_answered_and_its_author_free()
    {
        var ids = await AddPostsAsync(APost("1"));
        await DraftAsync(ids[0]);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted), Ct);

        var answered = await Store.Reviews.AnsweredAsync(Project, Noon.AddDays(-2), Noon.AddDays(-1), Ct);

        Assert.Equal([APost("1").Key], answered.Posts);
        Assert.Empty(answered.Authors);
        Assert.Null(answered.HistoryOf(APost("1")));
    }

    [Fact]
    public async Task Authors_wait_while_drafts_for_them_are_pending_or_exported()
    {
        var ids = await AddPostsAsync(APost("1"), APost("2"), APost("3"));
        foreach (var id in ids) await DraftAsync(id);
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Exported), Ct);
        await Store.Reviews.MarkAsync(Mark("2", DraftStatus.Skipped), Ct);

        Assert.Equal(["@writer1", "@writer3"], (await WaitingAsync(Noon.AddHours(-1))).Select(a => a.Id).Where(id => id.StartsWith('@')).Order());
        Assert.Empty(await WaitingAsync(Noon));
        Assert.Empty((await Store.Reviews.AnsweredAsync("another", Noon.AddHours(-1), Noon, Ct)).Waiting);
        Assert.Equal([APost("1").Key, APost("3").Key], (await Store.Reviews.AnsweredAsync(Project, Noon.AddHours(-1), Noon, Ct)).WaitingPosts.OrderBy(key => key.NativeId));

        async Task<IReadOnlySet<AuthorKey>> WaitingAsync(DateTimeOffset since) => (await Store.Reviews.AnsweredAsync(Project, since, Noon, Ct)).Waiting;
    }

    [Fact]
    public async Task What_was_said_is_told_by_when_it_was_drafted_in_every_version_and_as_it_was_posted()
    {
        var ids = await AddPostsAsync(APost("1", minutesOld: 60 * 24 * 90));
        await SaveAsync(await BeginRunAsync(), ADraft(ids[0], text: "First."), ADraft(ids[0], "ask_question", text: "Rejected.", state: DraftState.Rejected));
        await SaveAsync(await BeginRunAsync(), ADraft(ids[0], text: "Second."));
        await Store.Reviews.MarkAsync(Mark("1", DraftStatus.Posted) with { FinalText = "As posted." }, Ct);

        Assert.Equal(["As posted.", "First.", "Second."], (await Store.Reviews.SaidSinceAsync(Project, Noon, Ct)).Select(d => d.Text).Order());
        Assert.Empty(await Store.Reviews.SaidSinceAsync(Project, Noon.AddDays(1), Ct));
    }

    private static MarkRequest Mark(string target, DraftStatus status) => new(null, target, status, null, "me", Noon);

    private Task SaveAsync(long run, params NewDraft[] drafts) => SaveAsync(run, Project, drafts);

    private async Task SaveAsync(long run, string project, params NewDraft[] drafts)
    {
        var call = await ReserveAsync(run, 5000, drafts[0].PostId);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave { ProjectId = project, RunId = run, Settlement = Settled(call, 1000), Drafts = drafts }, Ct);
    }

    private async Task<string> MarkAndReadAsync(string target, DraftStatus status)
    {
        await Store.Reviews.MarkAsync(Mark(target, status), Ct);
        return await StatusesAsync("version = 1");
    }

    private async Task<string> StatusesAsync(string where) =>
        string.Join(',', (await QueryAsync($"SELECT status FROM drafts WHERE {where} ORDER BY draft_id")).Select(r => r[0]));
}
