namespace ViralTracker.Core.Quality;

/// <summary>Shares most of its character n-grams with another draft.</summary>
internal static class NearDuplicate
{
    /// <summary>Dice coefficient; edited copies lie above 0.8, other drafts on one subject below 0.2.</summary>
    public const double Least = 0.7;

    public static Rejection? Check(DraftToCheck draft, QualityContext context) =>
        Found(context.Memory.Nearest(draft.Post.Id, draft.Grams, least: context.DuplicateFrom)?.Text);

    /// <summary>As <see cref="Check"/>, and remembers a draft that passes: of two like ones judged at once only one does.</summary>
    public static Rejection? Remember(DraftToCheck draft, QualityContext context) =>
        Found(context.Memory.AddUnlessLike(new(draft.Post.Id, draft.Text), draft.Grams, context.DuplicateFrom)?.Text);

    private static Rejection? Found(string? other) =>
        other is null ? null : new(QualityRule.NearDuplicate, $"It is nearly \"{other}\", which another post or kind already got.");
}
