using System.Diagnostics.CodeAnalysis;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

/// <summary>What every store must do; each database inherits it.</summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    protected const string Project = "acme";
    protected const string Me = "host/1/1";
    protected static readonly DateTimeOffset Noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);
    protected static readonly QuotaKey Key = new("gemini", "0a1b2c3d", "flash");
    private readonly List<StoreUnderTest> _opened = [];

    [NotNull]
    protected StoreUnderTest? Store { get; private set; }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's database once more, as another process would.</summary>
    protected abstract Task<StoreUnderTest> OpenAsync();

    /// <summary>Runs SQL of people on the database.</summary>
    protected abstract Task<IReadOnlyList<object?[]>> QueryAsync(string sql);

    public async ValueTask InitializeAsync() => Store = await OpenAnotherAsync();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            await store.Owner.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<StoreUnderTest> OpenAnotherAsync()
    {
        var store = await OpenAsync();
        _opened.Add(store);
        return store;
    }

    protected static Post APost(string id, int minutesOld = 60, long? followers = 5000, long? likes = 3, long? views = 100, string? text = null) => new()
    {
        Key = new PostKey("x", id),
        Author = new Author { NativeId = "a" + id, Handle = "Writer" + id, Name = "Writer", Followers = followers, Verified = false },
        Text = text ?? $"What do you think of plan {id}?",
        PostedAt = Noon.AddMinutes(-minutesOld),
        Metrics = new PostMetrics { Likes = likes, Replies = 1, Views = views },
        Language = "en",
        Url = $"https://x.com/Writer{id}/status/{id}",
        ConversationId = id,
        ReplySettings = "everyone",
    };

    protected static CandidateQuery Window(long minFollowers = 0, long minLikes = 0, bool includeHandled = false) =>
        new(Project, Noon.AddHours(-24), Noon, minFollowers, minLikes, 0, includeHandled);

    protected async Task<IReadOnlyList<long>> AddPostsAsync(params Post[] posts)
    {
        await Store.Posts.UpsertAsync(Project, posts, "test.jsonl", Noon, Ct);
        var ids = new List<long>();
        foreach (var post in posts)
            ids.Add((await Store.Posts.FindAsync(Project, post.Key.NativeId, Ct))!.Id);
        return ids;
    }

    protected async Task<List<string>> SelectIdsAsync(CandidateQuery query)
    {
        var ids = new List<string>();
        await foreach (var stored in Store.Posts.SelectAsync(query, Ct))
            ids.Add(stored.Post.Key.NativeId);
        return ids;
    }

    protected Task<long> BeginRunAsync(DateTimeOffset? at = null, string project = Project) =>
        Store.Runs.BeginAsync(new NewRun(project, "default", "generate-comments", "{}", Me, at ?? Noon, at ?? Noon), Ct);

    protected static Assessment AScore(long post, long run, double total = 0.8) => new()
    {
        ProjectId = Project,
        PostId = post,
        RunId = run,
        Scorer = "classic-1",
        ConfigHash = "c0ffee",
        SnapshotAt = Noon,
        AsOf = Noon,
        Score = new PostScore
        {
            Velocity = 0.1,
            Relevance = 1 / 3.0,
            Openness = 0.3,
            AuthorQuality = 0.6,
            OnTopic = 0.25,
            Answerable = 0.5,
            Total = total,
            Label = total >= 0.72 ? ScoreLabel.Green : total >= 0.55 ? ScoreLabel.Yellow : ScoreLabel.Red,
            Topic = "pricing",
            TopicMatch = 0.77,
            Why = "question · pricing 77 %",
            Inputs = new() { { "likes", 3 }, { "age_minutes", 60.5 }, { ScoreInputs.OnTopic, 0.25 }, { ScoreInputs.Answerable, 0.5 } },
        },
    };

    protected static Assessment ASkip(long post, long run, SkipReason reason, long? repeats = null) =>
        AScore(post, run) with { Score = null, Skip = new Skip(reason, "detail", SkipFinality.Final, repeats) };

    protected static NewCall ACall(long run, NanoUsd? reserved, params long[] posts) => new()
    {
        RunId = run,
        ProjectId = Project,
        Key = Key,
        Purpose = CallPurpose.Draft,
        Attempt = 1,
        Reserved = reserved,
        ReservedTokens = 900,
        TypicalTokens = 800,
        PostIds = posts,
        PromptHash = "beef",
        Owner = Me,
    };

    protected async Task<long> ReserveAsync(long run, long nanoUsd, params long[] posts) =>
        (await Store.Ledger.ReserveAsync(ACall(run, new NanoUsd(nanoUsd), posts), new UsageQuestion { Key = Key }, (_, _) => ReserveDecision.Yes, () => Noon, Ct)).CallId!.Value;

    protected static CallSettlement Settled(long call, long nanoUsd, CallOutcome outcome = CallOutcome.Ok) => new()
    {
        CallId = call,
        State = CallState.Settled,
        Outcome = outcome,
        Usage = new TokenUsage(700, 0, 101, 7, 0),
        Cost = new NanoUsd(nanoUsd),
        ModelVersion = "flash-001",
        AnsweredAt = Noon.AddSeconds(5),
        Latency = TimeSpan.FromSeconds(4.5),
    };

    protected static NewDraft ADraft(long post, string kind = "add_value", int rank = 1, long cost = 0, string? text = null, DraftState state = DraftState.Offered) => new()
    {
        PostId = post,
        Kind = kind,
        Text = text ?? $"A {kind} reply.",
        State = state,
        Rule = state == DraftState.Rejected ? "generic" : null,
        Rank = state == DraftState.Rejected ? 0 : rank,
        Cost = new NanoUsd(cost),
    };

    /// <summary>A run that drafts one post with two kinds for a cost.</summary>
    protected async Task<long> DraftAsync(long post, long nanoUsd = 1000)
    {
        var run = await BeginRunAsync();
        var assessment = (await Store.Assessments.AppendAsync([AScore(post, run)], Ct))[0];
        var call = await ReserveAsync(run, nanoUsd * 2, post);
        await Store.Ledger.SaveAnswerAsync(new AnswerToSave
        {
            ProjectId = Project,
            RunId = run,
            Settlement = Settled(call, nanoUsd),
            Shares = [new PostShare(post, new NanoUsd(nanoUsd))],
            Drafts =
            [
                ADraft(post, "add_value", 1, nanoUsd - nanoUsd / 2) with { AssessmentId = assessment },
                ADraft(post, "ask_question", 2, nanoUsd / 2) with { AssessmentId = assessment },
            ],
        }, Ct);
        return run;
    }

    protected async Task<object?> OneAsync(string sql) => (await QueryAsync(sql))[0][0];

    protected Task<IReadOnlyList<Opportunity>> OpportunitiesAsync(DraftStatus? status = null) =>
        Store.Reviews.OpportunitiesAsync(new OpportunityQuery(Project, null, status, null, null), Ct);
}
