using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>The conditions of a <see cref="CandidateQuery"/> as SQL over posts <c>p</c>.</summary>
internal static class Candidates
{
    /// <summary>Drafted before, or settled for good without a draft, whatever it scored since: no run but one that drafts again takes it up.</summary>
    public const string Handled = $"""
        (EXISTS (SELECT 1 FROM drafts d WHERE d.project_id = @project AND d.post_id = p.post_id AND {Drafts.IsOffered})
         OR EXISTS (SELECT 1 FROM assessments s WHERE s.project_id = @project AND s.post_id = p.post_id
             AND {AssessmentRow.IsSettled}))
        """;

    private const string OfProject = "EXISTS (SELECT 1 FROM found_by f WHERE f.project_id = @project AND f.post_id = p.post_id)";

    public const string InWindow = $"p.posted_at >= @since AND p.posted_at <= @until AND {OfProject}";

    public const string AfterWindow = $"p.posted_at > @until AND {OfProject}";

    // An unknown count passes only where nothing is asked of it.
    public const string PassFilters = """
        coalesce(p.followers, 0) >= @min_followers AND coalesce(p.likes, 0) >= @min_likes AND coalesce(p.views, 0) >= @min_views
        """;

    /// <summary>The first condition that a post fails, in the order of <see cref="UnseenCounts"/>; 0 for none.</summary>
    public const string Obstacle = """
        CASE WHEN p.posted_at < @since THEN 1 WHEN p.posted_at > @until THEN 2 WHEN coalesce(p.followers, 0) < @min_followers THEN 3
             WHEN coalesce(p.likes, 0) < @min_likes THEN 4 WHEN coalesce(p.views, 0) < @min_views THEN 5 ELSE 0 END
        """;

    public static string Where(CandidateQuery query) =>
        $"{InWindow} AND {PassFilters}" + (query.IncludeHandled ? "" : $" AND NOT {Handled}");

    public static SqlStatement SetQuery(this SqlStatement statement, CandidateQuery query) => statement
        .Set("project", query.ProjectId)
        .Set("since", query.Since)
        .Set("until", query.Until)
        .Set("min_followers", query.MinFollowers)
        .Set("min_likes", query.MinLikes)
        .Set("min_views", query.MinViews);
}
