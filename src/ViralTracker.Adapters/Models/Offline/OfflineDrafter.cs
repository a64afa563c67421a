using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>Drafts for one post, of phrases of its text and sentences from the decks of its request.</summary>
internal sealed class OfflineDrafter
{
    /// <summary>At most this share of a draft's words, grammar aside, may also stand in the post; the quality filter counts in its own way and rejects above one half.</summary>
    private const double MaxShareFromPost = 0.6;

    private const int MaxPhrases = 4;

    private readonly string _text;
    private readonly HashSet<string> _postWords;
    private readonly List<string> _phrases;

    public OfflineDrafter(ProjectConfig project, string text, string? topicLabel)
    {
        _text = text;
        var topic = project.Taxonomy.FirstOrDefault(t => string.Equals(t.Label, topicLabel, StringComparison.OrdinalIgnoreCase));
        var vocabulary = topic is null ? [] : EnglishWords.Stems(string.Join(' ', [topic.Label, topic.Description, .. topic.Exemplars]));
        _postWords = EnglishWords.Words(text);
        _phrases = EnglishWords.LooksEnglish(text) ? [.. SalientPhrases.Of(text, vocabulary).Take(MaxPhrases)] : [];
    }

    /// <summary>Null where nothing can be said: another language, no phrase to speak of, or no room in the limits.</summary>
    /// <param name="again">About another phrase than at the first time, where there is one.</param>
    public string? Draft(SuggestionKind kind, TemplateDeck deck, bool again = false)
    {
        // Another phrase for another kind, so that the drafts of one post do not all turn on the same words.
        var start = StableHash.Of(_text, kind.Name) + (again ? 1u : 0u);
        for (var i = 0u; i < _phrases.Count; i++)
        {
            var phrase = _phrases[(int)((start + i) % (uint)_phrases.Count)];
            var other = _phrases.Find(p => !EnglishWords.Stems(p).Overlaps(EnglishWords.Stems(phrase)));
            if (deck.Draw(template => Fill(template, phrase, other) is { } draft && Fits(draft, kind) ? draft : null) is { } found) return found;
        }
        return null;
    }

    private static string? Fill(string template, string phrase, string? other)
    {
        if (other is null && template.Contains("{other}", StringComparison.Ordinal)) return null;
        var draft = template.Replace("{np}", phrase, StringComparison.Ordinal).Replace("{other}", other, StringComparison.Ordinal);
        return char.ToUpperInvariant(draft[0]) + draft[1..];
    }

    private bool Fits(string draft, SuggestionKind kind)
    {
        if (draft.Length < kind.MinLength || draft.Length > kind.MaxLength) return false;
        var words = EnglishWords.Words(draft).Where(word => !EnglishWords.IsGrammar(word)).ToList();
        return words.Count(_postWords.Contains) <= MaxShareFromPost * words.Count;
    }
}
