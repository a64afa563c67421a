using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Finding;

namespace ViralTracker.Cli.Screens;

/// <summary>Finding as JSON: the same facts as the screen.</summary>
internal static class FindJson
{
    public static JsonObject Of(FindResult found) => new()
    {
        ["in_window"] = found.Counts.InWindow,
        ["older"] = found.Counts.Older,
        ["in_future"] = found.Counts.Later,
        ["pass_filters"] = found.Counts.PassFilters,
        ["handled_before"] = found.Counts.PassFilters - found.Counts.Candidates,
        ["skipped"] = new JsonObject(found.Skips.Select(s => KeyValuePair.Create(Words.Snake(s.Reason), (JsonNode?)s.Posts))),
        ["beyond_limit"] = found.BeyondLimit,
        ["scored"] = found.Labels.All,
        ["green"] = found.Labels.Green,
        ["yellow"] = found.Labels.Yellow,
        ["red"] = found.Labels.Red,
    };

    public static JsonObject Post(StoredPost stored, PostScore score) => new()
    {
        ["tweet_id"] = stored.Post.Key.NativeId,
        ["source"] = stored.Post.Key.Source,
        ["url"] = stored.Post.Url,
        ["author"] = stored.Post.Author.Handle,
        ["followers"] = stored.Post.Author.Followers,
        ["posted_at"] = Times.Utc(stored.Post.PostedAt),
        ["tweet_text"] = stored.Post.Text,
        ["score_total"] = score.Total,
        ["label"] = Words.Snake(score.Label),
        ["velocity"] = score.Velocity,
        ["relevance"] = score.Relevance,
        ["openness"] = score.Openness,
        ["author_quality"] = score.AuthorQuality,
        ["topic"] = score.Topic,
        ["why"] = score.Why,
    };
}
