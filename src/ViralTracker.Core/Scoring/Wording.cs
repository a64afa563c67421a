namespace ViralTracker.Core.Scoring;

/// <summary>What a phrase says about the post or sentence that holds it.</summary>
[Flags]
internal enum Wording
{
    None = 0,

    /// <summary>A call for help or opinions that needs no question mark.</summary>
    Call = 1,

    /// <summary>A doubt that leaves the matter to the reader.</summary>
    Hedge = 2,

    /// <summary>Opens a sentence that ends in a question mark and wants no answer.</summary>
    Rhetorical = 4,

    /// <summary>Follows a question that its own post answers.</summary>
    Answer = 8,

    /// <summary>An advert, survey, notice or thread: what it asks is no question.</summary>
    Announcement = 16,

    /// <summary>Somebody speaks for himself.</summary>
    FirstPerson = 32,

    /// <summary>Opens a question.</summary>
    QuestionStart = 64,

    /// <summary>The word order of a question.</summary>
    Inversion = 128,

    /// <summary>Somebody addressed, or somebody's own matter.</summary>
    Person = 256,

    /// <summary>Talk between others, quoted with who says what.</summary>
    Transcript = 512,

    /// <summary>Repeats what somebody asked, or mocks it.</summary>
    Echo = 1024,

    /// <summary>Asks when it stands alone.</summary>
    SingleWord = 2048,

    /// <summary>Stands before what a sentence says.</summary>
    Lead = 4096,

    /// <summary>A greeting or thanks.</summary>
    Greeting = 8192,
}
