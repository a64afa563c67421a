using System.Collections.Immutable;

namespace ViralTracker.Core.Quality;

/// <summary>The rules a draft must pass before a person sees it.</summary>
public static class QualityFilter
{
    /// <summary>The first one broken is reported; the comparison with other drafts comes last. A new rule is a value of <see cref="QualityRule"/> and a line here.</summary>
    private static readonly ImmutableArray<Func<DraftToCheck, QualityContext, Rejection?>> Rules =
    [
        (draft, _) => LengthLimits.Check(draft),
        (draft, _) => ObeyedInjection.Check(draft),
        Solicitation.Check,
        (draft, _) => StockPhrases.Check(draft),
        (draft, _) => MachineTurns.Check(draft),
        GenericPhrases.Check,
        (draft, _) => PraiseOpener.Check(draft),
        (draft, _) => CopiedWords.Check(draft),
        Restatement.Check,
        ForbiddenParts.Link,
        ForbiddenParts.Handle,
        (draft, _) => ForbiddenParts.Hashtag(draft),
        LeakedPrompt.Check,
        (draft, _) => ForeignIds.Check(draft),
        (draft, _) => WrongLanguage.Check(draft),
        Profanity.Check,
        EmojiTone.Check,
        AiPunctuation.Check,
        InventedFacts.Check,
    ];

    private static Rejection? Alone(DraftToCheck draft, QualityContext context)
    {
        foreach (var rule in Rules)
        {
            if (rule(draft, context) is { } rejection) return rejection;
        }

        return null;
    }

    /// <summary>The first rule the draft breaks, or a mark for drafts that a person should look at twice; remembers the draft where it may be offered.</summary>
    public static QualityVerdict Judge(DraftToCheck draft, QualityContext context)
    {
        if (Alone(draft, context) is { } broken) return new(broken, null, 0);
        var (rejection, fresh) = NearDuplicate.Remember(draft, context);
        return new(rejection, rejection is null ? Mark(draft, context) : null, fresh);
    }

    private static Rejection? Mark(DraftToCheck draft, QualityContext context) =>
        draft.Post.Instruction is { } found ? new(QualityRule.PostGivesOrders, $"The post holds text that gives orders to machines (\"{found.Sign}\"): read the draft twice.")
        : PossibleOrder.Taken(draft) is { } name ? new(QualityRule.PostGivesOrders, $"The post may order replies to say \"{name}\", and the draft does: read both twice.")
        : InventedFacts.Mark(draft, context);
}
