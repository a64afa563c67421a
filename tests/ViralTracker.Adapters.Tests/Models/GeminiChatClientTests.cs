using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.GeminiStandIn;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class GeminiChatClientTests
{
    private const string Secret = "AIza-secret-of-tests";

    private static GeminiChatClient Client(CannedHttp http) => new(http.Http, new GeminiOptions { Key = new ApiKey(Secret) });

    private static Task<ChatResponse> AskAsync(CannedHttp http, ChatOptions? options = null) =>
        Client(http).GetResponseAsync([new ChatMessage(ChatRole.User, "{}")], options, TestContext.Current.CancellationToken);

    private static Task<ModelCallException> FailAsync(int status, string body, ChatOptions? options = null) =>
        Assert.ThrowsAsync<ModelCallException>(() => AskAsync(new CannedHttp(status, body), options));

    private static string Error(int code, string message, string details = "[]") =>
        $$"""{"error":{"code":{{code}},"status":"X","message":"{{message}}","details":{{details}} } }""";

    [Theory]
    [InlineData("36s", "", 36.0)]
    [InlineData("36.42s", "", 36.42)]
    [InlineData(null, "Please retry in 36.42s.", 36.42)]
    [InlineData(null, "Please retry in 857.5ms.", 0.8575)]
    [InlineData(null, "Please retry in 14h2m3s.", 50523.0)]
    [InlineData("soon", "no number here", null)]
    public async Task RetryInfo_is_read_from_the_details_or_else_the_message(string? delay, string message, double? seconds)
    {
        var details = delay is null ? "[]" : $$"""[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"{{delay}}"}]""";
        var e = await FailAsync(429, Error(429, message, details));
        Assert.Equal(CallOutcome.RateLimited, e.Outcome);
        Assert.Equal(seconds, e.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("<html>", 20.0)]
    [InlineData("""{"error":{"code":429,"message":"slow down"}}""", 20.0)]
    [InlineData("""{"error":{"code":429,"message":"Please retry in 36.42s."}}""", 36.42)]
    public async Task Gateways_header_says_the_delay_where_Gemini_does_not(string body, double seconds)
    {
        var e = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(new CannedHttp(429, body, ("Retry-After", "20"))));
        Assert.Equal((CallOutcome.RateLimited, seconds), (e.Outcome, e.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task Daily_violation_rules_over_the_one_per_minute()
    {
        const string details = """[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"PerMinuteX","quotaValue":"15"},{"quotaId":"RequestsPerDayX","quotaValue":500}]}]""";
        var e = await FailAsync(429, Error(429, "quota", details));
        Assert.Equal((CallOutcome.DailyQuota, "RequestsPerDayX", 500L), (e.Outcome, e.QuotaId, e.QuotaLimit));
    }

    /// <summary>A limit of 0 is a model that the key may not use at all: proto JSON leaves the value out, the message has it.</summary>
    [Theory]
    [InlineData("Quota exceeded for metric: free_tier_requests, limit: 0, model: m\\nPlease retry in 20.1s.", """{"quotaId":"GenerateRequestsPerMinuteX"}""", CallOutcome.BadRequest)]
    [InlineData("Quota exceeded for metric: free_tier_requests, limit: 0", """{"quotaId":"GenerateRequestsPerDayX"}""", CallOutcome.BadRequest)]
    [InlineData("Quota exceeded.", """{"quotaId":"GenerateRequestsPerMinuteX","quotaValue":"0"}""", CallOutcome.BadRequest)]
    [InlineData("Your prepayment credits are depleted. Please go to AI Studio.", "{}", CallOutcome.NoCredit)]
    [InlineData("Quota exceeded for metric: free_tier_requests, limit: 20, model: m", """{"quotaId":"GenerateRequestsPerMinuteX","quotaValue":"20"}""", CallOutcome.RateLimited)]
    [InlineData("Quota exceeded, limit: 0.5", """{"quotaId":"GenerateRequestsPerMinuteX"}""", CallOutcome.RateLimited)]
    [InlineData("Quota exceeded.", """{"quotaId":"GenerateRequestsPerMinuteX","quotaValue":"\ud800"}""", CallOutcome.RateLimited)]
    public async Task What_no_waiting_helps_is_told_from_a_quota(string message, string violation, CallOutcome outcome)
    {
        var e = await FailAsync(429, Error(429, message, $$"""[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{{violation}}]}]"""));
        Assert.Equal(outcome, e.Outcome);
    }

    [Theory]
    [InlineData(400, "The input token count (40000) exceeds the maximum number of tokens allowed (32768).", true)]
    [InlineData(400, "Unable to submit request because it has a maxOutputTokens value of 65536 but the supported range is from 1 (inclusive) to 8193 (exclusive).", true)]
    [InlineData(413, "Request payload size exceeds the limit.", true)]
    [InlineData(400, "Invalid value at generation_config.max_output_tokens", false)]
    [InlineData(429, "Quota exceeded for metric: input_token_count, limit: 250000", false)]
    public async Task Request_that_is_too_large_is_told_from_a_wrong_one(int status, string message, bool tooLarge) =>
        Assert.Equal(tooLarge, (await FailAsync(status, Error(status, message), Prompts.Options(1))).TooLarge);

    /// <summary>The service's own words are long, and cut where they would say it.</summary>
    [Fact]
    public async Task Model_without_a_quota_is_told_so()
    {
        var e = await FailAsync(429, Error(429, "You exceeded your current quota. " + new string('x', 300) + " limit: 0, model: m"));
        Assert.EndsWith("; the key's project has no quota for this model", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Budget 0 is invalid. This model only works in thinking mode.", CallOutcome.BadRequest, "; generation.thinking in finder.yml asks for it")]
    [InlineData("Thinking level is not supported for this model.", CallOutcome.BadRequest, "; generation.thinking in finder.yml asks for it")]
    [InlineData("Unable to submit request because temperature must be 1.", CallOutcome.BadRequest, "; generation.temperature in finder.yml asks for it")]
    [InlineData("Request contains an invalid argument.", CallOutcome.SchemaRefused, "; it may be generation.thinking in finder.yml")]
    [InlineData("User location is not supported for the API use.", CallOutcome.BadRequest, "for the API use.")]
    [InlineData("maxItems is not supported", CallOutcome.SchemaRefused, "is not supported")]
    public async Task Setting_that_a_model_refuses_is_named(string message, CallOutcome outcome, string ending)
    {
        var options = Prompts.Options(1);
        (options.Temperature, options.AdditionalProperties) = (0.2f, ThinkingOption.Of("0"));
        var e = await FailAsync(400, Error(400, message), options);
        Assert.Equal(outcome, e.Outcome);
        Assert.EndsWith(ending, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_that_is_not_there_comes_with_where_to_look() =>
        Assert.EndsWith(
            "; https://ai.google.dev/gemini-api/docs/models lists those there are",
            (await FailAsync(404, Error(404, "models/gemini-1.5-flash is not found for API version v1beta, or is not supported for generateContent."))).Message, StringComparison.Ordinal);

    /// <summary>As the service writes where it would have streamed, and gateways that stream.</summary>
    [Fact]
    public async Task Error_in_a_list_is_read()
    {
        var e = await FailAsync(429, $"[{Error(429, "quota", """[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36s"}]""")}]");
        Assert.Equal((CallOutcome.RateLimited, 36.0), (e.Outcome, e.RetryAfter?.TotalSeconds));
    }

    /// <summary>499 is what the service itself and gateways say of an answer that came to nobody.</summary>
    [Theory]
    [InlineData(499, "The operation was cancelled.", CallOutcome.Timeout, true)]
    [InlineData(504, "Deadline expired before operation could complete.", CallOutcome.Timeout, true)]
    [InlineData(503, "The model is overloaded. Please try again later.", CallOutcome.ServerError, false)]
    [InlineData(403, "Your API key was reported as leaked. Please use another API key.", CallOutcome.Unauthorized, false)]
    [InlineData(400, "API key expired. Please renew the API key.", CallOutcome.Unauthorized, false)]
    public async Task Errors_own_words_keep_the_meaning_of_its_status(int status, string message, CallOutcome outcome, bool mayHaveBeenBilled)
    {
        var e = await FailAsync(status, Error(status, message));
        Assert.Equal((outcome, mayHaveBeenBilled), (e.Outcome, e.MayHaveBeenBilled));
    }

    /// <summary>Blocks are halved; of the others what was written is read, and asked again where nothing was.</summary>
    [Theory]
    [InlineData("SAFETY", true)]
    [InlineData("RECITATION", true)]
    [InlineData("LANGUAGE", true)]
    [InlineData("BLOCKLIST", true)]
    [InlineData("PROHIBITED_CONTENT", true)]
    [InlineData("SPII", true)]
    [InlineData("IMAGE_SAFETY", true)]
    [InlineData("IMAGE_PROHIBITED_CONTENT", true)]
    [InlineData("IMAGE_RECITATION", true)]
    [InlineData("OTHER", false)]
    [InlineData("MALFORMED_FUNCTION_CALL", false)]
    [InlineData("UNEXPECTED_TOOL_CALL", false)]
    [InlineData("FINISH_REASON_UNSPECIFIED", false)]
    public async Task Finish_reason_is_a_block_only_where_the_content_is_refused(string finish, bool blocked)
    {
        var response = await AskAsync(new CannedHttp(200, $$"""{"candidates":[{"finishReason":"{{finish}}"}],"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9} }"""));
        Assert.Equal(blocked, response.AdditionalProperties!.ContainsKey(ModelAnswer.BlockReason));
        Assert.Equal(9, ModelAnswer.UsageOf(response)!.Value.Prompt);
    }

    [Theory]
    [InlineData(429, "Your project has exceeded its monthly spending cap.", CallOutcome.NoCredit)]
    [InlineData(403, "This API method requires billing to be enabled. Please enable billing on project #1.", CallOutcome.NoCredit)]
    [InlineData(403, "Permission denied: Consumer 'api_key:x' has been suspended.", CallOutcome.Unauthorized)]
    [InlineData(429, "You exceeded your current quota, please check your plan and billing details.", CallOutcome.RateLimited)]
    [InlineData(429, "You have exceeded the spending limit of your tier in the last 10 minutes.", CallOutcome.RateLimited)]
    public async Task Missing_credit_is_told_from_a_wrong_key_and_a_quota(int status, string message, CallOutcome outcome) =>
        Assert.Equal(outcome, (await FailAsync(status, Error(status, message))).Outcome);

    [Theory]
    [InlineData("The specified schema produces a constraint that has too many states for serving.", CallOutcome.SchemaRefused)]
    [InlineData("Invalid value at generation_config.response_json_schema", CallOutcome.SchemaRefused)]
    [InlineData("maxItems is not supported", CallOutcome.SchemaRefused)]
    [InlineData("Request contains an invalid argument.", CallOutcome.SchemaRefused)]
    [InlineData("Budget 0 is invalid. This model only works in thinking mode.", CallOutcome.BadRequest)]
    [InlineData("API key not valid. Please pass a valid API key.", CallOutcome.Unauthorized)]
    public async Task Only_a_400_that_blames_the_schema_leads_down_the_ladder(string message, CallOutcome outcome)
    {
        Assert.Equal(outcome, (await FailAsync(400, Error(400, message), Prompts.Options(1))).Outcome);
    }

    [Fact]
    public async Task Bare_400_without_a_schema_is_a_bad_request()
    {
        Assert.Equal(CallOutcome.BadRequest, (await FailAsync(400, Error(400, "Request contains an invalid argument."))).Outcome);
    }

    [Theory]
    [InlineData(401, CallOutcome.Unauthorized, false)]
    [InlineData(403, CallOutcome.Unauthorized, false)]
    [InlineData(404, CallOutcome.NotFound, false)]
    [InlineData(504, CallOutcome.Timeout, true)]
    [InlineData(302, CallOutcome.BadRequest, false)]
    [InlineData(413, CallOutcome.BadRequest, false)]
    public async Task Status_alone_decides_where_the_body_says_nothing(int status, CallOutcome outcome, bool mayHaveBeenBilled)
    {
        var e = await FailAsync(status, "<html>\r\n");
        Assert.Equal((outcome, status, mayHaveBeenBilled), (e.Outcome, e.HttpStatus!.Value, e.MayHaveBeenBilled));
    }

    [Fact]
    public async Task Key_echoed_by_the_server_is_cut_out_of_the_message()
    {
        var e = await FailAsync(403, Error(403, $"key {Secret} is blocked\\n\\nfor this project"));
        Assert.DoesNotContain(Secret, e.ToString(), StringComparison.Ordinal);
        Assert.Equal("Gemini answered 403: key (key) is blocked for this project", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"candidates\":[{\"content\":")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\\ud800\"}]}}]}")]
    [InlineData("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\u00ff\u00fe\"}]}}]}")]
    public async Task Unreadable_200_counts_as_billed(string body)
    {
        var e = await FailAsync(200, body);
        Assert.Equal((CallOutcome.Unparsable, true), (e.Outcome, e.MayHaveBeenBilled));
    }

    [Fact]
    public async Task Text_is_all_parts_but_thoughts_and_tool_tokens_are_input()
    {
        const string body = """
            {"candidates":[{"content":{"parts":[{"text":"hidden","thought":true},{"text":"a"},{"text":"b"}]},"finishReason":"STOP"}],
             "usageMetadata":{"promptTokenCount":10,"cachedContentTokenCount":4,"candidatesTokenCount":3,"thoughtsTokenCount":5,"toolUsePromptTokenCount":2,"totalTokenCount":20},
             "modelVersion":"gemini-x-001","responseId":"abc"}
            """;
        var response = await AskAsync(new CannedHttp(200, body));
        Assert.Equal(("ab", "gemini-x-001", "abc"), (response.Text, response.ModelId, response.ResponseId));
        Assert.Equal(new(Prompt: 10, Cached: 4, Output: 3, Thoughts: 5, ToolUse: 2), ModelAnswer.UsageOf(response));
    }

    [Theory]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{}}""", false)]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{"totalTokenCount":900}}""", false)]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{"promptTokenCount":10}}""", false)]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":1}}""", true)]
    [InlineData("""{"promptFeedback":{"blockReason":"OTHER"},"usageMetadata":{"promptTokenCount":10}}""", true)]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{"promptTokenCount":10,"thoughtsTokenCount":5}}""", false)]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"a"}]}}],"usageMetadata":{"trafficType":"ON_DEMAND"}}""", false)]
    [InlineData("""{"candidates":[{"finishReason":"MAX_TOKENS"}],"usageMetadata":{"promptTokenCount":10,"thoughtsTokenCount":5,"totalTokenCount":15}}""", true)]
    public async Task Usage_without_its_counts_is_none_and_an_answer_names_only_the_version_it_tells(string body, bool counted)
    {
        var response = await AskAsync(new CannedHttp(200, body));

        Assert.Equal(counted, ModelAnswer.UsageOf(response) is not null);
        Assert.Null(response.ModelId);
    }

    /// <summary>The total says what the answer came to.</summary>
    [Theory]
    [InlineData("""{"promptTokenCount":10,"thoughtsTokenCount":5,"totalTokenCount":40}""", 25)]
    [InlineData("""{"promptTokenCount":10,"thoughtsTokenCount":5,"candidatesTokenCount":20,"totalTokenCount":40}""", 20)]
    public async Task Answers_tokens_that_are_not_told_are_the_rest_of_the_total(string usage, long output)
    {
        var response = await AskAsync(new CannedHttp(200, $$"""{"candidates":[{"content":{"parts":[{"text":"a","thoughtSignature":"xyz"}]} }],"usageMetadata":{{usage}} }"""));
        Assert.Equal(new(Prompt: 10, Cached: 0, Output: output, Thoughts: 5, ToolUse: 0), ModelAnswer.UsageOf(response));
    }

    [Fact]
    public async Task Request_holds_what_is_set_and_nothing_else()
    {
        var http = new CannedHttp(200, """{"usageMetadata":{}}""");
        await AskAsync(http, new ChatOptions { ModelId = "models/gemini-flash-latest" });
        Assert.Equal("/v1beta/models/gemini-flash-latest:generateContent", http.RequestAddress!.AbsolutePath);
        Assert.Equal("""{"contents":[{"role":"user","parts":[{"text":"{}"}]}],"generationConfig":{}}""", http.RequestBody);

        var all = Prompts.Options(1);
        all.Temperature = 0.2f;
        all.AdditionalProperties = ThinkingOption.Of("0");
        await AskAsync(http, all);
        using var document = JsonDocument.Parse(http.RequestBody);
        var config = document.RootElement.GetProperty("generationConfig");
        Assert.Equal("0.2", config.GetProperty("temperature").GetRawText());
        Assert.Equal(0, config.GetProperty("thinkingConfig").GetProperty("thinkingBudget").GetInt32());
        Assert.Equal("application/json", config.GetProperty("responseMimeType").GetString());
        Assert.Equal(JsonValueKind.Object, config.GetProperty("responseJsonSchema").ValueKind);
    }

    [Fact]
    public async Task Lone_surrogate_in_a_prompt_is_sent_as_the_replacement_character()
    {
        var http = new CannedHttp(200, """{"usageMetadata":{}}""");
        await Client(http).GetResponseAsync([new ChatMessage(ChatRole.User, "a\ud800b")], null, TestContext.Current.CancellationToken);
        Assert.Contains("a\ufffdb", http.RequestBody.Replace("\\uFFFD", "\ufffd", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountTokens_asks_for_the_whole_request()
    {
        await using var server = await StandInServer.StartAsync();
        using var http = ProviderHttp.CreateClient();
        var client = new GeminiChatClient(new ProviderHttp(http, TimeProvider.System), new GeminiOptions { Key = new ApiKey(StandInOptions.DefaultKey), BaseAddress = server.Address });
        var ct = TestContext.Current.CancellationToken;
        var counted = await client.GetService<ITokenCounter>()!.CountTokensAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), ct);
        var response = await client.GetResponseAsync(Prompts.Messages(Prompts.Texts), Prompts.Options(3), ct);
        Assert.Equal(ModelAnswer.UsageOf(response)!.Value.Prompt, counted);
        Assert.Single(server.Bill);
    }

    [Fact]
    public void Options_come_from_the_environment_and_never_print_the_key()
    {
        var environment = new Dictionary<string, string?> { ["GOOGLE_API_KEY"] = $" {Secret} ", ["GOOGLE_GEMINI_BASE_URL"] = "http://localhost:9/proxy/" };
        var options = GeminiOptions.FromEnvironment(environment.GetValueOrDefault)!;
        Assert.Equal(new Uri("http://localhost:9/proxy/"), options.BaseAddress);
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        Assert.Null(GeminiOptions.FromEnvironment(_ => null));

        environment["GOOGLE_API_KEY"] = "two\nlines";
        var e = Assert.ThrowsAny<ArgumentException>(() => GeminiOptions.FromEnvironment(environment.GetValueOrDefault));
        Assert.DoesNotContain("lines", e.ToString(), StringComparison.Ordinal);
    }
}
