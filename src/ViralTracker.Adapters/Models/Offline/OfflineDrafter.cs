using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>Drafts for one post, of phrases of its text and sentences from the decks of its request.</summary>
internal sealed class OfflineDrafter
{
    /// <summary>A phrase that the post turns on by this much less than on the best serves only where the better ones leave no room.</summary>
    private const double Weaker = 1;

    private readonly ProjectConfig _project;
    private readonly AnsweredPost _post;
    private readonly List<SalientPhrase> _strong = [], _weak = [];

    public OfflineDrafter(ProjectConfig project, string text, string? topicLabel)
    {
        _project = project;
        _post = new(text);
        var topic = project.Taxonomy.FirstOrDefault(t => string.Equals(t.Label, topicLabel, StringComparison.OrdinalIgnoreCase));
        var vocabulary = topic is null ? [] : EnglishWords.Stems(string.Join(' ', [topic.Label, topic.Description, .. topic.Exemplars]));
        // What a text orders is nothing to talk about.
        var talk = InstructionLike.WithoutOrders(text);
        if (!EnglishWords.LooksEnglish(talk)) return;
        foreach (var phrase in SalientPhrases.Of(talk, vocabulary))
            (_strong.Count == 0 || phrase.Score > _strong[0].Score - Weaker ? _strong : _weak).Add(phrase);
    }

    /// <summary>Null where nothing can be said: another language, no phrase to speak of, or no room in the limits.</summary>
    /// <param name="again">About another phrase than at the first time, where there is one.</param>
    public string? Draft(SuggestionKind kind, TemplateDeck deck, bool again = false)
    {
        // The first kind has the best phrase, the next the second best: the drafts of one post need not all turn on the same words.
        var start = _strong.Count == 0 ? 0 : (_project.Suggestions.IndexOf(kind) + (again ? 1 : 0)) % _strong.Count;
        foreach (var phrase in (IEnumerable<SalientPhrase>)[.. _strong[start..], .. _strong[..start], .. _weak])
            if (deck.Draw(template => DraftTemplates.Fill(template, phrase) is { } draft && Fits(draft, kind) ? draft : null) is { } found) return found;
        return null;
    }

    private bool Fits(string draft, SuggestionKind kind) =>
        draft.Length >= kind.MinLength && draft.Length <= kind.MaxLength && CopiedWords.Check(new(draft, _post, kind)) is null;
}
