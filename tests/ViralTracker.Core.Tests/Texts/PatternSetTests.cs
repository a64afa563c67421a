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

    [Theory]
    [InlineData(@"(?<!\w)(?: deep\ dive | gold | (?:silver|iron)\ age )(?!\w)", @"(?<!\w) deep\ dive (?!\w)/(?<!\w) gold (?!\w)/(?<!\w) (?:silver|iron)\ age (?!\w)")]
    [InlineData(@"[(|][)|]x|\||\p{L}(?:a|b)", @"[(|][)|]x/\|/\p{L}(?:a|b)")]
    [InlineData("(?:^|[.!?])and", "^and/[.!?]and")]
    [InlineData("(?<one>a)(?:^|b)", "(?<one>a)(?:^|b)")]
    [InlineData("a?(?:^|b)", "a?(?:^|b)")]
    [InlineData("(?:^|b)+", "(?:^|b)+")]
    [InlineData(@"(a|b)|c\1", @"(a|b)|c\1")]
    public void Pattern_is_taken_apart_at_alternatives_behind_what_matches_in_one_way(string pattern, string expected)
    {
        // Large enough to be worth it.
        var blanks = new string(' ', 200);
        var parts = new Pattern(pattern.Replace("(?: ", "(?: " + blanks, StringComparison.Ordinal) + (pattern.StartsWith("(?", StringComparison.Ordinal) ? "" : blanks)).Parts;

        Assert.Equal(expected.Split('/'), parts.Select(p => Regex.Replace(p.Text.Trim(), " +", " ")));
    }

    [Fact]
    public void Small_pattern_stays_whole() => Assert.Single(new Pattern("gold|silver").Parts);

    /// <summary>Neither the screen nor taking apart changes what is found: every pattern of the rules on texts of all kinds.</summary>
    [Fact]
    public void Every_pattern_of_the_rules_matches_in_its_set_what_it_matches_as_a_whole()
    {
        var patterns = Rules().SelectMany(t => t.GetProperties(BindingFlags.NonPublic | BindingFlags.Static))
            .Where(p => p.PropertyType == typeof(Regex) || p.PropertyType == typeof(Pattern))
            .Select(p => p.GetValue(null) as Pattern ?? (Regex)p.GetValue(null)!).ToArray();
        var sets = patterns.Select(p => new PatternSet(p)).ToArray();
        var texts = Texts().ToArray();
        var matched = 0;
        for (var i = 0; i < patterns.Length; i++)
        {
            // Each can be built by itself.
            Assert.All(patterns[i].Parts, part => Assert.NotNull(part.Regex));
            foreach (var text in texts.Concat(MadeUp(patterns[i].Text)))
            {
                var whole = patterns[i].Regex.Matches(text);
                Assert.Equal(whole.Select(Shown), sets[i].Matches(text).Select(Shown));
                if (whole.Count == 0) continue;
                Assert.Equal(whole[0].Value, sets[i].Find(text));
                Assert.Equal(whole[0].Index, sets[i].Start(text));
                Assert.True(sets[i].MayMatch(text) && sets[i].IsMatch(text));
                Assert.Equal(patterns[i].Regex.Replace(text, " "), sets[i].Candidates(text).Single().Without(text));
                matched++;
            }
        }

        Assert.True(patterns.Length > 50 && matched > 1_000, $"{matched} matches of {patterns.Length} patterns");

        static string Shown(Match match) =>
            $"{match.Index} {match.Value} " + string.Join(' ', match.Groups.Values.Where(group => group.Success).Select(group => $"{group.Name}={group.Value}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Rules() =>
        typeof(QualityFilter).Assembly.GetTypes().Where(t => t.Namespace == typeof(QualityFilter).Namespace || t.Namespace == typeof(Gate).Namespace);

    /// <summary>Texts of a pattern's own words, so that several of its alternatives stand side by side.</summary>
    private static IEnumerable<string> MadeUp(string pattern)
    {
        string[] words = [.. Regex.Matches(pattern, @"(?<!\\)[\p{L}']{2,}").Select(m => m.Value), ".", ",", "?", "a", "the", "is", "you", "not"];
        var random = new Random(pattern.Length);
        return Enumerable.Range(0, 20).Select(_ => string.Join(' ', random.GetItems(words, 30)).Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal));
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
