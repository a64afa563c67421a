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
/// <param name="Chance">0..1: how surely it asks; above one half it counts as asking.</param>
/// <param name="Substance">0..1: how much own claim or experience there is to respond to; headlines, notices and greetings have little.</param>
/// <param name="Answerable">0..1: how surely a stranger who knows the matter has something specific to answer; 1 from two to one on.</param>
public readonly record struct Openness(Asking Asking, double Chance, double Substance, double Answerable)
{
    /// <summary>From here on a post counts as open.</summary>
    public const double OpenMin = 0.6;

    private const double WordsOfAFullThought = 25;

    // Room for any post of ordinary length; what a longer one goes on with is not read.
    private const int MostTokens = 512;
    private const int MostSequences = 512;

    public bool IsOpen => Asking != Asking.Nothing;

    /// <summary>0..1; at least <see cref="OpenMin"/> for a post that asks, less for any other.</summary>
    public double Score => Asking switch
    {
        Asking.Question => 0.80 + (0.20 * Substance),
        Asking.Call => 0.75 + (0.20 * Substance),
        Asking.Hedge => OpenMin + (0.20 * Substance),
        _ => 0.55 * Substance,
    };

    /// <summary>Reads what of the post is its author's: nobody is asked by a question that is only repeated.</summary>
    public static Openness Read(string text)
    {
        var own = OwnWords.Of(text);
        using var plain = PlainReading.Rent(own);
        var model = AskingModel.Fitted;
        var post = new AskingReader(model.Sequences, plain.Text, stackalloc uint[MostTokens], stackalloc ushort[MostSequences]).Read();
        var chance = model.Chance(post);
        var asking = chance > 0.5 ? KindOf(post) : Asking.Nothing;
        var cues = AnswerableReader.Read(own, plain.Text, post, asking != Asking.Nothing);
        return new(asking, chance, SubstanceOf(post), AnswerableModel.Counts(AnswerableModel.Fitted.Chance(cues)));
    }

    private static Asking KindOf(in PostReading post) =>
        post.Has(AskingCues.Question) ? Asking.Question
        : post.Has(AskingCues.Call | AskingCues.Unmarked) ? Asking.Call
        : Asking.Hedge;

    private static double SubstanceOf(in PostReading post)
    {
        var length = Math.Min(1, post.Words / WordsOfAFullThought);
        if (post.Has(AskingCues.Link) && !post.Has(AskingCues.FirstPerson | AskingCues.Reply)) length *= 0.5;
        if (post.Has(AskingCues.Announces)) length *= 0.5;
        if (post.Hashtags >= 4) length *= 0.7;
        return post.Greets ? 0.2 * length : (0.8 * length) + (post.Has(AskingCues.FirstPerson) ? 0.2 * length : 0);
    }
}
