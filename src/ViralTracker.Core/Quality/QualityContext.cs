using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>What the rules know of a project and a run; built once for each run. Thread-safe.</summary>
public sealed class QualityContext
{
    private const int ShingleWords = 6;

    private readonly FrozenSet<string> _promptShingles;

    private QualityContext(
        string stated, string examples, IEnumerable<string> kinds, bool allowProfanity, string prompt, DraftMemory memory, double duplicateFrom, PostEmbedder? embedder)
    {
        DuplicateFrom = duplicateFrom;
        Embedder = embedder;
        Vocabulary = embedder is null ? null : new(embedder);
        Stated = new FactSource(stated);
        Examples = examples;
        AllowProfanity = allowProfanity;
        Memory = memory;
        var names = kinds.Select(k => Regex.Escape(TextFolding.FoldProse(k))).ToArray();
        var written = names.Where(k => k.Contains('_', StringComparison.Ordinal)).ToArray();
        KindNames = written.Length == 0 ? null : new(new Regex(
            $@"(?<!\w)(?:{string.Join('|', written)})(?!\w)|^\s*(?:{string.Join('|', written.Select(k => k.Replace("_", "[ -]", StringComparison.Ordinal)))})\s?[:：]|^\s*[\[(/*#]+\s?(?:{string.Join('|', names.Select(k => k.Replace("_", "[ _-]", StringComparison.Ordinal)))})\W{{0,4}}[:：]",
            RegexOptions.CultureInvariant));
        _promptShingles = Shingles([.. Words.Split(TextFolding.FoldProse(prompt))]).ToFrozenSet();
    }

    /// <param name="template">The prompt's template, whose own sentences no draft may repeat.</param>
    /// <param name="patterned">The drafter works from sentence patterns, so only whole repeats count as duplicates, and each could stand under many posts.</param>
    /// <param name="embedder">Tells replies that could stand under many posts; without it only those of known phrases are found.</param>
    public static QualityContext Of(ProjectConfig project, string template, DraftMemory memory, bool patterned = false, PostEmbedder? embedder = null)
    {
        var voice = project.Voice;
        var stated = project.Taxonomy.SelectMany(t => t.Facts.Prepend(t.Description).Prepend(t.Label))
            .Concat(voice.GoodExamples).Concat(voice.Constraints).Append(voice.Persona).Append(project.Name ?? "");
        return new(
            string.Join('\n', stated), string.Join('\n', voice.GoodExamples), project.Suggestions.Concat(SuggestionKind.BuiltIn).Select(k => k.Name).Distinct(),
            voice.AllowProfanity, template + "\n" + voice.Persona + "\n" + string.Join('\n', voice.Constraints), memory,
            patterned ? 1 : NearDuplicate.Least, patterned ? null : embedder);
    }

    /// <summary>Everything the project itself states: topics, facts, voice.</summary>
    internal FactSource Stated { get; }

    /// <summary>The voice's good examples: signs they use, drafts may use.</summary>
    internal string Examples { get; }

    internal PostEmbedder? Embedder { get; }

    internal WordsAndNames? Vocabulary { get; }

    public bool AllowProfanity { get; }

    public DraftMemory Memory { get; }

    /// <summary>Similarity (0..1) from which a draft repeats another.</summary>
    internal double DuplicateFrom { get; }

    /// <summary>Names of kinds that no ordinary text holds, and any of them as a label.</summary>
    internal PatternSet? KindNames { get; }

    /// <summary>Six words in a row that stand in the prompt, or null.</summary>
    internal string? PromptWords(IReadOnlyList<Word> words) => Shingles(words).FirstOrDefault(_promptShingles.Contains);

    private static IEnumerable<string> Shingles(IReadOnlyList<Word> words)
    {
        var texts = words.Select(w => w.Text).ToArray();
        for (var i = 0; i + ShingleWords <= texts.Length; i++) yield return string.Join(' ', texts, i, ShingleWords);
    }
}
