using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class RequestBuilderTests
{
    [Fact]
    public void Own_replies_stand_in_their_posts_part_and_leave_the_shared_text_alone()
    {
        var pack = new Pack([PackItem.Fresh(Samples.Task(1) with { Replies = ["Mine."] }), PackItem.Fresh(Samples.Task(2))]);

        var (with, without) = (Samples.Request(pack), Samples.Request(Samples.Pack(2)));

        Assert.Equal(without.Messages[0].Text, with.Messages[0].Text);
        var posts = JsonElement.Parse(with.Messages[1].Text).GetProperty("posts");
        Assert.Equal("Mine.", Assert.Single(posts[0].GetProperty("replies").EnumerateArray()).GetString());
        Assert.False(posts[1].TryGetProperty("replies", out _));
        Assert.True(with.InputTokens > without.InputTokens);
        Assert.True(RequestBuilder.TypicalTokens(pack.Items[0].Task) > RequestBuilder.TypicalTokens(pack.Items[1].Task));
    }

    private static readonly string Template = string.Concat(Enumerable.Repeat("Say something of use. ", 100));

    [Theory]
    [InlineData(SchemaRung.EnumWithBounds, true)]
    [InlineData(SchemaRung.Plain, true)]
    [InlineData(SchemaRung.AnyObject, false)]
    public void Rung_tells_whether_a_schema_travels(SchemaRung rung, bool schema)
    {
        var format = Assert.IsType<ChatResponseFormatJson>(Build(rung).Options.ResponseFormat);
        Assert.Equal(schema, format.Schema is not null);
    }

    [Fact]
    public void Reservation_holds_the_tokens_of_the_schema()
    {
        var inputs = new[] { SchemaRung.EnumWithBounds, SchemaRung.Enum, SchemaRung.Plain, SchemaRung.AnyObject }.Select(rung => Build(rung).InputTokens).ToArray();

        Assert.Equal(inputs.OrderDescending(), inputs);
        Assert.Equal(inputs.Length, inputs.Distinct().Count());
    }

    [Fact]
    public void Last_rung_asks_for_no_format() => Assert.Null(Build(SchemaRung.Text).Options.ResponseFormat);

    [Theory]
    [InlineData("high", 0)]
    [InlineData("4000", 4000)]
    public void Thinking_travels_has_its_room_and_makes_other_answers(string thinking, int room)
    {
        var project = Samples.Project with { Generation = Samples.Project.Generation with { Thinking = thinking } };
        var (with, without) = (new RequestBuilder(project, Samples.Model), new RequestBuilder(Samples.Project, Samples.Model));

        var (asked, plain) = (with.Build(Samples.Pack(1), default, 100, Samples.Now).Options, without.Build(Samples.Pack(1), default, 100, Samples.Now).Options);

        Assert.Equal((thinking, null), (ThinkingOption.In(asked), ThinkingOption.In(plain)));
        Assert.Equal(Math.Max(0, room - 100), asked.MaxOutputTokens - plain.MaxOutputTokens);
        Assert.NotEqual(without.SystemHash, with.SystemHash);
    }

    [Fact]
    public void Temperature_makes_other_answers()
    {
        string[] hashes = [.. new double?[] { null, 0, 0.5, 1 }.Select(temperature =>
            new RequestBuilder(Samples.Project with { Generation = Samples.Project.Generation with { Temperature = temperature } }, Samples.Model).SystemHash)];

        Assert.Equal(hashes, hashes.Distinct());
    }

    [Fact]
    public void Counted_prompt_bounds_the_system_text_of_later_reservations()
    {
        var builder = new RequestBuilder(Samples.Project with { PromptTemplate = Template }, Samples.Model);
        var before = builder.Build(Samples.Pack(1), default, 0, Samples.Now);

        builder.Saw(new TokenUsage(Prompt: 300, 0, 0, 0, 0), 1, truncated: false);

        var after = builder.Build(Samples.Pack(1), default, 0, Samples.Now);
        Assert.Equal(before.InputTokens - TokenEstimate.UpperBound(DraftPrompt.System(Template, Samples.Project)) + 300, after.InputTokens);
        Assert.True(after.WorstCase < before.WorstCase);
    }

    [Fact]
    public void Larger_count_does_not_loosen_the_bound()
    {
        var builder = new RequestBuilder(Samples.Project with { PromptTemplate = Template }, Samples.Model);
        var before = builder.Build(Samples.Pack(1), default, 0, Samples.Now).InputTokens;
        builder.Saw(new TokenUsage(Prompt: 1_000_000, 0, 0, 0, 0), 1, truncated: false);
        builder.Saw(new TokenUsage(Prompt: 0, 0, 0, 0, 0), 1, truncated: false);
        Assert.Equal(before, builder.Build(Samples.Pack(1), default, 0, Samples.Now).InputTokens);
    }

    [Fact]
    public void Squeezed_pack_gets_twice_the_room_a_post_took_at_most_in_answers_that_came_whole()
    {
        var builder = new RequestBuilder(Samples.Project with { PromptTemplate = Template }, Samples.Model);
        var squeezed = Samples.Pack(3) with { Squeezed = true };
        builder.Saw(new TokenUsage(1, 0, Output: 5_000, 0, 0), 2, truncated: true);
        Assert.False(builder.CanSqueeze);

        builder.Saw(new TokenUsage(1, 0, Output: 30, Thoughts: 9, 0), 2, truncated: false);
        builder.Saw(new TokenUsage(1, 0, Output: 10, 0, 0), 1, truncated: false);

        Assert.True(builder.CanSqueeze);
        Assert.Equal(2 * 20 * 3, builder.Build(squeezed, default, 500, Samples.Now).Options.MaxOutputTokens);
        Assert.True(builder.Build(Samples.Pack(3), default, 500, Samples.Now).Options.MaxOutputTokens > 500);
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(20, 0)]
    [InlineData(20, 3_000)]
    public void Worst_case_is_all_of_the_input_and_every_token_that_the_answer_may_have(int posts, int thinking)
    {
        var request = new RequestBuilder(Samples.Project, Samples.Model).Build(Samples.Pack(posts), default, thinking, Samples.Now);

        var most = request.Options.MaxOutputTokens!.Value;
        Assert.True(most >= thinking + posts * 2 * Samples.Project.Generation.MaxTokens);
        Assert.Equal(Samples.Model.Pricing.Cost(Samples.Model.Key.Model, new TokenUsage(request.InputTokens, 0, most - thinking, thinking, 0), Samples.Now), request.WorstCase);
    }

    [Fact]
    public void Answer_may_have_no_more_tokens_than_the_model_gives_and_fewer_where_less_is_asked()
    {
        var small = new RequestBuilder(Samples.Project, Samples.Model with { OutputLimit = 1_000 });
        var one = new Pack([PackItem.Fresh(Samples.Task(1)) with { Wanted = ImmutableSortedDictionary<string, string>.Empty.Add("a", "missing") }]);

        Assert.Equal(1_000, small.Build(Samples.Pack(20), default, 500, Samples.Now).Options.MaxOutputTokens);
        Assert.True(small.Build(one, default, 0, Samples.Now).WorstCase < small.Build(Samples.Pack(1), default, 0, Samples.Now).WorstCase);
    }

    private static DraftRequest Build(SchemaRung rung) => new RequestBuilder(Samples.Project with { PromptTemplate = Template }, Samples.Model).Build(Samples.Pack(2), rung, 0, Samples.Now);
}
