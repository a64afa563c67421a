using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.GeminiStandIn;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

/// <summary>What holds for every provider behind a network: the same faults come out as the same outcomes.</summary>
public abstract class RemoteChatClientCompliance : ChatClientCompliance, IAsyncDisposable
{
    protected const string Key = StandInOptions.DefaultKey;

    private readonly HttpClient _http = ProviderHttp.CreateClient();
    private StandInServer? _server;

    protected StandInServer Server => _server!;

    protected abstract IChatClient Create(ProviderHttp http, StandInServer server, string key, TimeSpan timeout);

    protected override Task<IChatClient> CreateAsync() => CreateAsync(new StandInOptions());

    protected async Task<IChatClient> CreateAsync(StandInOptions options, string key = Key, double timeoutSeconds = 20)
    {
        _server = await StandInServer.StartAsync(options);
        return Create(new ProviderHttp(_http, TimeProvider.System), _server, key, TimeSpan.FromSeconds(timeoutSeconds));
    }

    private async Task<ChatResponse> AnswerAsync(StandInOptions options)
    {
        using var client = await CreateAsync(options);
        return await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken);
    }

    private Task<ChatResponse> AnswerAsync(Fault fault) => AnswerAsync(new StandInOptions { Script = [fault] });

    protected async Task<ModelCallException> FailAsync(StandInOptions options, string key = Key, double timeoutSeconds = 20)
    {
        using var client = await CreateAsync(options, key, timeoutSeconds);
        var e = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(key, e.ToString(), StringComparison.Ordinal);
        return e;
    }

    [Fact]
    public async Task Without_a_schema_any_object_is_asked_for_and_answered_alike()
    {
        using var client = await CreateAsync(new StandInOptions { Script = [Fault.SchemaRefused, Fault.SchemaRefused] });
        var (ct, options) = (TestContext.Current.CancellationToken, Prompts.Options(3));
        var refused = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, ct));
        Assert.Equal(CallOutcome.SchemaRefused, refused.Outcome);

        options.ResponseFormat = ChatResponseFormat.Json;
        Assert.Equal(3, Prompts.Read((await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, ct)).Text).Count);
    }

    [Fact]
    public async Task Without_any_format_the_answer_still_comes_as_text()
    {
        using var client = await CreateAsync(new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.AnyFormatRefused] = 1 } });
        var options = Prompts.Options(3);
        options.ResponseFormat = null;
        Assert.Equal(3, Prompts.Read((await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, TestContext.Current.CancellationToken)).Text).Count);
    }

    [Fact]
    public async Task Each_draft_belongs_to_its_post_although_answers_come_shuffled()
    {
        var drafts = Prompts.Read((await AnswerAsync(new StandInOptions())).Text);
        foreach (var (i, text) in Prompts.Texts.Index())
            Assert.All(drafts[$"p{i + 1}"].Values, draft => Assert.Contains(DraftText.WordOf(text), draft, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Usage_equals_the_providers_bill()
    {
        var response = await AnswerAsync(new StandInOptions { ThoughtTokensPerPost = 11 });
        var billed = Assert.Single(Server.Bill);
        var usage = ModelAnswer.UsageOf(response)!.Value;
        Assert.Equal((billed.Tokens.Prompt, billed.Tokens.Cached, billed.Tokens.Output, billed.Tokens.Thoughts), (usage.Prompt, usage.Cached, usage.Output, usage.Thoughts));
        Assert.Equal(33, usage.Thoughts);
        Assert.Equal(billed.ModelVersion, response.ModelId);
    }

    [Fact]
    public async Task Total_that_differs_from_its_parts_does_not_change_what_is_counted()
    {
        var response = await AnswerAsync(Fault.TotalDiffers);
        var billed = Assert.Single(Server.Bill).Tokens;
        Assert.Equal(billed.Total, ModelAnswer.UsageOf(response)!.Value.Total);
        Assert.Equal(billed.Total + 7, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task Long_common_prefix_is_reported_as_cached()
    {
        using var client = await CreateAsync(new StandInOptions());
        var messages = Prompts.Messages(Prompts.Texts);
        messages.Insert(0, new ChatMessage(ChatRole.System, string.Concat(Enumerable.Repeat("Speak plainly and briefly. ", 800))));
        var ct = TestContext.Current.CancellationToken;
        await client.GetResponseAsync(messages, Prompts.Options(3), ct);
        var second = ModelAnswer.UsageOf(await client.GetResponseAsync(messages, Prompts.Options(3), ct))!.Value;
        Assert.InRange(second.Cached, 4096, second.Prompt);
        Assert.Equal(Server.Bill[1].Tokens.Cached, second.Cached);
    }

    [Theory]
    [InlineData(Fault.RateLimited, CallOutcome.RateLimited, false)]
    [InlineData(Fault.RateLimitedBare, CallOutcome.RateLimited, false)]
    [InlineData(Fault.RateLimitedHelpOnly, CallOutcome.RateLimited, false)]
    [InlineData(Fault.DailyQuota, CallOutcome.DailyQuota, false)]
    [InlineData(Fault.DailyQuotaFinal, CallOutcome.DailyQuota, false)]
    [InlineData(Fault.InternalError, CallOutcome.ServerError, false)]
    [InlineData(Fault.Unavailable, CallOutcome.ServerError, false)]
    [InlineData(Fault.BadGateway, CallOutcome.ServerError, true)]
    [InlineData(Fault.ResetBeforeBilling, CallOutcome.Network, true)]
    [InlineData(Fault.ResetAfterBilling, CallOutcome.Network, true)]
    [InlineData(Fault.MalformedBody, CallOutcome.Unparsable, true)]
    [InlineData(Fault.BrokenGzip, CallOutcome.Network, true)]
    [InlineData(Fault.BrokenBrotli, CallOutcome.Network, true)]
    [InlineData(Fault.SchemaRefusedByBounds, CallOutcome.SchemaRefused, false)]
    [InlineData(Fault.SchemaRefusedByEnum, CallOutcome.SchemaRefused, false)]
    [InlineData(Fault.SchemaRefused, CallOutcome.SchemaRefused, false)]
    public async Task Fault13_each_failure_has_its_own_outcome(Fault fault, CallOutcome outcome, bool mayHaveBeenBilled)
    {
        var e = await FailAsync(new StandInOptions { Script = [fault] });
        Assert.Equal(outcome, e.Outcome);
        Assert.Equal(mayHaveBeenBilled, e.MayHaveBeenBilled);
        Assert.True(mayHaveBeenBilled || Server.Bill.Count == 0);
        Assert.Single(Server.Log);
    }

    [Theory]
    [InlineData(Fault.RateLimited, 1.0, 1_000L)]
    [InlineData(Fault.RateLimitedHelpOnly, 1.25, null)]
    [InlineData(Fault.RateLimitedBare, null, null)]
    [InlineData(Fault.RateLimitedForLong, 21_600.0, 1_000L)]
    [InlineData(Fault.DailyQuota, 1.0, 500L)]
    public async Task Fault13_delay_and_limit_of_a_429_are_read(Fault fault, double? seconds, long? limit)
    {
        var e = await FailAsync(new StandInOptions { Script = [fault] });
        Assert.Equal(429, e.HttpStatus);
        Assert.Equal(seconds, e.RetryAfter?.TotalSeconds);
        Assert.Equal(limit, e.QuotaLimit);
        Assert.Equal(limit is not null, e.QuotaId is not null);
    }

    [Fact]
    public async Task Request_over_the_servers_quota_names_the_limit_and_the_delay()
    {
        using var client = await CreateAsync(new StandInOptions { RequestsPerMinute = 1 });
        var ct = TestContext.Current.CancellationToken;
        await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), ct);
        var e = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), ct));
        Assert.Equal((CallOutcome.RateLimited, 1L), (e.Outcome, e.QuotaLimit));
        Assert.Contains("RequestsPerMinute", e.QuotaId, StringComparison.Ordinal);
        Assert.InRange(e.RetryAfter!.Value.TotalSeconds, 40, 60.1);
    }

    [Fact]
    public async Task Fault14_blocked_prompt_is_an_answer_with_its_reason_and_its_usage()
    {
        var response = await AnswerAsync(Fault.PromptBlocked);
        Assert.Equal("", response.Text);
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.NotNull(response.AdditionalProperties![ModelAnswer.BlockReason]);
        Assert.Equal(Assert.Single(Server.Bill).Tokens.Prompt, ModelAnswer.UsageOf(response)!.Value.Prompt);
    }

    [Fact]
    public async Task Fault14_blocked_answer_is_told_from_an_empty_one()
    {
        Assert.NotNull((await AnswerAsync(Fault.AnswerBlocked)).AdditionalProperties![ModelAnswer.BlockReason]);
        await Server.DisposeAsync();

        var empty = await AnswerAsync(Fault.EmptyAnswer);
        Assert.Equal("", empty.Text);
        Assert.False(empty.AdditionalProperties!.ContainsKey(ModelAnswer.BlockReason));
        Assert.Equal(ChatFinishReason.Stop, empty.FinishReason);
    }

    [Fact]
    public async Task Fault14_network_error_is_no_safety_block()
    {
        var e = await FailAsync(new StandInOptions { Script = [Fault.ResetAfterBilling] });
        Assert.Equal(CallOutcome.Network, e.Outcome);
    }

    [Fact]
    public async Task Truncated_answer_says_so_and_keeps_its_text_and_usage()
    {
        var response = await AnswerAsync(Fault.TruncatedAnswer);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.StartsWith("{\"posts\":[", response.Text, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(Server.Bill).Tokens.Output, ModelAnswer.UsageOf(response)!.Value.Output);
    }

    [Fact]
    public async Task Output_limit_is_sent()
    {
        using var client = await CreateAsync(new StandInOptions());
        var options = Prompts.Options(3);
        options.MaxOutputTokens = 20;
        var response = await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, TestContext.Current.CancellationToken);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(20, ModelAnswer.UsageOf(response)!.Value.Output);
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData(null)]
    public async Task How_long_to_think_is_sent_where_it_is_said(string? thinking)
    {
        using var client = await CreateAsync(new StandInOptions());
        var options = Prompts.Options(3);
        options.AdditionalProperties = ThinkingOption.Of(thinking);
        await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, TestContext.Current.CancellationToken);
        Assert.Equal(thinking, Assert.Single(Server.Log).Thinking);
    }

    [Fact]
    public async Task Hanging_server_ends_in_a_timeout_of_the_request()
    {
        var e = await FailAsync(new StandInOptions { Script = [Fault.Hang] }, timeoutSeconds: 0.3);
        Assert.Equal(CallOutcome.Timeout, e.Outcome);
        Assert.True(e.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Cancellation_while_the_server_works_is_no_failure_of_the_provider()
    {
        using var client = await CreateAsync(new StandInOptions { Script = [Fault.Hang] });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), source.Token));
        Assert.Equal(source.Token, e.CancellationToken);
    }

    [Fact]
    public async Task Unreachable_server_surely_costs_nothing()
    {
        using var client = await CreateAsync(new StandInOptions());
        await Server.DisposeAsync();
        var e = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken));
        Assert.Equal(CallOutcome.Network, e.Outcome);
        Assert.False(e.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Wrong_key_is_unauthorized_and_never_shown()
    {
        var e = await FailAsync(new StandInOptions(), key: "a-wrong-and-secret-key");
        Assert.Equal(CallOutcome.Unauthorized, e.Outcome);
    }

    [Fact]
    public async Task Unknown_model_is_not_found()
    {
        using var client = await CreateAsync(new StandInOptions());
        var options = Prompts.Options(3);
        options.ModelId = "model-of-tomorrow";
        var e = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, TestContext.Current.CancellationToken));
        Assert.Equal(CallOutcome.NotFound, e.Outcome);
    }

    [Fact]
    public async Task Key_travels_in_a_header_and_never_in_the_address()
    {
        await AnswerAsync(new StandInOptions());
        var arrival = Assert.Single(Server.Log);
        Assert.DoesNotContain(Key, arrival.PathAndQuery, StringComparison.Ordinal);
        Assert.DoesNotContain("?", arrival.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(new ApiKey(Key).Fingerprint, arrival.KeyHash);
    }

    [Fact]
    public async Task Odd_characters_of_posts_arrive_as_they_are()
    {
        using var client = await CreateAsync(new StandInOptions { Obedient = text => "Seen: " + text });
        string[] texts = ["quotes \" and \\ and </script>", "emoji 👩‍🚀 and 中文 and \u2028", "tab\tnull\0bell\u0007"];
        var response = await client.GetResponseAsync(Prompts.Messages(texts), Prompts.Options(3), TestContext.Current.CancellationToken);
        var drafts = Prompts.Read(response.Text);
        foreach (var (i, text) in texts.Index()) Assert.Equal("Seen: " + text, drafts[$"p{i + 1}"]["add_value"]);
    }

    [Fact]
    public async Task Many_requests_run_at_once()
    {
        using var client = await CreateAsync(new StandInOptions { Latency = TimeSpan.FromMilliseconds(300) });
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), TestContext.Current.CancellationToken)));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.3, 10);
        Assert.Equal(64, Server.Bill.Count);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }
}
