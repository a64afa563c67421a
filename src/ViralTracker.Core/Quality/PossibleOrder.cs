using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Sentences that may be orders but may as well be talk: they speak to 'you', of a reply or a machine, begin with an imperative, or follow
/// the post's question. Such a post alone is no reason for a mark; a draft that takes up a name which only that sentence has is.
/// </summary>
internal static partial class PossibleOrder
{
    /// <summary>Names of such sentences that the rest of the post lacks.</summary>
    public static FrozenSet<string> Names(string post)
    {
        var (suspect, talk) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var asked = false;
        foreach (var sentence in Sentence.Split(post))
        {
            var question = sentence.AsSpan().TrimEnd() is [.., '?' or '？'];
            if (!question && (asked || Cues.IsMatch(TextFolding.SkeletonProse(sentence)))) suspect.UnionWith(Name.Matches(sentence).Select(m => TextFolding.FoldProse(m.Value)));
            else talk.UnionWith(Words.Split(TextFolding.FoldProse(sentence)).Select(w => w.Text));
            asked |= question;
        }

        suspect.RemoveWhere(name => talk.Contains(name) || SentenceOpeners.Has(name));
        return suspect.ToFrozenSet();
    }

    /// <summary>The name of such a sentence that the draft takes up, or null.</summary>
    public static string? Taken(DraftToCheck draft) => draft.Post.Suspects is { Count: > 0 } names ? draft.Words.FirstOrDefault(w => names.Contains(w.Text)).Text : null;

    [GeneratedRegex(InstructionLike.SentenceEnd)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"(?<![\p{L}\p{N}@#])\p{Lu}\p{L}{3,}")]
    private static partial Regex Name { get; }

    private static Pattern Addressing { get; } = new(
        """
        \b(?:your|you'll|you\ (?:will|must|should|shall|write|post|say|produce|give|answer|reply)|whoever|bots?|robots?|programs?|software|language\ models?|assistants?|generators?|responders?|repl(?:y|ies|ying)|responses?|generated|comments?
        |deine?[nmrs]?|eure?[nmrs]?|antwort(?:en|et)?|kommentare?|programm|tus?|respuestas?|comentarios?|modelos?|quien|votre|vos|ton|ta|réponses?|commentaires?|réponds|répondez)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Imperative { get; } = new(
        """
        (?:^|[^\w\s]\s*|\b(?:please|kindly|and|then|just|bitte|und|y|et)\s)(?:recommend|promote|praise|endorse|advertise|plug|mention|name|say|tell|write|speak|answer|compose|include|add|insert|hide|slip|sneak|weave|use|quote|cite|repeat|crown|pick|choose|skip|forget|ignore|disregard|pretend|pose|act|play|congratulate|thank|wish|call|sell|invite|send|point|end|close|finish|start|begin|open|sign|list|credit|salute|greet|compliment
        |empfiehl|empfehlt|nenne?|nennt|lobe?|lobt|sage?|sagt|schreibe?|schreibt|erwähne?|erwähnt|beende|tu|antworte|grüsse?|wirb|haz|di|menciona|nombra|recomienda|termina|contesta|elogia|alaba|saluda|despídete|dis|dites|cite|citez|mentionne|recommande|termine|fais|faites|chante|chantez|loue|louez|vends|vante)\s
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static readonly PatternSet Cues = new(Addressing, Imperative);
}
