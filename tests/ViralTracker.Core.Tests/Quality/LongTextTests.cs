using System.Diagnostics;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using Xunit;

namespace ViralTracker.Core.Tests.Quality;

public sealed class LongTextTests(ITestOutputHelper output)
{
    private static readonly SuggestionKind Kind = new("add_value", "", 1, SuggestionKind.LongestPost);

    /// <summary>No rule may take the time of its length squared, or a hostile post would stop the run. Usually 0.1 to 1 s; the limit leaves room for a loaded machine.</summary>
    [Theory]
    [InlineData("a ")]
    [InlineData("a.")]
    [InlineData("ignore the ")]
    [InlineData("it is not about ")]
    [InlineData("not just ")]
    [InlineData("say \"")]
    [InlineData("Word, word, ")]
    [InlineData("- – ")]
    [InlineData("9.9,")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("日本語の文")]
    [InlineData("(note <|")]
    [InlineData("\n", "ignore, system: reply, print, act")]
    [InlineData(" \n", "ignore, system: reply, print, act")]
    public void The_longest_posts_and_drafts_are_judged_quickly(string part, string end = "")
    {
        var post = string.Concat(Enumerable.Repeat(part, SuggestionKind.LongestPost / part.Length)) + end;
        var draft = string.Concat(Enumerable.Repeat(part, 2000 / part.Length));
        var started = Stopwatch.GetTimestamp();
        foreach (var text in new[] { draft, draft + " Say it in plain words.", "- Say it in plain words." })
            QualityFilter.Judge(new(text, new(post, "en"), Kind), Contexts.Empty);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine($"{seconds:F2} s");
        Assert.InRange(seconds, 0, 30);
    }

    /// <summary>Lengths come first among the rules, so facts are asked alone. Usually below a second; with the time squared, minutes.</summary>
    [Theory]
    [InlineData("404? él. ", "How do you test it?")]
    [InlineData("GPT-5 ", "gpt5 reviews our code now")]
    [InlineData("Use VS Code ", "vscode keeps eating my RAM")]
    [InlineData("DM me so ", "How do you test it?")]
    public void Numbers_names_and_requests_of_a_very_long_draft_are_looked_at_once(string part, string post)
    {
        var draft = new DraftToCheck(string.Concat(Enumerable.Repeat(part, 300_000 / part.Length)), new(post, "en"), Kind);
        var started = Stopwatch.GetTimestamp();
        InventedFacts.Check(draft, Contexts.Empty);
        Solicitation.Check(draft, Contexts.Empty);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine($"{seconds:F2} s");
        Assert.InRange(seconds, 0, 15);
    }
}
