using System.Globalization;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>Carries out one mark inside the caller's transaction.</summary>
internal static class ReviewMark
{
    private const string DraftColumns = "d.draft_id, d.project_id, d.post_id, p.source, p.native_id, d.text, d.status";

    private const string Offered = $"SELECT {DraftColumns} FROM drafts d JOIN posts p ON p.post_id = d.post_id WHERE {Drafts.IsOffered}";

    internal const string AddFinalText = """
        INSERT INTO drafts (project_id, post_id, kind, version, text, state, rank, origin, parent_draft_id, run_id, assessment_id,
            cost_nanousd, status, review_status, created_at)
        SELECT d.project_id, d.post_id, d.kind, d.version, @text, 'offered', d.rank, 'posted', d.draft_id, d.run_id, d.assessment_id,
            0, 'posted', 'posted', @at
        FROM drafts d
        WHERE d.draft_id = @draft
          AND NOT EXISTS (SELECT 1 FROM drafts f WHERE f.project_id = d.project_id AND f.post_id = d.post_id
              AND f.parent_draft_id = d.draft_id AND f.origin = 'posted' AND f.text = @text)
        """;

    private sealed record Draft(long Id, string ProjectId, long PostId, PostKey Post, string Text, DraftStatus Status);

    public static async Task<MarkResult> ApplyAsync(SqlSession session, MarkRequest request)
    {
        var named = await NamedAsync(session, request);
        if (named.Count == 0) return new MarkResult.NotFound(request.Target);
        var projects = named.Select(d => d.ProjectId).Distinct().Order(StringComparer.Ordinal).ToList();
        if (projects.Count > 1) return new MarkResult.Ambiguous(request.Target, projects);

        var chosen = Choose(named, request);
        var closed = 0;
        if (request.Status == DraftStatus.Posted)
        {
            await SetAsync(session, request, [chosen], ReviewAction.Posted, DraftStatus.Posted);
            closed = await SetAsync(session, request, await SiblingsAsync(session, chosen), ReviewAction.Closed, DraftStatus.Skipped);
            if (request.FinalText is { } text)
                await session[AddFinalText].Set("draft", chosen.Id).Set("text", text).Set("at", request.At).ExecuteAsync();
        }
        else
        {
            closed = await SetAsync(session, request, named, ReviewEvents.ActionFor(request.Status), request.Status) - 1;
        }
        return new MarkResult.Marked(chosen.ProjectId, chosen.Post, chosen.Id, request.Status, Math.Max(0, closed));
    }

    /// <summary>The draft of <c>d17</c>, or the newest version's drafts of the post, best first.</summary>
    private static async Task<List<Draft>> NamedAsync(SqlSession session, MarkRequest request)
    {
        var target = request.Target.Trim();
        if (target.Length > 1 && target[0] is 'd' or 'D' && long.TryParse(target.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return await session[$"{Offered} AND d.draft_id = @draft AND (@project IS NULL OR d.project_id = @project)"]
                .Set("draft", id).Set("project", request.ProjectId).ListAsync(Read);

        var address = PostAddress.Of(target);
        return await session[OfferedFor(address)]
            .Set("address", address.Value).Set("source", address.Source).Set("project", request.ProjectId).ListAsync(Read);
    }

    /// <summary>The newest version's drafts of the post, best first; in this order, which CROSS JOIN says: the index on drafts begins with the project.</summary>
    internal static string OfferedFor(PostAddress address) => $"""
        SELECT {DraftColumns} FROM posts p CROSS JOIN projects o CROSS JOIN drafts d ON d.project_id = o.project_id AND d.post_id = p.post_id
        WHERE {Drafts.IsOffered} AND {address.Condition}
          AND (@project IS NULL OR d.project_id = @project)
          AND {Drafts.IsNewestVersion}
        ORDER BY d.project_id, d.rank, d.draft_id
        """;

    /// <summary>Where a post was named: the draft posted before, else the one whose text was posted, else the best.</summary>
    private static Draft Choose(List<Draft> named, MarkRequest request) =>
        named.FirstOrDefault(d => request.FinalText is not null && d.Text == request.FinalText)
        ?? named.FirstOrDefault(d => d.Status == DraftStatus.Posted)
        ?? named[0];

    /// <summary>The post's other drafts of any version, and those that wait in the account's other projects: an account answers a post once.</summary>
    private static Task<List<Draft>> SiblingsAsync(SqlSession session, Draft chosen) =>
        session[$"""
            {Offered} AND d.post_id = @post_id AND d.draft_id <> @draft
              AND (d.project_id = @project OR d.status IN ('pending', 'exported') AND d.{Projects.OfAccount})
            """]
            .Set("project", chosen.ProjectId).Set("post_id", chosen.PostId).Set("draft", chosen.Id).ListAsync(Read);

    private static async ValueTask<int> SetAsync(SqlSession session, MarkRequest request, List<Draft> drafts, ReviewAction action, DraftStatus status)
    {
        var changed = 0;
        foreach (var draft in drafts.Where(d => d.Status != status))
        {
            await ReviewEvents.AddAsync(session, new ReviewContext(draft.ProjectId, draft.PostId, request.Actor, request.At), draft.Id, action);
            changed++;
        }
        return changed;
    }

    private static Draft Read(SqlRows row) =>
        new(row.Long(0), row.Text(1), row.Long(2), new PostKey(row.Text(3), row.Text(4)), row.Text(5), row.Enum<DraftStatus>(6));
}
