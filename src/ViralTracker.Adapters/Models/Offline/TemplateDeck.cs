namespace ViralTracker.Adapters.Models.Offline;

/// <summary>The sentences for one kind in one request, dealt in turn: none comes back before all others that fit were used.</summary>
/// <param name="start">Where to begin: by the request, so that the answer hangs on the prompt alone.</param>
internal sealed class TemplateDeck(string[] templates, uint start)
{
    private readonly List<string> _cards = [.. templates[(int)(start % templates.Length)..], .. templates[..(int)(start % templates.Length)]];

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
}
