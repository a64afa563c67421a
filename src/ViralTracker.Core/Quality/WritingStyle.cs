using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>How a text is built, apart from its subject.</summary>
internal sealed partial record WritingStyle(ImmutableArray<double> Features, CharGrams Grams)
{
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;:、");

    public static WritingStyle Of(string text)
    {
        Word[] words = [.. Words.Split(TextFolding.FoldProse(text))];
        return Of(text, words, CharGrams.Of(words));
    }

    /// <param name="words">Of the folded text.</param>
    public static WritingStyle Of(string text, Word[] words, CharGrams grams)
    {
        var count = Math.Max(1, words.Length);
        var sentences = Math.Max(1, Ends.Count(text));
        return new(
            [
                Math.Min(1, text.Length / 200.0),
                Math.Min(1, count / (20.0 * sentences)),
                words.Length == 0 ? 0 : Math.Min(1, words.Average(w => w.Text.Length) / 8),
                Math.Min(1, 3.0 * words.Count(w => w.Text is "i" or "we" or "my" or "our" or "me" or "us" or "ich" or "wir" or "yo" or "je" or "eu") / count),
                Math.Min(1, 3.0 * text.AsSpan().CountAny('\'', '’') / count),
                text.AsSpan().ContainsAny('?', '？') ? 1 : 0,
                Math.Min(1, text.AsSpan().CountAny('!', '！') / 2.0),
                Math.Min(1, Emoji.In(text).Count / 2.0),
                Math.Min(1, 4.0 * text.AsSpan().CountAny(Pauses) / count),
            ],
            grams);
    }

    /// <summary>0..1: mostly the build, a little the words.</summary>
    public double Likeness(WritingStyle other)
    {
        var distance = 0.0;
        for (var i = 0; i < Features.Length; i++) distance += Math.Abs(Features[i] - other.Features[i]);
        return (0.6 * Math.Max(0, 1 - (distance / 3))) + (0.4 * Math.Min(1, 2 * Grams.Dice(other.Grams)));
    }

    [GeneratedRegex(@"[.!?。！？]+(?:\s|$)?")]
    private static partial Regex Ends { get; }
}
