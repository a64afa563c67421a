namespace ViralTracker.Core.Quality;

/// <summary>A number, share, name or authority that is in neither the post nor the project.</summary>
internal static class InventedFacts
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var found = InventedNumbers.Find(draft, Stated)
            ?? (InventedNames.Of(draft, Stated, context.Vocabulary).FirstOrDefault(name => !Answers(draft, name)) is { } invented ? $"The name \"{invented}\"" : null)
            ?? (InventedAuthority.Find(draft, Stated) is { } authority ? $"What \"{authority}\" calls upon" : null);
        return found is null ? null : new(QualityRule.InventedFact, $"{found} is in neither the post nor the project.");

        bool Stated(Func<FactSource, bool> has) => IsStated(draft, context, has);
    }

    /// <summary>What to look at in a draft that may be offered: names that the post asks for and does not have.</summary>
    public static Rejection? Mark(DraftToCheck draft, QualityContext context)
    {
        if (!draft.Post.AsksForNames) return null;
        var names = string.Join(", ", InventedNames.Of(draft, has => IsStated(draft, context, has), context.Vocabulary).Distinct(StringComparer.OrdinalIgnoreCase));
        return names.Length == 0 ? null : new(QualityRule.InventedFact, $"The post asks for a name and the draft names {names}, which neither the post nor the project does: is it your answer?");
    }

    private static bool Answers(DraftToCheck draft, string name) => InventedNames.MayAnswer(name) && draft.Post.AsksForNames;

    private static bool IsStated(DraftToCheck draft, QualityContext context, Func<FactSource, bool> has) => has(draft.Post.Facts) || has(context.Stated);
}
