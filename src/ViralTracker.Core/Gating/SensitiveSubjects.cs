using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// Subjects on which a reply is out of place: the words a project lists or, where it lists none, <see cref="SensitiveWords"/> and <see cref="SensitiveRules"/>
/// about words that need others beside them to be meant ("12 dead", not "dead code"; "killed in", not "killed the process").
/// What some rules find is a figure of speech beside a technical word ("my build died"); what others find never is ("my dad died").
/// </summary>
internal sealed partial class SensitiveSubjects(ImmutableArray<string>? listed)
{
    /// <summary>Within so many words of a technical word it is a figure of speech.</summary>
    private const int WordsNear = 5;

    private readonly KeywordList _listed = new(listed ?? SensitiveWords.Defaults);
    private readonly bool _rules = listed is null;

    /// <summary>What was found, or null.</summary>
    public string? FindIn(KeywordText text) => _listed.FindIn(text) ?? (_rules ? FindByRule(text) : null);

    private static string? FindByRule(KeywordText text)
    {
        if (!SensitiveRules.All.MayMatch(text.Words)) return null;
        foreach (var part in SentenceEnds.Split(text.Text))
        {
            var sentence = new Sentence(part, text.Words);
            foreach (var found in SensitiveRules.All.Matches(sentence.Words))
                if (sentence.Means(found)) return found.Value.Trim();
        }

        return null;
    }

    /// <summary>Not after an initial or a title.</summary>
    [GeneratedRegex(@"(?<=[.!?…][""'”’)\]]*)(?<!\b(?:\p{L}|Mr|Mrs|Ms|Dr|St|Prof|Sr|Jr)\.)\s+|[\r\n。！？]+")]
    private static partial Regex SentenceEnds { get; }

    [GeneratedRegex(@"\b(?:he|she|him|his|her)\b")]
    private static partial Regex Persons { get; }

    [GeneratedRegex(@"\b(?:you taught|taught me|be (?:deeply |dearly |so )?missed|miss you|condolences)\b")]
    private static partial Regex Farewells { get; }

    /// <param name="all">The words of the whole text.</param>
    private sealed class Sentence(string text, string all)
    {
        private readonly string _cased = Texts.Words.Spaced(text);

        public string Words { get; } = Texts.Words.Spaced(TextFolding.Skeleton(text));

        public bool Means(Match found) =>
            found.Groups["name"].Captures.All(name => IsCapital(name) || !_cased.Any(char.IsUpper))
            && (!found.Groups["somebody"].Success || Persons.IsMatch(all) || Farewells.IsMatch(all))
            && found.Groups["alone"].Captures.All(name => IsNameAlone(name, found.Groups["last"].Success))
            && (found.Groups["plain"].Success || !SensitiveRules.Technical.Regex.IsMatch(Around(found.Index, found.Index + found.Length)));

        /// <summary>No word of a headline or an acronym. A sentence's first may be any noun; where little else tells, the text must speak of somebody.</summary>
        private bool IsNameAlone(Capture word, bool littleElse)
        {
            var next = word.Index + word.Length + 1;
            return IsCapital(word) && word.Length > 1 && char.IsLower(_cased[word.Index + 1]) && (next >= _cased.Length || !char.IsUpper(_cased[next]))
                && (word.Index > 1 || (littleElse ? Persons.IsMatch(all) : !SensitiveRules.NounEnding.IsMatch(word.Value)));
        }

        private bool IsCapital(Capture word) => _cased.Length == Words.Length && char.IsUpper(_cased[word.Index]);

        /// <summary>A part of the sentence with some words before and after it.</summary>
        private string Around(int from, int to)
        {
            for (var i = 0; i <= WordsNear && from > 0; i++) from = Words.LastIndexOf(' ', from - 1);
            for (var i = 0; i <= WordsNear && to >= 0 && to < Words.Length; i++) to = Words.IndexOf(' ', to + 1);
            return Words[Math.Max(from, 0)..(to < 0 ? Words.Length : to)];
        }
    }
}
