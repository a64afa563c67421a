using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Texts;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Texts;

public sealed class PatternSetTests
{
    [Theory]
    [InlineData("deep dive", "deep dive")]
    [InlineData("(?:gold|silver)en? age", "golde age/golden age/silvere age/silveren age")]
    [InlineData(@"(?<!\w)(?:unlock(?:s|ed)?\ \w+|journey)(?!\w)", "unlock /unlocks /unlocked /journey")]
    [InlineData("x[sz]y", "xsy/xzy")]
    [InlineData("p[1-3]x", "p1x/p2x/p3x")]
    [InlineData("s[h]it+y", "shit")]
    [InlineData("ab+cd", "bcd")]
    [InlineData(@"[^.]{1,9}\bonce\b.*", "once")]
    [InlineData(@"(?=later)\d+ now", " now")]
    [InlineData("!|\u2014", "!/\u2014")]
    [InlineData(@"\u2014\p{L}", "\u2014")]
    [InlineData(@"(?:the|a) end(?:ing){2}", "the ending/a ending")]
    public void Literals_are_what_every_match_holds(string pattern, string expected) =>
        Assert.Equal(expected.Split('/').Order(StringComparer.Ordinal), (RequiredLiterals.Of(new Regex(pattern)) ?? []).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(@"\w+")]
    [InlineData("(?:once|.*)")]
    [InlineData("(?:word)?")]
    [InlineData("(?:word)*x")]
    [InlineData("e")]
    public void Pattern_that_may_match_without_any_word_requires_none(string pattern) => Assert.Null(RequiredLiterals.Of(new Regex(pattern)));

    [Fact]
    public void Set_finds_what_its_patterns_find()
    {
        var set = new PatternSet(new Regex("deep dive"), new Regex(@"\d{3}"), new Regex("WWW|http", RegexOptions.IgnoreCase));

        Assert.Equal("deep dive", set.Find("a deep dive, 123 times"));
        Assert.Equal("123", set.Find("123"));
        Assert.Equal("Http", set.Find("see Http"));
        Assert.Null(set.Find("Deep Dive"));
        Assert.False(set.IsMatch(""));
        Assert.Equal(["deep dive", "123", "456"], set.Matches("123 deep dive 456").Select(m => m.Value));
    }

    /// <summary>The screen never hides a match: every pattern of the rules on texts of all kinds.</summary>
    [Fact]
    public void Every_pattern_of_the_rules_matches_only_what_its_set_tries_it_on()
    {
        var patterns = typeof(QualityFilter).Assembly.GetTypes().Where(t => t.Namespace == typeof(QualityFilter).Namespace || t.Namespace == typeof(Gate).Namespace)
            .SelectMany(t => t.GetProperties(BindingFlags.NonPublic | BindingFlags.Static))
            .Where(p => p.PropertyType == typeof(Regex) || p.PropertyType == typeof(Pattern))
            .Select(p => p.GetValue(null) as Pattern ?? (Regex)p.GetValue(null)!).ToArray();
        var sets = patterns.Select(p => new PatternSet(p)).ToArray();
        var matched = 0;
        foreach (var text in Texts())
        {
            for (var i = 0; i < patterns.Length; i++)
            {
                if (patterns[i].Regex.Match(text) is not { Success: true } match) continue;
                Assert.Equal(match.Value, sets[i].Find(text));
                matched++;
            }
        }

        Assert.True(patterns.Length > 50 && matched > 1_000, $"{matched} matches of {patterns.Length} patterns");
    }

    private static IEnumerable<string> Texts()
    {
        string[] files = ["bench/judgement/data/drafts.bad.jsonl", "bench/judgement/data/drafts.good.jsonl", "bench/judgement/data/injections.jsonl"];
        var own = files.SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, file)));
        var shared = Repository.Shared("data/demo_ai_tools.jsonl") is { } demo ? File.ReadLines(demo) : [];
        foreach (var line in own.Concat(shared))
        {
            using var row = JsonDocument.Parse(line);
            foreach (var field in row.RootElement.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.String))
            {
                var text = field.Value.GetString()!;
                yield return text;
                yield return TextFolding.FoldProse(text);
                yield return Words.Spaced(TextFolding.FoldProse(text));
            }
        }
    }
}
