using Microsoft.Data.Sqlite;

namespace ViralTracker.Testing;

/// <summary>A row of <c>api_calls</c>.</summary>
public sealed record LedgerCall(
    long Id, string State, string? Outcome, long? Cost, long? Reserved, long Counted, int Posts, string? Version, string? Response, string? Error, string Provider, DateTime SentAt);

/// <summary>An offered draft beside the post it was saved for.</summary>
public sealed record SavedDraft(long PostId, long CallId, long Version, string Kind, string Text, string Post, long Cost);

/// <summary>What calls came to, and their drafts.</summary>
public sealed class LedgerFile(string path) : StoreFile(path)
{
    public IReadOnlyList<LedgerCall> Calls => Query(
        "SELECT call_id, state, outcome, cost_nanousd, reserved_nanousd, counted_nanousd, posts, model_version, response_id, error, provider, sent_at FROM api_calls ORDER BY call_id",
        r => new LedgerCall(
            r.GetInt64(0), r.GetString(1), Text(r, 2), NumberOrNull(r, 3), NumberOrNull(r, 4), r.GetInt64(5), r.GetInt32(6), Text(r, 7), Text(r, 8), Text(r, 9), r.GetString(10), r.GetDateTime(11)));

    public IReadOnlyList<SavedDraft> Drafts => Query(
        "SELECT d.post_id, d.call_id, d.version, d.kind, d.text, p.text, d.cost_nanousd FROM drafts d JOIN posts p USING (post_id) WHERE d.state = 'offered'",
        r => new SavedDraft(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6)));

    /// <summary>Posts with an offered draft.</summary>
    public int Drafted => (int)Number("SELECT count(DISTINCT post_id) FROM drafts WHERE state = 'offered'");

    /// <summary>Posts without an offered draft, one a line: the post, why it was skipped, and its drafts with the rules that reject them.</summary>
    public string Undrafted => string.Join('\n', Rows(
        """
        SELECT p.text, (SELECT group_concat(skip_reason) FROM assessments a WHERE a.post_id = p.post_id),
            (SELECT group_concat(rule || ': ' || text, ' | ') FROM drafts d WHERE d.post_id = p.post_id)
        FROM posts p WHERE NOT EXISTS (SELECT 1 FROM drafts d WHERE d.post_id = p.post_id AND state = 'offered')
        """).Select(row => string.Join(" / ", row)));

    /// <summary>Posts stored as blocked by the provider.</summary>
    public int Blocked => (int)Number("SELECT count(DISTINCT post_id) FROM assessments WHERE skip_reason = 'blocked_by_provider'");

    /// <summary>The texts of these posts.</summary>
    public IReadOnlyList<string> BlockedPosts => Query(
        "SELECT DISTINCT p.post_id, p.text FROM assessments a JOIN posts p USING (post_id) WHERE a.skip_reason = 'blocked_by_provider'", r => r.GetString(1));

    /// <summary>Posts drafted more than once: in two versions, or a kind in two answers.</summary>
    public int DraftedTwice => (int)Number(
        "SELECT count(*) FROM (SELECT post_id FROM drafts WHERE state = 'offered' GROUP BY project_id, post_id HAVING max(version) > 1 OR count(*) > count(DISTINCT kind))");

    /// <summary>Posts that more than one settled call answered, where no answer was bad.</summary>
    public int AnsweredTwice => (int)Number(
        "SELECT count(*) FROM (SELECT post_id FROM call_posts JOIN api_calls USING (call_id) WHERE state = 'settled' GROUP BY project_id, post_id HAVING count(*) > 1)");

    private static string? Text(SqliteDataReader r, int i) => r.IsDBNull(i) ? null : r.GetString(i);

    private static long? NumberOrNull(SqliteDataReader r, int i) => r.IsDBNull(i) ? null : r.GetInt64(i);
}
