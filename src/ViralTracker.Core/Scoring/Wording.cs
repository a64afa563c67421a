namespace ViralTracker.Core.Scoring;

/// <summary>What a phrase says about the post that holds it.</summary>
[Flags]
internal enum Wording : ushort
{
    None = 0,

    /// <summary>A call for help or opinions that needs no question mark.</summary>
    Call = 1,

    /// <summary>A doubt that leaves the matter to the reader.</summary>
    Hedge = 1 << 1,

    /// <summary>In a sentence with a question mark: it wants no answer, or not here.</summary>
    Rhetorical = 1 << 2,

    /// <summary>An advert, notice or thread: what it asks is often no question.</summary>
    Announcement = 1 << 3,

    /// <summary>Somebody speaks for himself.</summary>
    FirstPerson = 1 << 4,

    /// <summary>A greeting or thanks.</summary>
    Greeting = 1 << 5,

    /// <summary>In a sentence with a question mark: it begins as questions do.</summary>
    Opening = 1 << 6,

    /// <summary>At the start of a sentence without a question mark: a question all the same.</summary>
    Unmarked = 1 << 7,

    /// <summary>A figure of speech: its sentence asks nothing, whatever else stands there.</summary>
    Figure = 1 << 8,
}
