using System.Text.RegularExpressions;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Drafting;

namespace ViralTracker.Pipeline.Finding;

/// <summary>
/// Relevance by a provider's embeddings: the best cosine to a topic, or with classic scoring the reference's formula; kept within
/// 0..1. Each text is paid once per model, by however many runs: vectors come from the store first, and every request is a call in the
/// ledger, under quota and budget.
/// </summary>
public sealed partial class ModelRelevance(ProjectConfig project, EmbeddingSetup setup) : IRelevance
{
    /// <summary>The reference embedded a topic as its description and first three exemplars.</summary>
    private const int ExemplarsOfTopic = 3;

    private readonly EmbeddingCalls _calls = new(setup);

    public string Model => setup.Model.Key.Model;

    public async Task<IReadOnlyList<TopicRelevance>> OfAsync(IReadOnlyList<EmbeddedPost> posts, CancellationToken ct)
    {
        var topicTexts = project.Taxonomy.Select(TextOf).ToArray();
        var postTexts = posts.Select(post => WithoutAddresses(post.Own)).ToArray();
        var texts = topicTexts.Concat(postTexts).Where(text => text.Length > 0).DistinctBy(TextKey.Of).ToDictionary(TextKey.Of);
        var known = new Dictionary<TextKey, float[]>(await setup.Store.GetAsync(Model, texts.Keys, ct));
        try
        {
            foreach (var batch in texts.Where(text => !known.ContainsKey(text.Key)).Chunk(setup.Model.TextsPerRequest))
                await _calls.EmbedAsync(batch, known, ct);
        }
        catch (EmbeddingStoppedException stopped)
        {
            throw stopped.With(posts.Count, postTexts.Count(text => text.Length > 0 && !known.ContainsKey(TextKey.Of(text))));
        }
        var topics = project.Taxonomy.Zip(topicTexts, (topic, text) => new TopicVector<float>(topic.Label, known[TextKey.Of(text)])).ToArray();
        // What is empty has no vector: zeros, which are as far from one topic as from another.
        var none = new float[topics.Length == 0 ? 0 : topics[0].Vector.Length];
        return [.. postTexts.Select(text => Of(known.GetValueOrDefault(TextKey.Of(text), none), topics))];
    }

    private TopicRelevance Of(float[] vector, TopicVector<float>[] topics)
    {
        var relevance = Classic.Relevance<float>(vector, topics);
        // The lead over the second best would count a further topic of the same kind against the post.
        return relevance with { Relevance = Math.Clamp(project.Scoring == PostScorer.Classic ? relevance.Relevance : relevance.Match, 0, 1) };
    }

    /// <summary>Links and handles say nothing about the subject.</summary>
    private static string WithoutAddresses(string text) => Addresses().Replace(text, " ").Trim();

    [GeneratedRegex(@"https?://\S+|(?<!\w)@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    private static string TextOf(Topic topic) => string.Join('\n', topic.Exemplars.Take(ExemplarsOfTopic).Prepend(topic.Description).Prepend(topic.Label));
}

/// <summary>A budget or the daily quota ended before every text was embedded; those embedded are kept.</summary>
public sealed class EmbeddingStoppedException(StopReason reason) : Exception($"stopped by {reason} while embedding")
{
    public StopReason Reason { get; } = reason;

    /// <summary>How many the run has.</summary>
    public int Posts { get; private init; }

    /// <summary>How many of them have no vector yet; 0 where only topics are left.</summary>
    public int Left { get; private init; }

    public EmbeddingStoppedException With(int posts, int left) => new(Reason) { Posts = posts, Left = left };
}
