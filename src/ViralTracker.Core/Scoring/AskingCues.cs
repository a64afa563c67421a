namespace ViralTracker.Core.Scoring;

/// <summary>What tells a sentence that asks from one that only looks so; each has a weight in <see cref="AskingModel"/>.</summary>
[Flags]
internal enum AskingCues
{
    None = 0,

    /// <summary>Ends in a question mark.</summary>
    Marked = 1,

    /// <summary>Opens with a question word.</summary>
    Ordered = 1 << 1,

    /// <summary>Has the word order of a question.</summary>
    Inverted = 1 << 2,

    /// <summary>A question mark, and neither of the two above.</summary>
    Statement = 1 << 3,

    Call = 1 << 4,
    Hedge = 1 << 5,
    Rhetorical = 1 << 6,
    Mocking = 1 << 7,
    Request = 1 << 8,
    Echo = 1 << 9,

    /// <summary>Inside quotation marks that other words introduce: somebody else's question.</summary>
    Quoted = 1 << 10,

    /// <summary>The post goes on with the answer.</summary>
    Answered = 1 << 11,

    /// <summary>The post begins with it.</summary>
    First = 1 << 12,

    /// <summary>Nothing but links, tags and handles follows.</summary>
    Last = 1 << 13,

    /// <summary>So much follows that the question may only open a lecture.</summary>
    Lectures = 1 << 14,

    // From here on of the post, the same for all its sentences.
    Link = 1 << 15,

    /// <summary>A link with a title or a text of some length, nobody answered and nobody speaking for himself.</summary>
    Headline = 1 << 16,

    /// <summary>The wording of adverts and notices, or an essay's first words.</summary>
    Announces = 1 << 17,
    Tags = 1 << 18,
    Transcript = 1 << 19,
}
