namespace ViralTracker.Adapters.Models.Offline;

/// <summary>What a phrase is of: it tells which sentences read well with it.</summary>
internal enum PhraseSort
{
    Thing,
    People,

    /// <summary>A thing that somebody made and could make differently.</summary>
    Made,

    /// <summary>Of whoever or whatever.</summary>
    Name,
}

/// <summary>A phrase of a post as it can stand in a sentence to the author: <c>the empty dashboard</c>, <c>your prices</c>, <c>ChatGPT</c>.</summary>
/// <param name="IsPlural">Several that can be told apart: the first users are nobody yet.</param>
/// <param name="Score">How much the post turns on it, beside others of the same post.</param>
internal sealed record SalientPhrase(string Wording, PhraseSort Sort, bool IsPlural, double Score)
{
    /// <summary>What may stand in a <see cref="DraftTemplates">slot</see>; null where the phrase is of another sort.</summary>
    public string? In(string slot) => slot switch
    {
        "{np}" => Wording,
        "{thing}" when Sort is PhraseSort.Thing or PhraseSort.Made => Wording,
        "{made}" when Sort == PhraseSort.Made => Wording,
        "{who}" when Sort == PhraseSort.People => Wording,
        "{which}" when Sort == PhraseSort.People && IsPlural => IsDefinite ? Wording : "the " + Wording,
        _ => null,
    };

    private bool IsDefinite => Wording.StartsWith("the ", StringComparison.Ordinal) || Wording.StartsWith("your ", StringComparison.Ordinal);

    public override string ToString() => Wording;
}
