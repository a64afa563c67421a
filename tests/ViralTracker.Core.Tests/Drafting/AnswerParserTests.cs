using System.Diagnostics;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using Xunit;

namespace ViralTracker.Core.Tests.Drafting;

public sealed class AnswerParserTests
{
    private const string Both = """{"posts":[{"id":"p2","a":"second","b":"two"},{"id":"p1","a":"first","b":"one"}]}""";

    private static PackAnswer Parse(string answer, int posts = 2, int maxLength = 120) => AnswerParser.Parse(answer,
        [.. Enumerable.Range(1, posts).Select(i => KeyValuePair.Create<string, IReadOnlyList<SuggestionKind>>($"p{i}", [new("a", "", 1, maxLength), new("b", "")]))]);

    private static void ShouldHoldBoth(PackAnswer answer)
    {
        Assert.Equal(("first", "one"), (answer.Parts[0].Drafts["a"], answer.Parts[0].Drafts["b"]));
        Assert.Equal(("second", "two"), (answer.Parts[1].Drafts["a"], answer.Parts[1].Drafts["b"]));
        Assert.All(answer.Parts, part => Assert.Empty(part.Missing));
        Assert.True(answer.Readable);
        Assert.True(answer.Complete);
    }

    [Fact]
    public void Parts_are_told_by_id_whatever_their_order() => ShouldHoldBoth(Parse(Both));

    [Fact]
    public void Fault12_fenced_answer_keeps_every_draft() => ShouldHoldBoth(Parse("```json\n" + Both + "\n```"));

    [Fact]
    public void Fault12_words_around_the_answer_keep_every_draft() => ShouldHoldBoth(Parse("Here you are:\n" + Both + "\nAnything else?"));

    [Fact]
    public void Fault12_top_level_list_keeps_every_draft() =>
        ShouldHoldBoth(Parse("""[{"id":"p2","a":"second","b":"two"},{"id":"p1","a":"first","b":"one"}]"""));

    [Theory]
    [InlineData("Here are [2] drafts: ")]
    [InlineData("Drafts {of both} as asked: ")]
    [InlineData("[see below] {} ")]
    public void Fault12_brackets_in_the_words_before_the_answer_keep_every_draft(string before) => ShouldHoldBoth(Parse(before + Both));

    [Theory]
    [InlineData("""{"notes":["one"],"posts":[""")]
    [InlineData("""{"notes":[{"id":"p1","a":"note"}],"posts":[""")]
    [InlineData("""{"ids":[1,2],"drafts":[""")]
    public void Fault12_other_lists_beside_the_answer_keep_every_draft(string before) => ShouldHoldBoth(Parse(Both.Replace("""{"posts":[""", before, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"drafts":[{"id":"p1","a":"x","b":"y"}],"notes":{}""")]
    [InlineData("""[{"id":"p1","a":"x","b":"y"},["z"]""")]
    public void An_answer_that_breaks_off_after_an_inner_end_is_not_complete(string answer)
    {
        Assert.Equal("x", Parse(answer).Parts[0].Drafts["a"]);
        Assert.False(Parse(answer).Complete);
    }

    [Fact]
    public void Brackets_without_end_are_given_up_in_time_that_grows_as_their_number()
    {
        // Eight times as many take eight times as long; tried again and again from each bracket it would be 64 times.
        Assert.InRange(Least(8_000) / Least(1_000), 0, 30);

        static double Least(int count)
        {
            var answer = string.Concat(Enumerable.Repeat("""[1,"{[",{"a":[""", count));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                Assert.Equal(2, Parse(answer).Parts[0].Missing.Count);
                return Stopwatch.GetElapsedTime(started).TotalSeconds;
            });
        }
    }

    [Theory]
    [InlineData("""{"id":"p1","\ud800":1}""")]
    [InlineData("""{"id":"p1","a":"x","b":{"\ud800":1}}""")]
    [InlineData("""{"id":"p1","a":"x","b":"\ud800"}""")]
    public void Escapes_that_are_no_text_leave_the_other_parts(string part)
    {
        var answer = Parse($$"""{"posts":[{{part}},{{part}},{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Contains("b", answer.Parts[0].Missing);
        Assert.Empty(answer.Parts[1].Missing);
    }

    [Fact]
    public void Fault12_one_null_draft_keeps_the_others_and_is_not_asked_again()
    {
        var answer = Parse("""{"posts":[{"id":"p1","a":null,"b":"one"},{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Null(answer.Parts[0].Drafts["a"]);
        Assert.Equal("one", answer.Parts[0].Drafts["b"]);
        Assert.Empty(answer.Parts[0].Missing);
        Assert.Equal("two", answer.Parts[1].Drafts["b"]);
    }

    [Fact]
    public void Fault12_missing_key_keeps_the_other_drafts_and_is_asked_again()
    {
        var answer = Parse("""{"posts":[{"id":"p1","b":"one"},{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Equal("one", answer.Parts[0].Drafts["b"]);
        Assert.Equal(KeyValuePair.Create("a", AnswerFault.Missing), Assert.Single(answer.Parts[0].Missing));
        Assert.Empty(answer.Parts[1].Missing);
    }

    [Fact]
    public void Missing_post_is_asked_again_and_the_other_kept()
    {
        var answer = Parse("""{"posts":[{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Equal(2, answer.Parts[0].Missing.Count);
        Assert.Equal("second", answer.Parts[1].Drafts["a"]);
    }

    [Fact]
    public void Truncated_answer_keeps_its_complete_parts()
    {
        for (var length = Both.IndexOf("},", StringComparison.Ordinal) + 1; length < Both.Length - 2; length++)
        {
            var answer = Parse(Both[..length]);

            Assert.Equal("second", answer.Parts[1].Drafts["a"]);
            Assert.False(answer.Complete);
        }
    }

    [Fact]
    public void No_cut_of_an_answer_breaks_the_reader_or_gives_a_cut_draft()
    {
        for (var length = 0; length <= Both.Length; length++)
            Assert.All(Parse(Both[..length]).Parts.SelectMany(p => p.Drafts.Values), d => Assert.True(d is "first" or "second" or "one" or "two"));
    }

    [Fact]
    public void Brackets_within_an_answer_that_broke_off_make_no_complete_one()
    {
        var answer = Parse("""{"posts":[{"id":"p1","a":"as in [1] and""");

        Assert.False(answer.Complete);
        Assert.Equal(2, answer.Parts[0].Missing.Count);
    }

    [Fact]
    public void Post_given_twice_with_other_drafts_is_nobodys()
    {
        var answer = Parse("""{"posts":[{"id":"p1","a":"x","b":"y"},{"id":"p1","a":"z","b":"y"},{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Empty(answer.Parts[0].Drafts);
        Assert.Equal(new Dictionary<string, AnswerFault> { ["a"] = AnswerFault.Repeated, ["b"] = AnswerFault.Repeated }, answer.Parts[0].Missing);
        Assert.Empty(answer.Parts[1].Missing);
    }

    [Fact]
    public void Post_given_twice_in_the_same_words_is_taken_once() =>
        Assert.Equal("x", Parse("""{"posts":[{"id":"p1","a":"x","b":"y"},{"id":"p1","a":"x","b":"y"}]}""").Parts[0].Drafts["a"]);

    [Fact]
    public void Part_of_an_unknown_id_is_dropped()
    {
        var answer = Parse("""{"posts":[{"id":"p9","a":"x","b":"y"},{"id":"p2","a":"second","b":"two"}]}""");

        Assert.Equal(2, answer.Parts[0].Missing.Count);
    }

    /// <summary>In characters as X counts them: a link has 23 of them, an emoji two.</summary>
    [Theory]
    [InlineData("x", 120, 120)]
    [InlineData("x", 1_900, 120)]
    [InlineData("x", 25_000, 25_000)]
    [InlineData("x", 30_000, 25_000)]
    [InlineData("👩‍👩‍👧‍👦", 1_000, 2_000)]
    [InlineData("https://example.com/?q=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ", 500, 12_000)]
    public void Draft_within_its_kinds_limit_or_somewhat_over_it_is_read(string sign, int times, int limit)
    {
        var draft = string.Concat(Enumerable.Repeat(sign, times)).Trim();

        Assert.Equal(draft, Parse($$"""{"posts":[{"id":"p1","a":"{{draft}}","b":"y"}]}""", posts: 1, limit).Parts[0].Drafts.GetValueOrDefault("a"));
    }

    [Theory]
    [InlineData(3_000, 120)]
    [InlineData(500, 10)]
    [InlineData(500_000, 25_000)]
    public void Draft_far_over_its_kinds_limit_is_malformed(int length, int limit) =>
        Assert.Equal([("a", AnswerFault.Malformed)], Parse($$"""{"posts":[{"id":"p1","a":"{{new string('x', length)}}","b":"y"}]}""", posts: 1, limit).Parts[0].Missing.Select(m => (m.Key, m.Value)));

    [Fact]
    public void Draft_far_over_any_limit_or_of_another_type_is_malformed()
    {
        var answer = Parse($$"""{"posts":[{"id":"p1","a":"{{new string('x', 3_000)}}","b":["y"]},{"id":"p2","a":"\ud800","b":"two"}]}""");

        Assert.Equal([AnswerFault.Malformed, AnswerFault.Malformed], answer.Parts[0].Missing.Values);
        Assert.Equal(AnswerFault.Malformed, answer.Parts[1].Missing["a"]);
        Assert.Equal("two", answer.Parts[1].Drafts["b"]);
    }

    [Fact]
    public void Single_part_without_an_id_belongs_to_the_single_post_asked() =>
        Assert.Equal("x", Parse("""{"posts":[{"a":"x","b":"y"}]}""", posts: 1).Parts[0].Drafts["a"]);

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("{")]
    [InlineData("[[[")]
    [InlineData("""{"posts":"none"}""")]
    public void Answer_without_parts_asks_for_everything_again(string answer) =>
        Assert.All(Parse(answer).Parts, part => Assert.Equal(2, part.Missing.Count));
}
