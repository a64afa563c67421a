namespace ViralTracker.Core.Quality;

/// <summary>Shares most of its character n-grams with another draft.</summary>
internal static class NearDuplicate
{
    /// <summary>Dice coefficient; edited copies lie above 0.8, other drafts on one subject below 0.2.</summary>
    public const double Least = 0.7;

    /// <summary>
    /// Remembers a draft that passes: of two like ones judged at once only one does. Also how unlike (0..1) it is to what other posts
    /// were answered.
    /// </summary>
    public static (Rejection? Rejection, double Fresh) Remember(DraftToCheck draft, QualityContext context)
    {
        var (like, others) = context.Memory.AddUnlessLike(new(draft.Post.Id, draft.Text), draft.Grams, context.DuplicateFrom);
        return (Found(like?.Text), 1 - others);
    }

    private static Rejection? Found(string? other) =>
        other is null ? null : new(QualityRule.NearDuplicate, $"It is nearly \"{other}\", which was written before.");
}
