using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The parts of a draft's standing, each 0..1.</summary>
/// <param name="Voice">Nearer to the voice's good examples, and the person's own replies to such posts, than to its bad ones; 0.5 where there are none.</param>
/// <param name="Specific">Takes up words of the post, adds words of its own, says concrete things.</param>
/// <param name="Fresh">Unlike what other posts were answered.</param>
public readonly record struct DraftMerit(double Voice, double Specific, double Fresh)
{
    public double Total => (0.35 * Voice) + (0.45 * Specific) + (0.20 * Fresh);
}

/// <summary>What a draft is worth among those of its post. Thread-safe.</summary>
public sealed partial class DraftMerits
{
    private const int PostWordsWanted = 3;
    private const int OwnWordsWanted = 7;

    private readonly ImmutableArray<Style> _good;
    private readonly ImmutableArray<Style> _bad;
    private readonly ConditionalWeakTable<AnsweredPost, OwnStyles> _own = [];

    public DraftMerits(Voice voice)
    {
        _good = [.. voice.GoodExamples.Select(Style.Of)];
        _bad = [.. voice.BadExamples.Select(Style.Of)];
    }

    /// <param name="fresh">0..1: how unlike it is to what other posts were answered.</param>
    public DraftMerit Merit(DraftToCheck draft, double fresh) =>
        new(VoiceFit(Style.Of(draft.Text, draft.Words, draft.Grams), draft.Post), Specificity(draft), fresh);

    private double VoiceFit(Style draft, AnsweredPost post)
    {
        var own = _own.GetValue(post, static p => new(p.Replies));
        var good = _good.Concat(own.Styles).Select(draft.Likeness).DefaultIfEmpty(0.5).Max();
        var bad = _bad.IsEmpty ? 0.5 : _bad.Max(draft.Likeness);
        return Math.Clamp(0.5 + ((good - bad) / 2), 0, 1);
    }

    private static double Specificity(DraftToCheck draft)
    {
        var own = Content(draft.Words);
        if (own.Count == 0) return 0;
        var posts = Content(draft.Post.Words);
        var shared = own.Count(posts.Contains);
        var taken = Math.Min(1, (double)shared / PostWordsWanted);
        var added = Math.Min(1, (double)(own.Count - shared) / OwnWordsWanted);
        var concrete = Math.Min(1, own.Average(w => Math.Min(w.Length, 9) / 9.0) + (0.2 * Concrete.Count(draft.Text)));
        return (0.4 * taken) + (0.3 * added) + (0.3 * concrete);
    }

    private static HashSet<string> Content(Word[] words)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, unspaced) in words)
        {
            if (!unspaced && word.Length > 1 && !FunctionWords.Contains(word)) content.Add(word.Length > 5 ? word[..5] : word);
            if (unspaced)
                for (var i = 0; i + 2 <= word.Length; i++) content.Add(word.Substring(i, 2));
        }

        return content;
    }

    // Numbers, code, paths and quoted words.
    [GeneratedRegex(@"\d+|`[^`]+`|""[^""]+""|「[^」]+」|\w[._/]\w")]
    private static partial Regex Concrete { get; }

    /// <summary>The styles of the person's own replies near one post.</summary>
    private sealed class OwnStyles(ImmutableArray<string> replies)
    {
        public ImmutableArray<Style> Styles { get; } = [.. replies.Select(Style.Of)];
    }

    /// <summary>How a text is built, apart from its subject.</summary>
    private sealed record Style(ImmutableArray<double> Features, CharGrams Grams)
    {
        public static Style Of(string text)
        {
            Word[] words = [.. Words.Split(AnsweredPost.Fold(text))];
            return Of(text, words, CharGrams.Of(words));
        }

        /// <param name="words">Of the folded text.</param>
        public static Style Of(string text, Word[] words, CharGrams grams)
        {
            var count = Math.Max(1, words.Length);
            var sentences = Math.Max(1, Ends.Count(text));
            return new(
                [
                    Math.Min(1, text.Length / 200.0),
                    Math.Min(1, count / (20.0 * sentences)),
                    words.Length == 0 ? 0 : Math.Min(1, words.Average(w => w.Text.Length) / 8),
                    Math.Min(1, 3.0 * words.Count(w => w.Text is "i" or "we" or "my" or "our" or "me" or "us" or "ich" or "wir" or "yo" or "je" or "eu") / count),
                    Math.Min(1, 3.0 * text.Count(c => c is '\'' or '’') / count),
                    text.Contains('?', StringComparison.Ordinal) || text.Contains('？', StringComparison.Ordinal) ? 1 : 0,
                    Math.Min(1, text.Count(c => c is '!' or '！') / 2.0),
                    Math.Min(1, Emoji.In(text).Count / 2.0),
                    Math.Min(1, 4.0 * text.Count(c => c is ',' or ';' or ':' or '、') / count),
                ],
                grams);
        }

        /// <summary>0..1: mostly the build, a little the words.</summary>
        public double Likeness(Style other)
        {
            var distance = 0.0;
            for (var i = 0; i < Features.Length; i++) distance += Math.Abs(Features[i] - other.Features[i]);
            return (0.6 * Math.Max(0, 1 - (distance / 3))) + (0.4 * Math.Min(1, 2 * Grams.Dice(other.Grams)));
        }
    }

    [GeneratedRegex(@"[.!?。！？]+(?:\s|$)?")]
    private static partial Regex Ends { get; }
}
