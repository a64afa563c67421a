using System.Collections.Frozen;
using System.Globalization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Names that are written in several ways: in one word or more (vscode, VS Code), with an ending (Postgres, PostgreSQL), short (k8s).</summary>
internal static class NameSpellings
{
    private const int MostWords = 3;
    private const int MostInitials = 5;

    /// <summary>Letters a name needs to be the same with another ending.</summary>
    private const int LongName = 5;
    private const int ShortName = 3;

    private static readonly string[] Endings = ["js", "db", "sql", "ql", "lang"];

    /// <summary>What some names are called, too: pairs of a short form and a long one.</summary>
    private static readonly FrozenDictionary<string, string[]> Others = Pairs(
        """
        k8s kubernetes  js javascript  ts typescript  py python  gh github  gha githubactions  gl gitlab  pg postgres  pg postgresql  psql postgresql  tf terraform
        vsc vscode  rn reactnative  wp wordpress  cf cloudflare  hf huggingface  oai openai  cc claudecode  gcp googlecloud  aws amazon  msft microsoft
        gdocs googledocs  gsheets googlesheets  gdrive googledrive  gcal googlecalendar  rpi raspberrypi  mac macos  osx macos
        yt youtube  fb facebook  ig instagram  insta instagram  hn hackernews  nyc newyork
        """);

    /// <summary>Every run of words of a text as one word, and what else each is called.</summary>
    public static HashSet<string> AllOf(Word[] words)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Length; start++)
        {
            var run = "";
            for (var end = start; end < Math.Min(start + MostWords, words.Length) && !words[end].Unspaced; end++)
            {
                run += words[end].Text;
                all.Add(run);
                if (Others.TryGetValue(run, out var others)) all.UnionWith(others);
            }
        }

        // The verb to go is none of these.
        if (all.Contains("golang")) all.Add("go");
        return all;
    }

    public static bool Has(HashSet<string> all, string name) =>
        all.Contains(name)
        || Endings.Any(ending => name.Length >= ShortName && all.Contains(name + ending))
        || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= LongName && all.Contains(name[..^ending.Length]));

    /// <summary>The runs of words that hold the one at a place, each as one word.</summary>
    public static IEnumerable<string> Around(string text, int at)
    {
        var parts = PartsAround(text, at, MostWords);
        var middle = parts.FindIndex(part => part.End > at);
        for (var start = Math.Max(0, middle - MostWords + 1); middle >= 0 && start <= middle; start++)
            for (var end = middle; end < Math.Min(start + MostWords, parts.Count); end++)
                yield return TextFolding.FoldProse(string.Concat(parts[start..(end + 1)].Select(part => text[part.Start..part.End])));
    }

    /// <summary>The initials of the runs of words that hold the one at a place: three words or more, or two with capitals.</summary>
    public static IEnumerable<string> InitialsAround(string text, int at)
    {
        var parts = PartsAround(text, at, MostInitials);
        var middle = parts.FindIndex(part => part.End > at);
        for (var start = Math.Max(0, middle - MostInitials + 1); middle >= 0 && start <= middle; start++)
            for (var end = Math.Max(middle, start + 1); end < Math.Min(start + MostInitials, parts.Count); end++)
                if (end - start >= 2 || (char.IsUpper(text[parts[start].Start]) && char.IsUpper(text[parts[end].Start])))
                    yield return TextFolding.FoldProse(string.Concat(parts[start..(end + 1)].Select(part => text[part.Start])));
    }

    /// <summary>Words on both sides of a place, as far as a single sign stands between two.</summary>
    private static List<(int Start, int End)> PartsAround(string text, int at, int most)
    {
        var parts = new List<(int Start, int End)>();
        for (var end = EndOf(text, at); end > 0 && parts.Count < most && IsOfWord(text[end - 1]);)
        {
            var start = end;
            while (start > 0 && IsOfWord(text[start - 1])) start--;
            parts.Insert(0, (start, end));
            end = start - 1;
        }

        for (var count = parts.Count; parts.Count > 0 && parts.Count - count < most - 1 && parts[^1].End + 1 is var start && start < text.Length && IsOfWord(text[start]);)
            parts.Add((start, EndOf(text, start)));
        return parts;
    }

    private static int EndOf(string text, int at)
    {
        while (at < text.Length && IsOfWord(text[at])) at++;
        return at;
    }

    private static bool IsOfWord(char sign) => char.IsLetter(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static FrozenDictionary<string, string[]> Pairs(string pairs) => pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .SelectMany(pair => new[] { (Key: pair[0], Other: pair[1]), (Key: pair[1], Other: pair[0]) })
        .GroupBy(pair => pair.Key).ToFrozenDictionary(g => g.Key, g => g.Select(pair => pair.Other).ToArray());
}
