namespace ViralTracker.Core.Scoring;

/// <summary>What tells somebody's own thought from a headline, a notice or bait; each has a weight in <see cref="AnswerableModel"/>.</summary>
[Flags]
internal enum AnswerableCues
{
    None = 0,

    /// <summary>It asks, by <see cref="Openness.Asking"/>.</summary>
    Asks = 1,

    /// <summary>A question mark ends a sentence, whether or not it asks.</summary>
    Question = 1 << 1,
    FirstPerson = 1 << 2,
    Reply = 1 << 3,
    Announces = 1 << 4,
    Greets = 1 << 5,
    Link = 1 << 6,
    LinkAtTheEnd = 1 << 7,

    /// <summary>The author speaks for himself beside a link.</summary>
    LinkOfOnesOwn = 1 << 8,
    Hashtag = 1 << 9,
    ManyHashtags = 1 << 10,
    Emoji = 1 << 11,
    ManyEmoji = 1 << 12,

    /// <summary>A hand that points on.</summary>
    Points = 1 << 13,
    Exclaims = 1 << 14,
    Ellipsis = 1 << 15,
    Colon = 1 << 16,

    /// <summary>Nearly every word begins with a capital, as in headlines.</summary>
    TitleCase = 1 << 17,

    /// <summary>More than one sentence or line.</summary>
    SeveralSentences = 1 << 18,

    /// <summary>Of a script without spaces between words.</summary>
    Unspaced = 1 << 19,

    // So many words or more.
    Words8 = 1 << 20,
    Words13 = 1 << 21,
    Words20 = 1 << 22,
    Words30 = 1 << 23,
    Words45 = 1 << 24,
}
