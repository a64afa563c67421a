using System.Text;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;

namespace ViralTracker.Judgement;

/// <summary>The project of the labels and its scorers. Posts are years old: each is scored six hours after it was written.</summary>
internal sealed class Judge
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(6);

    private readonly PostEmbedder _embedder = LocalEmbedder.Open();
    private readonly TopicMatcher _matcher;
    private readonly TopicVector<float>[] _topics;
    private readonly CalibratedScorer _calibrated;
    private readonly ClassicScorer _classic;

    public Judge()
    {
        var yaml = File.ReadAllText(Labels.PathOf("topics.yml")).Replace("topics:", "taxonomy:", StringComparison.Ordinal) + "voice:\n  persona: nobody\n";
        var project = FinderFile.Parse("judgement", "topics.yml", "topics.yml", Encoding.UTF8.GetBytes(yaml));
        Project = project.Value ?? throw new InvalidDataException(ConfigProblemText.Render(project.Problems));
        _matcher = new(_embedder, LocalEmbedder.OpenBackground(_embedder), Project.Taxonomy, Project.Languages);
        _topics = [.. Project.Taxonomy.Select(t => new TopicVector<float>(t.Label, Embed(string.Join('\n', [t.Description, .. t.Exemplars]))))];
        _calibrated = new CalibratedScorer(Project);
        _classic = new ClassicScorer(Project with { Scoring = PostScorer.Classic });
    }

    public ProjectConfig Project { get; }

    public PostScore Calibrated(Post post) => _calibrated.Score(post, Relevance(post), post.PostedAt + Age);

    /// <summary><c>scoring: classic</c> with the local embedder: the reference's formulas on our relevance.</summary>
    public PostScore Classic(Post post) => _classic.Score(post, Relevance(post), post.PostedAt + Age);

    /// <summary>The reference's formulas, its relevance too, from our vectors of the whole text.</summary>
    public PostScore Reference(Post post) =>
        _classic.Score(post, Core.Scoring.Classic.Relevance<float>(Embed(post.Text), _topics), post.PostedAt + Age);

    private TopicRelevance Relevance(Post post)
    {
        var own = OwnWords.OrAll(post.Text);
        var matches = _matcher.Match(own, _embedder.Read(own), post.Language);
        return matches.Nearest is { } nearest ? new(nearest.Topic, matches.Relevance, nearest.Match, matches.Margin) : TopicRelevance.Unknown;
    }

    private float[] Embed(string text)
    {
        var vector = new float[_embedder.Dimensions];
        _embedder.TryEmbed(text, vector);
        return vector;
    }
}
