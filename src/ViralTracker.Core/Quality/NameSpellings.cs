using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Names that are written in several ways: in one word or more (vscode, VS Code), with an ending (Postgres, PostgreSQL), short (k8s).</summary>
internal static partial class NameSpellings
{
    private const int MostWords = 3;

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
        var parts = Part.Matches(text);
        var middle = 0;
        while (middle < parts.Count && parts[middle].Index + parts[middle].Length <= at) middle++;
        for (var start = Math.Max(0, middle - MostWords + 1); start <= middle; start++)
            for (var end = middle; end < Math.Min(start + MostWords, parts.Count); end++)
                if (Enumerable.Range(start, end - start).All(i => parts[i + 1].Index - parts[i].Index - parts[i].Length == 1))
                    yield return TextFolding.FoldProse(string.Concat(Enumerable.Range(start, end - start + 1).Select(i => parts[i].Value)));
    }

    private static FrozenDictionary<string, string[]> Pairs(string pairs) => pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .SelectMany(pair => new[] { (Key: pair[0], Other: pair[1]), (Key: pair[1], Other: pair[0]) })
        .GroupBy(pair => pair.Key).ToFrozenDictionary(g => g.Key, g => g.Select(pair => pair.Other).ToArray());

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Part { get; }
}
