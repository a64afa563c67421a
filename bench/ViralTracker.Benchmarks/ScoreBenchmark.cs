using ViralTracker.Adapters.Embeddings;
using ViralTracker.Adapters.Sources;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Importing;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>Real posts judged in a second of processor time: the whole of find but its store, then matching and scoring alone with vectors at hand.</summary>
internal static class ScoreBenchmark
{
    private const int Posts = 20_000;
    private const int Topics = 5;
    private static readonly DateTimeOffset AsOf = new(2025, 9, 18, 5, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(TextWriter output)
    {
        var posts = await ReadAsync();
        var embedder = LocalEmbedder.Open();
        output.WriteLine($"{posts.Length:N0} posts, {Topics} topics; the reference: 2,800 posts a second, vectors at hand");
        output.WriteLine("| measured | posts/s |");
        output.WriteLine("|---|---|");
        foreach (var name in new[] { PostScorer.Classic, PostScorer.Calibrated })
        {
            var project = new ProjectConfig { Slug = "bench", Path = "finder.yml", Scoring = name, Taxonomy = [.. Enumerable.Range(0, Topics).Select(Topic)] };
            var (gate, scorer) = (new Gate(project), PostScorer.For(project));
            var topics = new TopicMatcher(embedder, LocalEmbedder.OpenBackground(embedder), project.Taxonomy, project.Languages);
            var prepared = posts.Select(post => embedder.Prepare(post.Text)).ToArray();
            output.WriteLine($"| {name}: match {Topics} topics and score | {Rate(i => scorer.Score(posts[i], Relevance(topics, posts[i], prepared[i]), AsOf)):N0} |");
            output.WriteLine($"| {name}: gate, embed, match, score | {Rate(i =>
            {
                if (gate.Check(posts[i]) is null) scorer.Score(posts[i], Relevance(topics, posts[i], embedder.Prepare(posts[i].Text)), AsOf);
            }):N0} |");
        }
        return 0;
    }

    private static Topic Topic(int number) => new()
    {
        Label = $"topic {number}",
        Description = new[] { "AI coding assistants", "pricing of small products", "politics and elections", "football on television", "music and concerts" }[number],
        Exemplars = ["Which one would you pick, and why?", "We tried it for a month and went back.", "Nobody talks about what it costs."],
    };

    private static TopicRelevance Relevance(TopicMatcher topics, Post post, PreparedPost prepared)
    {
        var matches = topics.Match(prepared.Text, prepared.Vectors, post.Language);
        return matches.Nearest is { } nearest ? new TopicRelevance(nearest.Topic, matches.Relevance, nearest.Match, matches.Margin) : TopicRelevance.Unknown;
    }

    private static async Task<Post[]> ReadAsync()
    {
        var path = Repository.Shared("data/load_real.csv") ?? throw new FileNotFoundException("This benchmark needs ../shared/data/load_real.csv.");
        await using var file = File.OpenRead(path);
        var posts = new List<Post>();
        await foreach (var item in new PostFileReader().Read(file, path, ImportFormat.Auto, CancellationToken.None))
            if (item is ImportItem.Found found) posts.Add(found.Post);
        // Without its reposts the file holds fewer; the first are taken again.
        return [.. Enumerable.Range(0, Posts).Select(i => posts[i % posts.Count])];
    }

    /// <summary>The best of five passes in processor time, so that a busy machine counts less.</summary>
    private static double Rate(Action<int> work)
    {
        var best = 0.0;
        for (var pass = 0; pass < 5; pass++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Posts; i++) work(i);
            best = Math.Max(best, Posts / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }
        return best;
    }
}
