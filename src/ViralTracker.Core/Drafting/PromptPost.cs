using System.Collections.Immutable;

namespace ViralTracker.Core.Drafting;

/// <summary>A post as the prompt shows it.</summary>
/// <param name="Alias">Short id inside the request (<c>p1</c>): pinned by the answer schema.</param>
/// <param name="Wanted">Kinds asked again with what was wrong; empty: every kind of the project.</param>
public sealed record PromptPost(
    string Alias,
    string Text,
    string? Author,
    string? Language,
    string Topic,
    ImmutableSortedDictionary<string, string> Wanted)
{
    /// <summary>Longest post text sent, in UTF-16 units; a longer one is cut with an ellipsis.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>Replies of the person's own to posts like this one, nearest first.</summary>
    public ImmutableArray<string> Replies { get; init; } = [];
}
