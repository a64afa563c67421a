using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Export;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Tests.Export;

internal static class Sheets
{
    public static readonly DateTimeOffset Noon = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public static Opportunity Opportunity(string id, double score = 0.8, long? views = 100, string text = "What would you try?", params string[] drafts) => new(
        new StoredPost(1, new Post
        {
            Key = new PostKey("x", id),
            Author = new Author { Handle = "some_one", Followers = 1234 },
            Text = text,
            PostedAt = Noon.AddMinutes(-90),
            Metrics = new PostMetrics { Views = views },
            Url = $"https://x.com/some_one/status/{id}",
        }, Noon),
        new PostScore
        {
            Velocity = 0.5,
            Relevance = 0.5,
            Openness = 0.5,
            AuthorQuality = 0.6,
            Total = score,
            Label = ScoreLabel.Green,
            Topic = "pricing",
            TopicMatch = 0.7,
            Why = "question",
        },
        [.. (drafts.Length > 0 ? drafts : ["First, try less."]).Select((draft, i) => new OfferedDraft(i + 1, $"kind_{i + 1}", draft, i + 1, DraftStatus.Pending, new NanoUsd(1500), Noon))]);

    public static ExportSheet Of(ExportOrder order, params Opportunity[] opportunities) => ExportSheet.Of("acme", opportunities, order, 200, 3, Noon);
}
