namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// The sentences for one kind in one request, dealt in turn: none comes back before all others that fit were used. Those for one sort of
/// phrase come before those for any: they say more.
/// </summary>
/// <param name="templates">Those for narrower sorts first.</param>
/// <param name="start">Where to begin: by the request, so that the answer hangs on the prompt alone.</param>
internal sealed class TemplateDeck(string[] templates, uint start)
{
    private readonly List<string> _cards = [.. templates.GroupBy(DraftTemplates.SortOf).SelectMany(sort => Cut([.. sort], start))];

    /// <summary>The first sentence that can be made; null for none.</summary>
    public string? Draw(Func<string, string?> make)
    {
        foreach (var card in _cards)
        {
            if (make(card) is not { } made) continue;
            _cards.Remove(card);
            _cards.Add(card);
            return made;
        }
        return null;
    }

    private static string[] Cut(string[] cards, uint start)
    {
        var first = (int)(start % cards.Length);
        return [.. cards[first..], .. cards[..first]];
    }
}
