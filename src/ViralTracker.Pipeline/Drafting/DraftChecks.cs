using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>The quality rules as the engine asks them.</summary>
public static class DraftChecks
{
    public static DraftRejection? Standard(ScoredPost post, SuggestionKind kind, string draft) =>
        QualityFilter.Check(new DraftToCheck(draft, post.Stored.Post.Text, kind)) is { } rejection
            ? new DraftRejection(Name(rejection.Rule), rejection.Detail)
            : null;

    /// <summary>The store's name of a rule: snake case.</summary>
    private static string Name(QualityRule rule) =>
        string.Concat(rule.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
