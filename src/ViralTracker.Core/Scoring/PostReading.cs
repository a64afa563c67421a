namespace ViralTracker.Core.Scoring;

/// <summary>How a post asks, and what there is to respond to.</summary>
internal readonly ref struct PostReading(AskingCues cues, Wording wording, int words, int hashtags, ReadOnlySpan<ushort> places)
{
    private const int WordsOfAGreeting = 30;

    public AskingCues Cues { get; } = cues;
    public int Words { get; } = words;
    public int Hashtags { get; } = hashtags;
    /// <summary>The weighed <see cref="WordSequences"/> of its questions, each as often as it stands there.</summary>
    public ReadOnlySpan<ushort> Places { get; } = places;
    public bool Greets => Words < WordsOfAGreeting && (wording & Wording.Greeting) != 0;

    public bool Has(AskingCues cue) => (Cues & cue) != 0;
}
