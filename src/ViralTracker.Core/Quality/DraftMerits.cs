using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The parts of a draft's standing, each 0..1.</summary>
/// <param name="Voice">Nearer to the voice's good examples, and the person's own replies to such posts, than to its bad ones; 0.5 where there are none.</param>
/// <param name="Specific">Takes up the post's matter without saying the post again, adds words of its own, says concrete things, does without empty talk.</param>
/// <param name="Fresh">Unlike what we answered other posts, and what others replied to this one.</param>
public readonly record struct DraftMerit(double Voice, double Specific, double Fresh)
{
    /// <summary>From which on a draft adds something to what was said before; below, its other merits count in proportion.</summary>
    private const double Unsaid = 0.3;

    public double Total => Math.Min(1, Fresh / Unsaid) * ((0.35 * Voice) + (0.45 * Specific) + (0.20 * Fresh));
}

/// <summary>What a draft is worth among those of its post. Thread-safe.</summary>
public sealed partial class DraftMerits
{
    private const int OwnWordsWanted = 5;
    private const double DetailsWanted = 3;

    /// <summary>Share of the post's words from which a draft says the post again.</summary>
    private const double Echo = 0.45;
    private const double WholeEcho = 0.85;

    /// <summary>What a phrase of empty talk costs.</summary>
    private const double Emptiness = 0.25;

    /// <summary>Letters up to which words are compared: one is as good as its plural.</summary>
    internal const int Stem = 5;

    private readonly ImmutableArray<WritingStyle> _good;
    private readonly ImmutableArray<WritingStyle> _bad;

    public DraftMerits(Voice voice)
    {
        _good = [.. voice.GoodExamples.Select(WritingStyle.Of)];
        _bad = [.. voice.BadExamples.Select(WritingStyle.Of)];
    }

    /// <param name="fresh">0..1: how unlike it is to what other posts were answered.</param>
    public DraftMerit Merit(DraftToCheck draft, double fresh) =>
        new(VoiceFit(WritingStyle.Of(draft.Text, draft.Words, draft.Grams), draft.Post), Specificity(draft), Math.Min(fresh, Unsaid(draft)));

    private static double Unsaid(DraftToCheck draft) => 1 - draft.Post.OthersGrams.Select(said => said.Dice(draft.Grams)).DefaultIfEmpty(0).Max();

    private double VoiceFit(WritingStyle draft, AnsweredPost post)
    {
        var good = _good.Concat(post.ReplyStyles).Select(draft.Likeness).DefaultIfEmpty(0.5).Max();
        var bad = _bad.IsEmpty ? 0.5 : _bad.Max(draft.Likeness);
        return Math.Clamp(0.5 + ((good - bad) / 2), 0, 1);
    }

    private static double Specificity(DraftToCheck draft)
    {
        var content = ContentWords.Of(draft.Words.Where(w => !EmptyTalk.Has(w.Text)), stem: Stem);
        var (all, shared) = (Amount(content), Amount(content.Where(draft.Post.Stems.Contains)));
        if (all == 0) return 0;
        var taken = Math.Min(1, shared) * Math.Clamp((WholeEcho - (shared / all)) / (WholeEcho - Echo), 0, 1);
        var added = Math.Min(1, (all - shared) / OwnWordsWanted);
        var details = Math.Min(1, Details(draft, draft.Words) / DetailsWanted);
        return Math.Max(0, (0.25 * taken) + (0.35 * added) + (0.4 * details) - (Emptiness * EmptyTalk.Count(draft.Spaced)));
    }

    /// <summary>Runs of an unspaced script overlap: three count as a word.</summary>
    private static double Amount(IEnumerable<string> content) => content.Sum(word => UnicodeFacts.IsUnspaced(Rune.GetRuneAt(word, 0)) ? 1.0 / 3 : 1);

    /// <summary>What makes it concrete, apart from its subject: numbers and quotes that are not the post's, words that say when, how often or instead of what, a question.</summary>
    /// <param name="words">Of the draft, those that count.</param>
    internal static int Details(DraftToCheck draft, Word[] words) =>
        Quotable.Matches(draft.Text).Count(m => !draft.Post.Text.Contains(m.Value, StringComparison.OrdinalIgnoreCase))
        + words.Where(w => Binding.Contains(w.Text)).Select(w => w.Text).Distinct().Count()
        + SpelledNumbers.AllOf(words).Distinct().Count(number => !draft.Post.SpelledNumbers.Contains(number))
        + UnspacedBinding.Count(draft.Spaced)
        + (draft.Text.AsSpan().ContainsAny('?', '？') ? 1 : 0);

    // Numbers, code, paths and quoted words.
    [GeneratedRegex(@"\d+(?:[:.,]\d+)*|`[^`]+`|""[^""]+""|「[^」]+」|\w[._/]\w")]
    private static partial Regex Quotable { get; }

    /// <summary>Words that tie what is said to a moment, a measure, a cause or a choice.</summary>
    private static readonly FrozenSet<string> Binding = WordList.Of(
        """
        until unless before after once instead without each per twice first then only because whenever behind against half two nobody monday tuesday wednesday thursday friday saturday sunday week weeks month months day days hour hours minute minutes
        bis bevor nachdem sobald statt anstatt ohne pro zuerst zuletzt dann nur nachts weil außer ausser vor nach niemand hälfte zwei woche wochen monat monate tag tage stunde stunden minute minuten montag freitag
        hasta antes después sin primero luego solo sólo porque salvo nadie mitad dos semana semanas mes meses día días hora horas lunes viernes
        jusqu jusque avant après sans puis seulement parce sauf personne moitié deux semaine semaines mois jour jours heure heures lundi vendredi
        até depois sem primeiro só porque exceto ninguém metade dois duas semana semanas mês meses dia dias
        finché prima dopo senza poi solo perché tranne nessuno metà due settimana mese giorno ora tot voordat nadat zonder eerst alleen omdat behalve niemand helft twee maand dag uur
        """);

    [GeneratedRegex("まで|たら|ごと|毎|から|だけ|前に|後に|直到|之前|之后|只")]
    private static partial Regex UnspacedBinding { get; }
}
