namespace ViralTracker.Core.Quality;

/// <summary>A number, share, name or authority that is in neither the post nor the project.</summary>
internal static class InventedFacts
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var found = InventedNumbers.Find(draft, Stated)
            ?? (InventedNames.Find(draft, Stated) is { } name ? $"The name \"{name}\"" : null)
            ?? (InventedAuthority.Find(draft, Stated) is { } authority ? $"What \"{authority}\" calls upon" : null);
        return found is null ? null : new(QualityRule.InventedFact, $"{found} is in neither the post nor the project.");

        bool Stated(Func<FactSource, bool> has) => has(draft.Post.Facts) || has(context.Stated);
    }
}
