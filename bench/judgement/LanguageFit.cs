using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Writes the means of <see cref="OtherLanguages"/>: of the vectors of different posts by the language that their source marks.</summary>
internal static class LanguageFit
{
    private const int FewestPosts = 12;

    public static void Write(IReadOnlyList<Post> posts, string path)
    {
        var embedder = LocalEmbedder.Open();
        var languages = posts
            .Where(post => LanguageTag.Primary(post.Language) is not (null or "en"))
            .Select(post => (Language: LanguageTag.Primary(post.Language)!, Text: Reposted(post.Text)))
            .DistinctBy(post => post.Text)
            .Select(post => (post.Language, Vector: Embed(OtherLanguages.WithoutCommonWords(post.Text, post.Language))))
            .Where(post => post.Vector is not null)
            .GroupBy(post => post.Language, post => post.Vector!)
            .Where(language => language.Count() >= FewestPosts && LanguageDetector.Tells(language.Key))
            .OrderBy(language => language.Key, StringComparer.Ordinal);
        File.WriteAllLines(path, languages.Select(language => language.Key + "\t" + string.Join('\t', Mean([.. language]).Select(value => Invariant($"{value:0.###}")))));

        // A repost is as good a text as any, but its mark is no word of the language.
        static string Reposted(string text) => OwnWords.BeginsAsRepost(text) ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..] : OwnWords.OrAll(text);

        float[]? Embed(string text)
        {
            var vector = new float[embedder.Dimensions];
            return embedder.TryEmbed(text, vector) ? vector : null;
        }

        float[] Mean(float[][] vectors) => [.. Enumerable.Range(0, embedder.Dimensions).Select(i => vectors.Average(vector => vector[i]))];
    }
}
