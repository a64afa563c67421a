namespace ViralTracker.Core.Quality;

/// <summary>Both limits count as X does, so a Japanese draft needs half as many signs.</summary>
internal static class LengthLimits
{
    public static Rejection? Check(DraftToCheck draft)
    {
        var (length, min, max) = (draft.Length, draft.Kind.MinLength, draft.Kind.MaxLength);
        return length < min ? new(QualityRule.TooShort, $"{length} characters; {draft.Kind.Name} needs at least {min}.")
            : length > max ? new(QualityRule.TooLong, $"{length} characters; {draft.Kind.Name} allows at most {max}.")
            : null;
    }
}
