using System.Collections.Immutable;
using System.Text.Json;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Topics in other languages than English: ten posts written for each, against the real posts in its language, which are about other things.</summary>
internal static class TopicsAbroad
{
    private const double Relevant = 0.7;

    private sealed record Described(string Language, string Label, string Description, ImmutableArray<string> Exemplars, ImmutableArray<string> Posts);

    public static IEnumerable<Line> Told(IReadOnlyList<Post> real)
    {
        var embedder = LocalEmbedder.Open();
        var background = LocalEmbedder.OpenBackground(embedder);
        var areas = new List<double>();
        var (on, off) = (new List<double>(), new List<double>());
        foreach (var line in File.ReadLines(Labels.PathOf("topics.abroad.jsonl")))
        {
            var topic = JsonSerializer.Deserialize<Described>(line, JsonSerializerOptions.Web)!;
            var matcher = new TopicMatcher(embedder, background, [new Topic { Label = topic.Label, Description = topic.Description, Exemplars = topic.Exemplars }], [topic.Language]);
            var others = real.Where(post => LanguageTag.Primary(post.Language) == topic.Language).Select(post => post.Text).Distinct();
            var (own, other) = (topic.Posts.Select(Relevance).ToList(), others.Select(Relevance).ToList());
            areas.Add(own.Average(one => other.Average(two => one > two ? 1 : one < two ? 0 : 0.5)));
            on.AddRange(own);
            off.AddRange(other);

            double Relevance(string text) => matcher.Match(text, embedder.Read(text), topic.Language).Relevance;
        }

        yield return new(
            Invariant($"{areas.Count} topics in Spanish, German, French and Japanese, {on.Count} posts on them against {off.Count:N0} others: ROC area, relevance at least {Relevant}"),
            Invariant($"{areas.Average():F2}, {on.Count(r => r >= Relevant) * 100.0 / on.Count:F0} % and {off.Count(r => r >= Relevant) * 100.0 / off.Count:F0} %"));
    }
}
