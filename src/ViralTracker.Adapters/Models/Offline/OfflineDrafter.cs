using ViralTracker.Core.Projects;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>Drafts for one post. The choice of words hangs on the post's text alone, so that a run can be repeated.</summary>
internal sealed class OfflineDrafter
{
    /// <summary>At most this share of a draft's words may also stand in the post; the quality filter rejects from one half.</summary>
    private const double MaxShareFromPost = 0.45;

    private readonly string _text;
    private readonly HashSet<string> _postWords;
    private readonly List<string> _phrases;
    private readonly string? _related;
    private readonly string? _topic;

    public OfflineDrafter(ProjectConfig project, string text, string? topicLabel)
    {
        _text = text;
        var topic = project.Taxonomy.FirstOrDefault(t => string.Equals(t.Label, topicLabel, StringComparison.OrdinalIgnoreCase));
        var vocabulary = topic is null ? [] : EnglishWords.Stems(string.Join(' ', [topic.Label, topic.Description, .. topic.Exemplars]));
        _postWords = EnglishWords.Words(text);
        _topic = topic?.Label.ToLowerInvariant();
        _phrases = EnglishWords.LooksEnglish(text) ? PhrasesOf(text, vocabulary) : [];
        _related = topic is null ? null : RelatedPhrase(topic);
    }

    /// <summary>Null where nothing can be said: another language, no phrase to speak of, or no room in the limits.</summary>
    /// <param name="again">Another draft than at the first time, where there is one.</param>
    public string? Draft(SuggestionKind kind, bool again = false)
    {
        if (_phrases.Count == 0) return null;
        var templates = DraftTemplates.For(kind.Name);
        var start = Draw(again ? kind.Name + " again" : kind.Name);
        // Another phrase for another kind, so that the drafts of one post do not all turn on the same words.
        var phrases = Enumerable.Range(0, _phrases.Count).Select(i => _phrases[(int)((start + (uint)i) % (uint)_phrases.Count)]);
        foreach (var phrase in phrases)
        {
            var other = _phrases.Find(p => !EnglishWords.Words(p).Except(["the"]).Any(EnglishWords.Words(phrase).Contains)) ?? _related;
            for (var i = 0u; i < templates.Length; i++)
            {
                if (Fill(templates[(start / 7 + i) % (uint)templates.Length], phrase, other) is { } draft && Fits(draft, kind)) return draft;
            }
        }
        return null;
    }

    private string? Fill(string template, string phrase, string? other)
    {
        if ((other is null && template.Contains("{other}", StringComparison.Ordinal)) || (_topic is null && template.Contains("{topic}", StringComparison.Ordinal))) return null;
        var draft = template
            .Replace("{np}", phrase, StringComparison.Ordinal)
            .Replace("{other}", other, StringComparison.Ordinal)
            .Replace("{topic}", _topic, StringComparison.Ordinal);
        return char.ToUpperInvariant(draft[0]) + draft[1..];
    }

    private bool Fits(string draft, SuggestionKind kind)
    {
        if (draft.Length < kind.MinLength || draft.Length > kind.MaxLength) return false;
        var words = EnglishWords.Words(draft);
        return words.Count(_postWords.Contains) <= MaxShareFromPost * words.Count;
    }

    /// <summary>A name alone only where the post offers nothing more specific: too many posts share it.</summary>
    private static List<string> PhrasesOf(string text, IReadOnlySet<string> vocabulary)
    {
        var found = SalientPhrases.Of(text, vocabulary).Take(4).ToList();
        var specific = found.FindAll(p => p.Contains(' ', StringComparison.Ordinal));
        return specific.Count > 0 ? specific : found;
    }

    /// <summary>A phrase of the topic's exemplar that is nearest to the post by shared words, about something the post does not name.</summary>
    private string? RelatedPhrase(Topic topic)
    {
        var stems = EnglishWords.Stems(_text);
        var start = (int)(Draw("exemplar") % (uint)Math.Max(1, topic.Exemplars.Length));
        return topic.Exemplars[start..].Concat(topic.Exemplars[..start])
            .OrderByDescending(e => EnglishWords.Stems(e).Count(stems.Contains))
            .SelectMany(e => SalientPhrases.Of(e, stems).Where(p => !EnglishWords.Stems(p).Overlaps(stems)))
            .FirstOrDefault();
    }

    /// <summary>FNV-1a of the post and a word: the same in every process, unlike string.GetHashCode.</summary>
    private uint Draw(string purpose)
    {
        var hash = 2166136261u;
        foreach (var c in _text) hash = (hash ^ c) * 16777619u;
        foreach (var c in purpose) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
