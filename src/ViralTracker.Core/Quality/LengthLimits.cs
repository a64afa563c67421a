namespace ViralTracker.Core.Quality;

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
