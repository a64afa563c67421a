using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Scoring;

/// <summary>How a post asks for an answer, strongest last.</summary>
public enum Asking
{
    Nothing,
    Hedge,
    Call,
    Question,
}

/// <summary>What in a post invites an answer, in its own words.</summary>
/// <param name="Asking">The strongest way in which it really asks.</param>
/// <param name="Substance">0..1: how much own claim or experience there is to respond to; headlines, notices and greetings have little.</param>
public readonly record struct Openness(Asking Asking, double Substance)
{
    /// <summary>From here on a post counts as open.</summary>
    public const double OpenMin = 0.6;

    private const double WordsOfAFullThought = 25;

    public bool IsOpen => Asking != Asking.Nothing;

    /// <summary>0..1; at least <see cref="OpenMin"/> for a post that asks, less for any other.</summary>
    public double Score => Asking switch
    {
        Asking.Question => 0.80 + (0.20 * Substance),
        Asking.Call => 0.75 + (0.20 * Substance),
        Asking.Hedge => OpenMin + (0.20 * Substance),
        _ => 0.55 * Substance,
    };

    public static Openness Read(string text)
    {
        var plain = PlainReading.Of(text);
        var facts = new PostFacts(plain, text);
        return new(AskingOf(plain, facts), SubstanceOf(facts));
    }

    private static Asking AskingOf(ReadOnlySpan<char> plain, in PostFacts facts)
    {
        Span<AskingCues> sentences = stackalloc AskingCues[AskingSentences.Most];
        var strongest = Asking.Nothing;
        foreach (var cues in sentences[..AskingSentences.Read(plain, facts, sentences)])
            if (AskingModel.Asks(cues) && KindOf(cues) is var kind && kind > strongest)
                strongest = kind;
        return strongest;
    }

    private static Asking KindOf(AskingCues cues) =>
        (cues & AskingCues.Marked) != 0 ? Asking.Question
        : (cues & AskingCues.Call) != 0 ? Asking.Call
        : (cues & AskingCues.Hedge) != 0 ? Asking.Hedge
        : Asking.Question;

    private static double SubstanceOf(in PostFacts facts)
    {
        var length = Math.Min(1, facts.Words / WordsOfAFullThought);
        if (facts is { HasLink: true, SpeaksForSelf: false, IsReply: false }) length *= 0.5;
        if (facts.Announces) length *= 0.5;
        if (facts.Hashtags >= 4) length *= 0.7;
        return facts.Greets ? 0.2 * length : (0.8 * length) + (facts.SpeaksForSelf ? 0.2 * length : 0);
    }
}
