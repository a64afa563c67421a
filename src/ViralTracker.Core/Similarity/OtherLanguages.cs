using System.Globalization;
using ViralTracker.Core.Language;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Similarity;

/// <summary>
/// What the embedder, which knows English words, tells of texts in other languages. There a vector shows the language before all else, so the language's common words are left
/// out, and what counts is in which direction the rest lies from the mean of posts in that language (<c>bench/judgement -- fit-languages</c> writes <c>language-means.tsv</c>).
/// </summary>
internal static class OtherLanguages
{
    /// <summary>Below this cosine to every mean lie nine in ten English posts, and one in thirty others, whose words are mostly English or names.</summary>
    private const float LeastCosine = 0.3f;

    private static readonly Lazy<Dictionary<string, float[]>> Means = new(Read);
    private static readonly Lazy<float[][]> Directions = new(() => [.. Means.Value.Values.Select(mean => FloatVectors.From(new float[mean.Length], mean))]);

    /// <summary>Whether a text with this unit vector may be in another language than English.</summary>
    public static bool MayBe(ReadOnlySpan<float> vector)
    {
        foreach (var direction in Directions.Value)
            if (FloatVectors.Dot(vector, direction) >= LeastCosine) return true;
        return false;
    }

    /// <summary>In length 1; zeros where nothing in the text is known. A language of which no mean is kept takes the nearest.</summary>
    /// <param name="language">Primary subtag.</param>
    public static float[] Direction(PostEmbedder embedder, string text, string language)
    {
        var vector = new float[embedder.Dimensions];
        return embedder.TryEmbed(WithoutCommonWords(text, language), vector)
            ? FloatVectors.From(Means.Value.GetValueOrDefault(language) ?? Means.Value.Values.MaxBy(mean => FloatVectors.Dot(mean, vector)), vector)
            : vector;
    }

    internal static string WithoutCommonWords(string text, string language) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(token => !CommonWords.Has(language, Word(token))));

    private static string Word(string token)
    {
        var word = token.AsSpan();
        while (!word.IsEmpty && !char.IsLetter(word[0])) word = word[1..];
        while (!word.IsEmpty && !char.IsLetter(word[^1])) word = word[..^1];
        return word.ToString().ToLowerInvariant();
    }

    private static Dictionary<string, float[]> Read()
    {
        var means = new Dictionary<string, float[]>(StringComparer.Ordinal);
        using var lines = new StringReader(EmbeddedText.Read("Similarity.language-means.tsv"));
        while (lines.ReadLine()?.Split('\t') is { } cells)
            means.Add(cells[0], Array.ConvertAll(cells[1..], cell => float.Parse(cell, CultureInfo.InvariantCulture)));
        return means;
    }
}
