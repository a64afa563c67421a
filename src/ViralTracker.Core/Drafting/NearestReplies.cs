using System.Collections.Immutable;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;

namespace ViralTracker.Core.Drafting;

/// <summary>Of the person's own replies, those nearest to a post. Each reply is embedded once, here; thread-safe.</summary>
public sealed class NearestReplies(PostEmbedder embedder, IEnumerable<OwnReply> replies)
{
    /// <summary>Most replies shown beside a post.</summary>
    public const int Most = 8;

    // The lexical half costs a hundred times the dense one and moves near ones only.
    private const int Candidates = 4 * Most;

    private readonly ImmutableArray<Prepared> _replies = [.. replies.Select(r => new Prepared(embedder.Prepare(r.Text), r.Post is { } post ? embedder.Prepare(post) : null))];

    /// <summary>Nearest first, equals in the order given. A reply is as near as itself or the post it answered, whichever is nearer.</summary>
    public ImmutableArray<string> To(string post)
    {
        if (_replies.IsEmpty) return [];
        var prepared = embedder.Prepare(post);
        var near = prepared.Vectors.Dense.AsSpan().ContainsAnyExcept(0f)
            ? _replies.OrderByDescending(r => r.Nearness(prepared, Dense)).Take(Candidates)
            : _replies;
        return [.. near.OrderByDescending(r => r.Nearness(prepared, DuplicateScore.Of)).Take(Most).Select(r => r.Reply.Text)];
    }

    private static double Dense(PreparedPost a, PreparedPost b) => FloatVectors.Dot(a.Vectors.Dense.AsSpan(), b.Vectors.Dense.AsSpan());

    private sealed record Prepared(PreparedPost Reply, PreparedPost? Answered)
    {
        public double Nearness(PreparedPost post, Func<PreparedPost, PreparedPost, double> of) =>
            Math.Max(of(post, Reply), Answered is null ? 0 : of(post, Answered));
    }
}
