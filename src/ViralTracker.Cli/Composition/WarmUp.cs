using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Cli.Composition;

/// <summary>
/// Takes one made-up post through gate, embedder and scorer on another thread while this one reads files and opens the database:
/// what the first real post would wait for (tables, patterns, code compiled at start-up) is then there.
/// </summary>
internal static class WarmUp
{
    public static void Begin() => _ = Task.Run(() =>
    {
        var project = new ProjectConfig { Slug = "warm-up", Path = "" };
        var post = new Post
        {
            Key = new PostKey("x", "1"),
            Author = new Author { Handle = "nobody", Followers = 1_000 },
            Text = "Which one would you pick, and why? I can't tell https://example.org #tools",
            PostedAt = DateTimeOffset.UnixEpoch,
            Metrics = new() { Likes = 3 },
        };
        new Gate(project).Check(post);
        PostSignature.Encode(LocalEmbedder.Open().Prepare(post.Text));
        PostScorer.For(project).Score(post, TopicRelevance.Unknown, DateTimeOffset.UnixEpoch.AddHours(1));
    });
}
