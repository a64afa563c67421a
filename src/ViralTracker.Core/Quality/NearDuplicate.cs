namespace ViralTracker.Core.Quality;

/// <summary>Shares more than half of its character n-grams (Dice) with another draft.</summary>
internal static class NearDuplicate
{
    private const double Least = 0.55;

    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        context.Memory.Nearest(draft.Post.Id, draft.Text) is { } nearest && nearest.Similarity >= Least
            ? new(QualityRule.NearDuplicate, $"It is nearly \"{nearest.Text}\", which another post or kind already got.")
            : null;
}
