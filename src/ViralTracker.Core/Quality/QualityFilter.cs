using System.Collections.Immutable;

namespace ViralTracker.Core.Quality;

/// <summary>The rules a draft must pass before a person sees it.</summary>
public static class QualityFilter
{
    /// <summary>Cheapest first; the first one broken is reported. A new rule is a value of <see cref="QualityRule"/> and a line here.</summary>
    private static readonly ImmutableArray<Func<DraftToCheck, Rejection?>> Rules =
    [
        LengthLimits.Check,
        GenericPhrases.Check,
        CopiedWords.Check,
    ];

    /// <summary>The first rule the draft breaks, or null.</summary>
    public static Rejection? Check(DraftToCheck draft)
    {
        foreach (var rule in Rules)
        {
            if (rule(draft) is { } rejection) return rejection;
        }

        return null;
    }
}
