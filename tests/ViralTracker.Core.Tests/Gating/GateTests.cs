using FsCheck;
using FsCheck.Fluent;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Core.Tests.Gating;

public sealed class GateTests
{
    [Theory]
    [InlineData("en", "en", true)]
    [InlineData("en", "EN", true)]
    [InlineData("en", "en-US", true)]
    [InlineData("en", "en_GB", true)]
    [InlineData("en", "fr", false)]
    [InlineData("de", "en", false)]
    [InlineData("id", "in", true)]
    [InlineData("he", "iw", true)]
    [InlineData("iw", "he", true)]
    [InlineData("en", "und", true)]
    [InlineData("en", "", true)]
    [InlineData("en", null, true)]
    [InlineData("en", "qme", true)]
    [InlineData("en", "zxx", true)]
    [InlineData("en", "fil", false)]
    public void Fault03_the_projects_languages_are_compared_by_primary_subtag(string project, string? post, bool passes)
    {
        var skip = new Gate(SamplePosts.Project with { Languages = [project] }).Check(SamplePosts.Post with { Language = post });
        Assert.Equal(passes, skip is null);
        if (!passes) Assert.Equal(new Skip(SkipReason.Language, post!), skip);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\u200B\uFEFF\u00AD")]
    [InlineData("#AI #coding")]
    [InlineData("@alice @bob")]
    [InlineData("...")]
    [InlineData("12345")]
    [InlineData("🔥")]
    [InlineData("https://example.com/a #ai")]
    [InlineData("> Which editor do you use?")]
    public void A_text_without_words_of_its_own_is_skipped(string text) =>
        Assert.Equal(SkipReason.EmptyText, Gate(new()).Check(SamplePosts.Post with { Text = text })?.Reason);

    [Theory]
    [InlineData("#Caching is #fast, and that is all")]
    [InlineData("> Which editor do you use?\nNone, obviously.")]
    public void A_word_beside_tags_and_quoted_lines_is_enough(string text) => Assert.Null(Gate(new()).Check(SamplePosts.Post with { Text = text }));

    [Fact]
    public void Fault01_a_whitelisted_author_passes()
    {
        Assert.Null(Gate(new() { WhitelistHandles = ["ada"] }).Check(SamplePosts.Post));
    }

    [Fact]
    public void Fault01_an_author_can_be_blacklisted_whatever_the_case_and_at()
    {
        var skip = Gate(new() { BlacklistHandles = ["@ADA"] }).Check(SamplePosts.Post);
        Assert.Equal(new Skip(SkipReason.BlacklistedHandle, "ada"), skip);
    }

    [Fact]
    public void Fault01_a_blacklisted_keyword_is_no_handle() =>
        Assert.Null(Gate(new() { BlacklistKeywords = ["ada"] }).Check(SamplePosts.Post));

    [Fact]
    public void Fault05_an_author_without_a_handle_passes() =>
        Assert.Null(Gate(new() { BlacklistHandles = ["ada", ""] }).Check(SamplePosts.Post with { Author = new() }));

    [Fact]
    public void A_whitelisted_author_is_not_exempt_from_keywords()
    {
        var gate = Gate(new() { WhitelistHandles = ["ada"], BlacklistKeywords = ["caching"] });
        Assert.Equal(new Skip(SkipReason.BlacklistedKeyword, "caching"), gate.Check(SamplePosts.Post));
    }

    [Fact]
    public void Case_and_invisible_characters_never_change_the_answer() => Check.QuickThrowOnFailure(Prop.ForAll(
        AsciiText.Zip(AsciiText).ToArbitrary(),
        input =>
        {
            var (text, keyword) = input;
            var gate = Gate(new() { BlacklistKeywords = [keyword] });
            var answer = gate.Check(SamplePosts.Post with { Text = text });
            var disguised = string.Concat(text.ToUpperInvariant().Select(c => $"\u200B{c}\uFE0F"));
            return answer == gate.Check(SamplePosts.Post with { Text = text }) && answer == gate.Check(SamplePosts.Post with { Text = disguised });
        }));

    [Fact]
    public void Any_text_and_keyword_have_an_answer() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.GeneratorFor<string?>().Zip(ArbMap.Default.GeneratorFor<string?>()).ToArbitrary(),
        input => Gate(new() { BlacklistKeywords = [input.Item1 ?? ""] }).Check(SamplePosts.Post with { Text = input.Item2 ?? "" })?.Detail != ""));

    private static readonly Gen<string> AsciiText = Gen.Elements([.. "ab #-@'_."]).ListOf().Select(string.Concat);

    private static Gate Gate(SourceLists sources) => new(SamplePosts.Project with { Sources = sources });
}
