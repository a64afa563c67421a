using System.Collections.Immutable;

namespace ViralTracker.Core.Similarity;

/// <summary>What a text is embedded as.</summary>
/// <param name="Dense">Unit vector, or zeros where nothing is known.</param>
public sealed record PostVectors(ImmutableArray<float> Dense, LexicalVector Lexical);

/// <summary>A text with everything the duplicate score compares, each part read when first asked for. Safe to share between threads.</summary>
public sealed class PreparedPost(PostEmbedder embedder, string text)
{
    public string Text => text;

    public PostVectors Vectors => field ??= embedder.Read(text);

    public NumberSet Numbers => field ??= NumberSet.Of(text);

    internal PostWords Words => field ??= PostWords.Of(text);
}
