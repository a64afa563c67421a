using ViralTracker.Core.Drafting;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class ModelExperienceTests
{
    private static PastCall Call(int posts, int answered, double seconds, long thoughts = 0) =>
        new(posts, answered, posts - answered, TimeSpan.FromSeconds(seconds), 1_000, new TokenUsage(800, 80, 50 * posts, thoughts, 0), null);

    private static ModelExperience From(IReadOnlyList<PastCall> calls, params PastCall[] own) => ModelExperience.From(calls, own, LatencyModel.Default);

    [Fact]
    public void Without_calls_nothing_is_assumed()
    {
        var none = From([]);

        Assert.Equal((0, LatencyModel.Default, 1.0, 1.0), (none.Calls, none.Latency, none.Repetition, none.InputRatio));
        Assert.Null(none.OutputPerPost);
    }

    [Fact]
    public void Latency_of_a_request_and_of_each_post_is_found_from_packs_of_several_sizes()
    {
        var latency = From([.. Enumerable.Range(1, 10).Select(n => Call(n, n, 2 + 0.5 * n))]).Latency;

        Assert.Equal(2, latency.Base.TotalSeconds, 3);
        Assert.Equal(0.5, latency.PerPost.TotalSeconds, 3);
    }

    [Fact]
    public void Latency_is_the_usual_one_until_calls_tell()
    {
        var few = Enumerable.Repeat(Call(20, 20, 0.06), 4).ToArray();

        Assert.Equal(LatencyModel.Offline, ModelExperience.From([], [], LatencyModel.Offline).Latency);
        Assert.Equal(LatencyModel.Offline, ModelExperience.From(few, [], LatencyModel.Offline).Latency);
        Assert.InRange(ModelExperience.From([.. few, .. few], [], LatencyModel.Offline).Latency.For(20).TotalSeconds, 0.05, 0.07);
    }

    [Fact]
    public void Latency_is_never_negative_whatever_the_calls_say()
    {
        var latency = From([.. Enumerable.Range(1, 10).Select(n => Call(n, n, 11 - n))]).Latency;

        Assert.Equal(TimeSpan.Zero, latency.PerPost);
        Assert.Equal(5.5, latency.Base.TotalSeconds, 3);
    }

    [Fact]
    public void Size_that_fared_badly_is_known_only_after_enough_posts()
    {
        Assert.Empty(From([Call(8, 2, 1)]).AskedAgain);

        var asked = From([Call(8, 2, 1), Call(8, 4, 1), Call(8, 6, 1)]).AskedAgain;

        Assert.Equal(0.5, asked[8]);
    }

    [Fact]
    public void Blocked_packs_say_nothing_of_their_size() =>
        Assert.Equal(0, From([.. Enumerable.Repeat(Call(8, 0, 1) with { Blocked = true }, 9), .. Enumerable.Repeat(Call(8, 8, 1), 3)]).AskedAgain[8]);

    [Fact]
    public void Tokens_and_repeats_are_means_over_the_calls()
    {
        var experience = From([Call(4, 4, 1, thoughts: 40), Call(4, 2, 1, thoughts: 40)]);

        Assert.Equal(0.8, experience.InputRatio, 6);
        Assert.Equal(0.1, experience.CachedShare, 6);
        Assert.Equal(8 / 6.0, experience.Repetition, 6);
        Assert.Equal(60, experience.OutputPerPost!.Value.Mean, 6);
        Assert.Equal([40, 40], experience.Thoughts);
    }

    [Fact]
    public void Drafts_rejected_by_rules_are_repeats_and_no_fault_of_the_size()
    {
        var experience = From([.. Enumerable.Repeat(Call(8, 8, 1) with { AskedAgain = 4 }, 5)]);

        Assert.Equal((0.0, 2.0), (experience.AskedAgain[8], experience.Repetition));
    }

    [Fact]
    public void Calls_whose_prompt_was_not_estimated_say_nothing_of_how_tokens_are_counted()
    {
        var old = Call(4, 4, 1) with { TypicalTokens = null };

        Assert.Equal((1.0, 0.8), (From([old]).InputRatio, From([old, Call(4, 4, 1)]).InputRatio));
    }

    [Fact]
    public void Call_without_a_whole_part_tells_the_length_of_answers_all_the_same() =>
        Assert.Equal(50, From([Call(4, 0, 1)]).OutputPerPost!.Value.Mean);

    [Fact]
    public void Call_that_answered_nothing_says_nothing_of_the_length_of_answers() =>
        Assert.Equal(50, From([Call(4, 4, 1), Call(4, 0, 1) with { Tokens = new TokenUsage(800, 0, 0, 0, 0) }]).OutputPerPost!.Value.Mean);

    [Fact]
    public void Tokens_and_repeats_are_the_projects_own_where_it_has_any_and_latency_is_the_models()
    {
        var other = Call(4, 4, 3) with { Tokens = new TokenUsage(400, 0, 900, 0, 0), ModelVersion = "newer" };
        var own = Call(4, 2, 1) with { ModelVersion = "older" };

        var experience = From([.. Enumerable.Repeat(other, 9), own], own);

        Assert.Equal((1, 0.8, 0.1, 2.0, 50.0), (experience.Calls, experience.InputRatio, experience.CachedShare, experience.Repetition, experience.OutputPerPost!.Value.Mean));
        Assert.Equal(2.8, experience.Latency.For(4).TotalSeconds, 3);
        Assert.Equal("newer", experience.AnsweredBy);
        Assert.Equal(225, From([other]).OutputPerPost!.Value.Mean);
    }
}
