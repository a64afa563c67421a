namespace ViralTracker.Core.Scoring;

/// <summary>What tells a post that asks from one that only looks so; each, and each two together, have a weight in <see cref="AskingModel"/>.</summary>
[Flags]
internal enum AskingCues
{
    None = 0,

    /// <summary>A sentence ends in a question mark. Such sentences are the questions of what follows.</summary>
    Question = 1,
    SeveralQuestions = 1 << 1,

    /// <summary>No word before the first question.</summary>
    First = 1 << 2,

    /// <summary>So much stands before the first question that it may only be part of a talk.</summary>
    Late = 1 << 3,

    /// <summary>No word after the last question.</summary>
    Last = 1 << 4,

    /// <summary>So much follows the last question that it may only open a lecture.</summary>
    Lectures = 1 << 5,

    /// <summary>A question inside quotation marks that other words introduce: somebody else's.</summary>
    Quoted = 1 << 6,

    /// <summary>A question that begins as questions do.</summary>
    Ordered = 1 << 7,
    Rhetorical = 1 << 8,
    Call = 1 << 9,
    Hedge = 1 << 10,
    Announces = 1 << 11,
    FirstPerson = 1 << 12,
    Reply = 1 << 13,
    Link = 1 << 14,

    /// <summary>Many hashtags.</summary>
    Tags = 1 << 15,

    /// <summary>Of a script without spaces between words.</summary>
    Unspaced = 1 << 16,
    ShortPost = 1 << 17,
    LongPost = 1 << 18,

    /// <summary>A sentence is put as a question and has no mark.</summary>
    Unmarked = 1 << 19,
}
