using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

/// <summary>What the draft engine relies on, whoever answers.</summary>
public abstract class ChatClientCompliance
{
    protected abstract Task<IChatClient> CreateAsync();

    [Fact]
    public async Task Answer_holds_a_draft_of_each_kind_for_each_post()
    {
        using var client = await CreateAsync();
        var response = await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken);

        var drafts = Prompts.Read(response.Text);
        Assert.Equal(["p1", "p2", "p3"], drafts.Keys.Order());
        Assert.All(drafts.Values, post =>
        {
            Assert.Equal(["add_value", "ask_question", "mirror_reframe"], post.Keys.Order());
            Assert.All(post.Values, draft => Assert.InRange(draft!.Length, 30, 120));
        });
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.False(response.AdditionalProperties!.ContainsKey(ModelAnswer.BlockReason));
        Assert.NotNull(response.AdditionalProperties[ModelAnswer.FinishReason]);
        Assert.False(string.IsNullOrEmpty(response.ModelId));
    }

    [Fact]
    public async Task Usage_is_always_reported()
    {
        using var client = await CreateAsync();
        var response = await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken);

        var usage = ModelAnswer.UsageOf(response);
        Assert.NotNull(usage);
        Assert.Equal(response.Usage!.TotalTokenCount, usage.Value.Total);
    }

    [Fact]
    public async Task Cancelled_call_throws_the_callers_own_cancellation()
    {
        using var client = await CreateAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), source.Token));
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Stream_carries_the_same_text_as_the_whole_answer()
    {
        using var client = await CreateAsync();
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken)) text += update.Text;
        Assert.Equal(3, Prompts.Read(text).Count);
    }

    [Fact]
    public async Task Metadata_names_the_provider()
    {
        using var client = await CreateAsync();
        Assert.Matches("^(gemini|openai|offline)$", client.GetService<ChatClientMetadata>()!.ProviderName);
    }
}
