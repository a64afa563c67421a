namespace ViralTracker.Core.Scoring;

/// <summary>What a phrase says about the post or sentence that holds it.</summary>
[Flags]
internal enum Wording
{
    None = 0,

    /// <summary>A call for help or opinions that needs no question mark.</summary>
    Call = 1,

    /// <summary>A doubt that leaves the matter to the reader.</summary>
    Hedge = 1 << 1,

    /// <summary>Opens a sentence that ends in a question mark and wants no answer.</summary>
    Rhetorical = 1 << 2,

    /// <summary>Follows a question that its own post answers.</summary>
    Answer = 1 << 3,

    /// <summary>An advert, survey, notice or thread: what it asks is no question.</summary>
    Announcement = 1 << 4,

    /// <summary>Somebody speaks for himself.</summary>
    FirstPerson = 1 << 5,

    /// <summary>Opens a question.</summary>
    QuestionStart = 1 << 6,

    /// <summary>The word order of a question.</summary>
    Inversion = 1 << 7,

    /// <summary>Talk between others, quoted with who says what.</summary>
    Transcript = 1 << 8,

    /// <summary>Repeats what somebody asked, or mocks it.</summary>
    Echo = 1 << 9,

    /// <summary>Stands before what a sentence says.</summary>
    Lead = 1 << 10,

    /// <summary>A greeting or thanks.</summary>
    Greeting = 1 << 11,

    /// <summary>Opens a sentence that mocks or presumes more often than it asks.</summary>
    Mocking = 1 << 12,

    /// <summary>Wants something done rather than answered.</summary>
    Request = 1 << 13,
}
