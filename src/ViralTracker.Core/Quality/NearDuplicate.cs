namespace ViralTracker.Core.Quality;

/// <summary>Shares more than half of its character n-grams (Dice) with another draft.</summary>
internal static class NearDuplicate
{
    private const double Least = 0.55;

    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        Found(context.Memory.Nearest(draft.Post.Id, draft.Text) is { } nearest && nearest.Similarity >= Least ? nearest.Text : null);

    /// <summary>As <see cref="Check"/>, and remembers a draft that passes: of two like ones judged at once only one does.</summary>
    public static Rejection? Remember(DraftToCheck draft, QualityContext context) =>
        Found(context.Memory.AddUnlessLike(new(draft.Post.Id, draft.Text), Least)?.Text);

    private static Rejection? Found(string? other) =>
        other is null ? null : new(QualityRule.NearDuplicate, $"It is nearly \"{other}\", which another post or kind already got.");
}
