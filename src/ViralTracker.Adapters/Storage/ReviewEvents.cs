using System.Security.Cryptography;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>What a person did to a draft; a closed set.</summary>
internal enum ReviewAction
{
    Exported,
    Posted,
    Skipped,

    /// <summary>Another draft of the post was posted.</summary>
    Closed,

    /// <summary>Back to pending.</summary>
    Reopened,
}

/// <summary>Who acts, on which project's post, and when.</summary>
internal sealed record ReviewContext(string ProjectId, long PostId, string Actor, DateTimeOffset At);

/// <summary>Appends an event and projects it onto the draft's status, inside the caller's transaction.</summary>
internal static class ReviewEvents
{
    private const string Append = """
        INSERT INTO review_events (event_id, at, actor, project_id, post_id, draft_id, action, undoes)
        VALUES (@event, @at, @actor, @project, @post_id, @draft, @action,
            CASE @action WHEN 'reopened' THEN
                (SELECT e.event_id FROM review_events e WHERE e.draft_id = @draft ORDER BY e.rowid DESC LIMIT 1) END)
        """;

    // Exporting is no judgement of a draft, so the review status stays.
    private const string Project = """
        UPDATE drafts SET status = @status, review_status = CASE @status WHEN 'exported' THEN review_status ELSE @status END
        WHERE draft_id = @draft
        """;

    public static async ValueTask AddAsync(SqlSession session, ReviewContext context, long draftId, ReviewAction action)
    {
        await session[Append]
            .Set("event", Ulid.Of(context.At, RandomNumberGenerator.GetBytes(Ulid.EntropySize)))
            .Set("at", context.At)
            .Set("actor", context.Actor)
            .Set("project", context.ProjectId)
            .Set("post_id", context.PostId)
            .Set("draft", draftId)
            .Set("action", action)
            .ExecuteAsync();
        await session[Project].Set("draft", draftId).Set("status", StatusAfter(action)).ExecuteAsync();
    }

    public static ReviewAction ActionFor(DraftStatus status) => status switch
    {
        DraftStatus.Exported => ReviewAction.Exported,
        DraftStatus.Posted => ReviewAction.Posted,
        DraftStatus.Skipped => ReviewAction.Skipped,
        _ => ReviewAction.Reopened,
    };

    private static DraftStatus StatusAfter(ReviewAction action) => action switch
    {
        ReviewAction.Exported => DraftStatus.Exported,
        ReviewAction.Posted => DraftStatus.Posted,
        ReviewAction.Skipped or ReviewAction.Closed => DraftStatus.Skipped,
        _ => DraftStatus.Pending,
    };
}
