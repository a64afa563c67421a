using ViralTracker.Core.Gating;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Adapters.Storage;

/// <summary>How an assessment maps to its row.</summary>
internal static class AssessmentRow
{
    public const string ScoreColumns = "a.total, a.label, a.topic, a.why, a.components, a.inputs";
    public const int ScoreColumnCount = 6;
    public const string SkipColumns = "a.skip_reason, a.skip_detail, a.skip_finality, a.repeats_post_id";

    /// <summary>The newest score of the project's post, as a condition on assessments <c>a</c>.</summary>
    public const string IsNewestScore = """
        a.assessment_id = (SELECT s.assessment_id FROM assessments s
                           WHERE s.project_id = @project AND s.post_id = p.post_id AND s.skip_reason IS NULL
                           ORDER BY s.assessment_id DESC LIMIT 1)
        """;

    /// <summary>The newest assessment of the project's post that finding made, score or skip, as a condition on assessments <c>a</c>.</summary>
    public const string IsNewestFinding = $"""
        a.assessment_id = (SELECT s.assessment_id FROM assessments s
                           WHERE s.project_id = @project AND s.post_id = p.post_id AND (s.skip_reason IS NULL OR NOT ({IsByDrafting}))
                           ORDER BY s.assessment_id DESC LIMIT 1)
        """;

    /// <summary>
    /// The skip that tells why the project's post has no draft, as a condition on assessments <c>a</c>: what drafting said stands until it says
    /// something else, however often the post is looked at in between; what finding said stands where it is the newest and drafting did not settle the post.
    /// </summary>
    public const string IsStandingSkip = $"""
        a.skip_reason IS NOT NULL AND a.assessment_id = (
            SELECT s.assessment_id FROM assessments s
            WHERE s.project_id = @project AND s.post_id = p.post_id AND s.skip_reason IS NOT NULL
              AND CASE WHEN {IsByDrafting}
                       THEN NOT EXISTS (SELECT 1 FROM drafts d WHERE d.project_id = @project AND d.post_id = p.post_id AND {Drafts.IsOffered} AND d.run_id > s.run_id)
                       ELSE s.assessment_id = (SELECT max(n.assessment_id) FROM assessments n WHERE n.project_id = @project AND n.post_id = p.post_id) END
            ORDER BY {IsSettled} DESC, s.assessment_id DESC LIMIT 1)
        """;

    /// <summary>No run but one that drafts again takes the post up, as a condition on assessments <c>s</c>; worded as the index of settled posts.</summary>
    public const string IsSettled = $"{IsByDrafting} AND s.skip_finality = 'final'";

    private const string IsByDrafting = "s.skip_reason IN ('blocked_by_provider', 'nothing_to_say', 'all_rejected')";

    private const string Insert = """
        INSERT INTO assessments (project_id, post_id, run_id, scorer, config_hash, snapshot_at, as_of,
            total, label, topic, why, components, inputs, skip_reason, skip_detail, skip_finality, repeats_post_id)
        VALUES (@project, @post_id, @run, @scorer, @config_hash, @snapshot_at, @as_of,
            @total, @label, @topic, @why, @components, @inputs, @skip_reason, @skip_detail, @skip_finality, @repeats_post_id)
        RETURNING assessment_id
        """;

    /// <summary>An assessment with its two JSON columns.</summary>
    public sealed record Written(Assessment Assessment, string? Components, string? Inputs)
    {
        public static Written Of(Assessment assessment) =>
            assessment.Score is { } score ? new(assessment, ScoreJson.Components(score), ScoreJson.Inputs(score)) : new(assessment, null, null);
    }

    public static async ValueTask<long> AppendAsync(SqlSession session, Written row)
    {
        var (assessment, score, skip) = (row.Assessment, row.Assessment.Score, row.Assessment.Skip);
        return (long)(await session[Insert]
            .Set("project", assessment.ProjectId)
            .Set("post_id", assessment.PostId)
            .Set("run", assessment.RunId)
            .Set("scorer", assessment.Scorer)
            .Set("config_hash", assessment.ConfigHash)
            .Set("snapshot_at", assessment.SnapshotAt)
            .Set("as_of", assessment.AsOf)
            .Set("total", score?.Total)
            .Set("label", score?.Label)
            .Set("topic", score?.Topic)
            .Set("why", score?.Why)
            .Set("components", row.Components)
            .Set("inputs", row.Inputs)
            .Set("skip_reason", skip?.Reason)
            .Set("skip_detail", skip?.Detail)
            .Set("skip_finality", skip?.Finality)
            .Set("repeats_post_id", skip?.RepeatsPostId)
            .NumberAsync())!;
    }

    /// <summary>Reads <see cref="ScoreColumns"/> beginning at column <paramref name="at"/>.</summary>
    public static PostScore ReadScore(SqlRows row, int at)
    {
        var components = ScoreJson.Read(row.Text(at + 4));
        var inputs = ScoreJson.Read(row.Text(at + 5));
        return new PostScore
        {
            Total = row.Double(at),
            Label = row.Enum<ScoreLabel>(at + 1),
            Topic = string.Intern(row.Text(at + 2)),
            Why = row.Text(at + 3),
            Velocity = components["velocity"],
            Relevance = components["relevance"],
            Openness = components["openness"],
            AuthorQuality = components["author_quality"],
            TopicMatch = components["topic_match"],
            OnTopic = inputs.Find(ScoreInputs.OnTopic) ?? 1,
            Answerable = inputs.Find(ScoreInputs.Answerable) ?? 1,
            Inputs = inputs,
        };
    }

    /// <summary>Reads <see cref="SkipColumns"/> beginning at column <paramref name="at"/>.</summary>
    public static Skip ReadSkip(SqlRows row, int at) =>
        new(row.Enum<SkipReason>(at), row.Text(at + 1), row.Enum<SkipFinality>(at + 2), row.LongOrNull(at + 3));
}
