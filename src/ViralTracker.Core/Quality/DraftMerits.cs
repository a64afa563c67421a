using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Quality;

/// <summary>The parts of a draft's standing, each 0..1.</summary>
/// <param name="Voice">Nearer to the voice's good examples, and the person's own replies to such posts, than to its bad ones; 0.5 where there are none.</param>
/// <param name="Specific">Takes up words of the post, adds words of its own, says concrete things.</param>
/// <param name="Fresh">Unlike what we answered other posts, and what others replied to this one.</param>
public readonly record struct DraftMerit(double Voice, double Specific, double Fresh)
{
    public double Total => (0.35 * Voice) + (0.45 * Specific) + (0.20 * Fresh);
}

/// <summary>What a draft is worth among those of its post. Thread-safe.</summary>
public sealed partial class DraftMerits
{
    private const int PostWordsWanted = 3;
    private const int OwnWordsWanted = 7;

    /// <summary>Letters up to which words are compared: one is as good as its plural.</summary>
    internal const int Stem = 5;

    private readonly ImmutableArray<WritingStyle> _good;
    private readonly ImmutableArray<WritingStyle> _bad;

    public DraftMerits(Voice voice)
    {
        _good = [.. voice.GoodExamples.Select(WritingStyle.Of)];
        _bad = [.. voice.BadExamples.Select(WritingStyle.Of)];
    }

    /// <param name="fresh">0..1: how unlike it is to what other posts were answered.</param>
    public DraftMerit Merit(DraftToCheck draft, double fresh) =>
        new(VoiceFit(WritingStyle.Of(draft.Text, draft.Words, draft.Grams), draft.Post), Specificity(draft), Math.Min(fresh, Unsaid(draft)));

    private static double Unsaid(DraftToCheck draft) => 1 - draft.Post.OthersGrams.Select(said => said.Dice(draft.Grams)).DefaultIfEmpty(0).Max();

    private double VoiceFit(WritingStyle draft, AnsweredPost post)
    {
        var good = _good.Concat(post.ReplyStyles).Select(draft.Likeness).DefaultIfEmpty(0.5).Max();
        var bad = _bad.IsEmpty ? 0.5 : _bad.Max(draft.Likeness);
        return Math.Clamp(0.5 + ((good - bad) / 2), 0, 1);
    }

    private static double Specificity(DraftToCheck draft)
    {
        var own = ContentWords.Of(draft.Words, stem: Stem);
        if (own.Count == 0) return 0;
        var shared = own.Count(draft.Post.Stems.Contains);
        var taken = Math.Min(1, (double)shared / PostWordsWanted);
        var added = Math.Min(1, (double)(own.Count - shared) / OwnWordsWanted);
        var concrete = Math.Min(1, own.Average(w => Math.Min(w.Length, 9) / 9.0) + (0.2 * Concrete.Count(draft.Text)));
        return (0.4 * taken) + (0.3 * added) + (0.3 * concrete);
    }

    // Numbers, code, paths and quoted words.
    [GeneratedRegex(@"\d+|`[^`]+`|""[^""]+""|「[^」]+」|\w[._/]\w")]
    private static partial Regex Concrete { get; }
}
