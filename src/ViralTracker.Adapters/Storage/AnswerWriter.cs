using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>Writes what one answer leaves behind, inside the caller's transaction.</summary>
internal static class AnswerWriter
{
    private const string Settle = """
        UPDATE api_calls SET state = @state, outcome = @outcome, cost_nanousd = @cost,
            counted_nanousd = CASE @state WHEN 'settled' THEN coalesce(@cost, reserved_nanousd, 0) WHEN 'refused' THEN 0 ELSE coalesce(reserved_nanousd, 0) END,
            counted_tokens = coalesce(@prompt + coalesce(@tools, 0), reserved_tokens),
            prompt_tokens = @prompt, cached_tokens = @cached, output_tokens = @output, thoughts_tokens = @thoughts, tool_tokens = @tools,
            model_version = @model_version, response_id = @response_id, finish_reason = @finish_reason, http_status = @http_status,
            error = @error, answered_at = @answered_at, latency_ms = @latency, quota_wait_ms = @quota_wait,
            posts_answered = @posts_answered, posts_asked_again = @posts_asked_again
        WHERE call_id = @call AND answered_at IS NULL
        """;

    private const string AddDraft = """
        INSERT INTO drafts (project_id, post_id, kind, version, text, state, rule, rule_detail, rank, origin, run_id, call_id, assessment_id,
            cost_nanousd, provenance, status, review_status, created_at)
        VALUES (@project, @post_id, @kind, @version, @text, @state, @rule, @rule_detail, @rank, 'model', @run, @call, @assessment_id,
            @cost, @provenance, @status, @status, @at)
        """;

    // Ranks count over all answers for the post: a draft that was asked again may be better than one that is there.
    private const string MakeRoom = """
        UPDATE drafts SET rank = rank + 1
        WHERE project_id = @project AND post_id = @post_id AND version = @version AND state = 'offered' AND origin = 'model' AND rank >= @rank
        """;

    private const string AddShare = """
        INSERT INTO call_posts (call_id, post_id, cost_nanousd) VALUES (@call, @post_id, @cost)
        ON CONFLICT (call_id, post_id) DO UPDATE SET cost_nanousd = excluded.cost_nanousd
        """;

    private const string Remember = """
        INSERT INTO answers (cache_key, call_id, answer, created_at) VALUES (@key, @call, @answer, @at)
        ON CONFLICT (cache_key) DO UPDATE SET call_id = excluded.call_id, answer = excluded.answer, created_at = excluded.created_at
        """;

    public static async Task<AnswerSaved> SaveAsync(SqlSession session, AnswerToSave answer)
    {
        var call = answer.Settlement.CallId;
        if (await SettleAsync(session, answer.Settlement) == 0)
            return await SavedBeforeAsync(session, answer);
        await ModelNames.NoteAsync(session, answer.Settlement);

        foreach (var share in answer.Shares)
            await session[AddShare].Set("call", call).Set("post_id", share.PostId).Set("cost", share.Cost.Value).ExecuteAsync();
        foreach (var part in answer.Cache)
            await session[Remember].Set("key", part.Key).Set("call", part.CallId).Set("answer", part.Json).Set("at", answer.Settlement.AnsweredAt).ExecuteAsync();

        if (answer.Embedded is { } embedded)
            await EmbeddingStore.WriteAsync(session, embedded.Model, embedded.Texts.Select(text => KeyValuePair.Create(text.Key, text.Vector)));

        var fencedOut = await FencedOutAsync(session, answer);
        foreach (var drafts in answer.Drafts.GroupBy(d => d.PostId).Where(g => !fencedOut.Contains(g.Key)))
            await AddAsync(session, answer, drafts.Key, [.. drafts]);
        foreach (var skip in answer.Skips.Where(s => !fencedOut.Contains(s.PostId)))
            await AssessmentRow.AppendAsync(session, AssessmentRow.Written.Of(skip));
        return new AnswerSaved(fencedOut);
    }

    private static async ValueTask<int> SettleAsync(SqlSession session, CallSettlement settlement) =>
        await session[Settle]
            .Set("call", settlement.CallId)
            .Set("state", settlement.State)
            .Set("outcome", settlement.Outcome)
            .Set("cost", settlement.Cost?.Value)
            .Set("prompt", settlement.Usage?.Prompt)
            .Set("cached", settlement.Usage?.Cached)
            .Set("output", settlement.Usage?.Output)
            .Set("thoughts", settlement.Usage?.Thoughts)
            .Set("tools", settlement.Usage?.ToolUse)
            .Set("model_version", settlement.ModelVersion)
            .Set("response_id", settlement.ResponseId)
            .Set("finish_reason", settlement.FinishReason)
            .Set("http_status", settlement.HttpStatus)
            .Set("error", settlement.Error)
            .Set("answered_at", settlement.AnsweredAt)
            .Set("latency", (long)settlement.Latency.TotalMilliseconds)
            .Set("quota_wait", (long)settlement.QuotaWait.TotalMilliseconds)
            .Set("posts_answered", settlement.PostsAnswered)
            .Set("posts_asked_again", settlement.PostsAskedAgain)
            .ExecuteAsync();

    private static async ValueTask<List<long>> FencedOutAsync(SqlSession session, AnswerToSave answer)
    {
        var moved = new List<long>();
        foreach (var (post, fence) in answer.Fences)
        {
            var now = await session["SELECT fence FROM leases WHERE project_id = @project AND post_id = @post_id"]
                .Set("project", answer.ProjectId).Set("post_id", post).NumberAsync();
            if (now != fence) moved.Add(post);
        }
        return moved;
    }

    /// <summary>The answer is in already: tells again which of its posts have no draft of it.</summary>
    private static async ValueTask<AnswerSaved> SavedBeforeAsync(SqlSession session, AnswerToSave answer)
    {
        var missing = new List<long>();
        foreach (var post in answer.Drafts.Select(d => d.PostId).Distinct())
            if (await session["SELECT 1 FROM drafts WHERE call_id = @call AND post_id = @post_id LIMIT 1"]
                .Set("call", answer.Settlement.CallId).Set("post_id", post).NumberAsync() is null)
                missing.Add(post);
        return new AnswerSaved(missing);
    }

    private static async ValueTask AddAsync(SqlSession session, AnswerToSave answer, long postId, IReadOnlyList<NewDraft> drafts)
    {
        var (version, completes) = await VersionAsync(session, answer, postId, drafts);
        foreach (var draft in drafts.OrderBy(d => d.Rank))
        {
            if (completes && draft.State == DraftState.Offered)
                await session[MakeRoom].Set("project", answer.ProjectId).Set("post_id", postId).Set("version", version).Set("rank", draft.Rank).ExecuteAsync();
            await session[AddDraft]
                .Set("project", answer.ProjectId)
                .Set("post_id", postId)
                .Set("kind", draft.Kind)
                .Set("version", version)
                .Set("text", draft.Text)
                .Set("state", draft.State)
                .Set("rule", draft.Rule)
                .Set("rule_detail", draft.RuleDetail)
                .Set("rank", draft.Rank)
                .Set("run", answer.RunId)
                .Set("call", answer.Settlement.CallId)
                .Set("assessment_id", draft.AssessmentId)
                .Set("cost", draft.Cost.Value)
                .Set("provenance", draft.ProvenanceJson)
                .Set("status", draft.State == DraftState.Offered ? DraftStatus.Pending : (DraftStatus?)null)
                .Set("at", answer.Settlement.AnsweredAt)
                .ExecuteAsync();
        }
    }

    /// <summary>
    /// A new version, unless the newest has nothing offered yet, or is this run's and lacks these kinds: then they were asked again, and complete it.
    /// </summary>
    private static async ValueTask<(long Version, bool Completes)> VersionAsync(SqlSession session, AnswerToSave answer, long postId, IReadOnlyList<NewDraft> drafts)
    {
        var newest = await session["""
            SELECT kind, state, run_id, version FROM drafts d
            WHERE project_id = @project AND post_id = @post_id AND origin = 'model'
              AND version = (SELECT max(version) FROM drafts n WHERE n.project_id = d.project_id AND n.post_id = d.post_id)
            """]
            .Set("project", answer.ProjectId).Set("post_id", postId)
            .ListAsync(r => (Kind: r.Text(0), State: r.Enum<DraftState>(1), Run: r.LongOrNull(2), Version: r.Long(3)));
        if (newest.Count == 0) return (1, false);
        var offered = newest.Where(d => d.State == DraftState.Offered).ToArray();
        var completes = offered.All(d => d.Run == answer.RunId && !drafts.Any(n => n.Kind == d.Kind && n.State == DraftState.Offered));
        return (completes ? newest[0].Version : newest[0].Version + 1, completes);
    }
}
