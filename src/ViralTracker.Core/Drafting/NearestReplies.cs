using System.Collections.Immutable;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Core.Drafting;

/// <summary>Of the person's own replies, those nearest to a post. Each reply is embedded once, here; thread-safe.</summary>
public sealed class NearestReplies(PostEmbedder embedder, IEnumerable<OwnReply> replies)
{
    /// <summary>Most replies shown beside a post.</summary>
    public const int Most = 8;

    private readonly ImmutableArray<(string Text, PreparedPost Reply, PreparedPost? Post)> _replies =
        [.. replies.Select(r => (r.Text, embedder.Prepare(r.Text), r.Post is { } post ? embedder.Prepare(post) : null))];

    /// <summary>Nearest first, equals in the order given. A reply is as near as itself or the post it answered, whichever is nearer.</summary>
    public ImmutableArray<string> To(string post)
    {
        if (_replies.IsEmpty) return [];
        var prepared = embedder.Prepare(post);
        return
        [
            .. _replies
                .Select(r => (r.Text, Nearness: Math.Max(DuplicateScore.Of(prepared, r.Reply), r.Post is { } answered ? DuplicateScore.Of(prepared, answered) : 0)))
                .OrderByDescending(r => r.Nearness)
                .Take(Most)
                .Select(r => r.Text),
        ];
    }
}
