namespace ViralTracker.Core.Quality;

/// <summary>Why a draft is not offered, or only with a mark. A closed set; the store keeps the snake-case name.</summary>
public enum QualityRule
{
    /// <summary>Below the kind's shortest length.</summary>
    TooShort,

    /// <summary>Above the kind's longest length.</summary>
    TooLong,

    /// <summary>Little more than stock phrases that would fit any post.</summary>
    Generic,

    /// <summary>Begins with praise or thanks.</summary>
    PraiseOpener,

    /// <summary>Asks to be written to, followed or clicked, or offers a product of its own.</summary>
    Solicits,

    /// <summary>Mostly the post's own words, or the post once more in others.</summary>
    CopiesPost,

    /// <summary>Holds a link the project does not state.</summary>
    Link,

    /// <summary>Mentions an account the project does not name.</summary>
    Handle,

    /// <summary>Holds a hashtag.</summary>
    Hashtag,

    /// <summary>Holds the id of a post, or the name a post had in the request.</summary>
    ForeignId,

    /// <summary>Shows pieces of the request, of the answer's format, or of the model itself.</summary>
    LeakedPrompt,

    /// <summary>Does what a text in the post ordered.</summary>
    ObeyedInjection,

    /// <summary>Not in the post's language.</summary>
    WrongLanguage,

    /// <summary>Swears, and the voice does not allow it.</summary>
    Profanity,

    /// <summary>More or louder emoji than the post.</summary>
    EmojiBeyondPost,

    /// <summary>A phrase that language models are known by.</summary>
    StockAiPhrase,

    /// <summary>Dashes, contrasts, triads and runs of signs that language models are known by.</summary>
    AiPunctuation,

    /// <summary>A number, name or authority from neither the post nor the project; only a mark for a well-known name where the post asks for one.</summary>
    InventedFact,

    /// <summary>Nearly the text of another draft.</summary>
    NearDuplicate,

    /// <summary>Only marks: the post holds text that gives orders to machines, so a person should look twice.</summary>
    PostGivesOrders,
}

/// <summary>A rule that a draft touched and what exactly it found.</summary>
/// <param name="Detail">A sentence for people, and for asking the model again.</param>
public sealed record Rejection(QualityRule Rule, string Detail);

/// <param name="Rejection">The first rule broken; null: the draft may be offered.</param>
/// <param name="Mark">What a person should look at before using an offered draft; null for nothing.</param>
/// <param name="Fresh">0..1: how unlike it is to what other posts were answered; 0 for a draft that broke another rule.</param>
public sealed record QualityVerdict(Rejection? Rejection, Rejection? Mark, double Fresh);
