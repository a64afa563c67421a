namespace ViralTracker.Core.Gating;

/// <summary>Why a post was not scored or drafted. A closed set; the store keeps the snake-case name.</summary>
public enum SkipReason
{
    /// <summary>No word to answer beside handles, links, tags and what others wrote.</summary>
    EmptyText,

    /// <summary>Not one of the project's languages.</summary>
    Language,

    /// <summary>Holds a blacklisted keyword.</summary>
    BlacklistedKeyword,

    /// <summary>Written by a blacklisted handle.</summary>
    BlacklistedHandle,

    /// <summary>The author lets only some people answer.</summary>
    RepliesRestricted,

    /// <summary>Written by the account one posts as.</summary>
    OwnPost,

    /// <summary>Somebody else's words passed on.</summary>
    Repost,

    /// <summary>Its author got an answer from this account a short time ago.</summary>
    AuthorCooldown,

    /// <summary>This account has answered it.</summary>
    AlreadyAnswered,

    /// <summary>About death, grave illness, disaster, crime or what else the project lists.</summary>
    SensitiveSubject,

    /// <summary>A giveaway, an exchange of follows, an offer of easy money, or a link with little text.</summary>
    Spam,

    /// <summary>Says what a post handled before, or another of this run, already says.</summary>
    Repeat,

    /// <summary>The provider refused to answer for this post's content.</summary>
    BlockedByProvider,

    /// <summary>The model found nothing worth saying.</summary>
    NothingToSay,

    /// <summary>Every draft broke a rule, asked once more or not.</summary>
    AllRejected,
}

/// <summary>Whether a skipped post may come back.</summary>
public enum SkipFinality
{
    /// <summary>Stays skipped while the project's rules stay as they are.</summary>
    Final,

    /// <summary>May pass later (a cooldown), or with a model (what was made offline).</summary>
    RetryLater,
}

/// <summary>A post left out, with the rule and what exactly triggered it.</summary>
/// <param name="Detail">What was found, for people: the keyword, the language.</param>
/// <param name="RepeatsPostId">For <see cref="SkipReason.Repeat"/>: the store's id of the post it repeats.</param>
public sealed record Skip(SkipReason Reason, string Detail, SkipFinality Finality = SkipFinality.Final, long? RepeatsPostId = null)
{
    /// <summary>Said by drafting, not by the gate or the search for repeats.</summary>
    public bool IsByDrafting => Reason is SkipReason.BlockedByProvider or SkipReason.NothingToSay or SkipReason.AllRejected;
}
