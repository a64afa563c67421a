using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Adapters.Models.OpenAi;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class OpenAiChatClientTests
{
    private const string Good = """{"id":"x","model":"local-7b","choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}""";

    private static Task<ChatResponse> AskAsync(CannedHttp http, ChatOptions? options = null, OpenAiOptions? settings = null) =>
        new OpenAiChatClient(http.Http, settings ?? new OpenAiOptions { Key = new ApiKey("sk-secret") }).GetResponseAsync([new ChatMessage(ChatRole.User, "{}")], options, TestContext.Current.CancellationToken);

    private static string Counting(string usage) => $$"""{"usage":{{usage}}, "choices":[{"message":{"content":"{}"} }]}""";

    private static Task<ModelCallException> FailAsync(CannedHttp http, ChatOptions? options = null) => Assert.ThrowsAsync<ModelCallException>(() => AskAsync(http, options));

    [Theory]
    [InlineData("Retry-After", "20", 20)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("Retry-After", "0", 0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    public async Task Delay_is_read_from_the_header(string name, string value, double seconds)
    {
        var e = await FailAsync(new CannedHttp(429, """{"error":{"message":"slow down"}}""", (name, value)));
        Assert.Equal((CallOutcome.RateLimited, seconds), (e.Outcome, e.RetryAfter!.Value.TotalSeconds));
    }

    /// <summary>Else a clock here that is an hour behind makes hours of seconds, and the run stops.</summary>
    [Theory]
    [InlineData("Mon, 05 Jan 2026 10:00:20 GMT", 20)]
    [InlineData("Mon, 05 Jan 2026 09:00:00 GMT", 0)]
    public async Task Moment_to_wait_for_is_read_by_the_clock_of_who_names_it(string until, double seconds)
    {
        var e = await FailAsync(new CannedHttp(429, """{"error":{"message":"slow down"}}""", ("Date", "Mon, 05 Jan 2026 10:00:00 GMT"), ("Retry-After", until)));
        Assert.Equal(seconds, e.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("2147483647")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("soon")]
    public async Task Delay_that_nobody_can_mean_is_none(string value) =>
        Assert.Null((await FailAsync(new CannedHttp(429, """{"error":{"message":"slow down"}}""", ("Retry-After", value)))).RetryAfter);

    [Theory]
    [InlineData("""{"object":"error","message":"Rate limit reached on requests per min","type":"requests","code":429}""", "requests per min")]
    [InlineData("""{"detail":[{"loc":["body","model"],"msg":"too many of it"}]}""", "body.model: too many of it")]
    [InlineData("""{"detail":[{"loc":["body",0,"\ud800"],"msg":"too many of it"}]}""", "too many of it")]
    [InlineData("""[{"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED"}}]""", "Quota exceeded")]
    [InlineData("""{"message":"Slow down","request_id":"x"}""", "Slow down")]
    [InlineData("\"Slow down\"", "Slow down")]
    [InlineData("Slow down:\nsk-secret has no more", "Slow down: (key) has no more")]
    [InlineData("<html>", "without an error")]
    [InlineData("", "without an error")]
    [InlineData("\0\u0001\u0002", "without an error")]
    [InlineData("{\"mess", "without an error")]
    [InlineData("{\"error\":{\"message\":\"\\ud800\"}}", "without an error")]
    [InlineData("{\"error\":{\"message\":\"d\u00e9sol\u00e9\"}}", "without an error")]
    public async Task Delay_and_words_are_read_from_every_shape_of_error(string body, string words)
    {
        var e = await FailAsync(new CannedHttp(429, body, ("Retry-After", "20")));
        Assert.Equal((CallOutcome.RateLimited, 20), (e.Outcome, e.RetryAfter?.TotalSeconds));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on requests per min (RPM): Limit 3, Used 3, Requested 1", 3L)]
    [InlineData("on requests per min (RPM): Limit: 1,000,000. Please wait", 1_000_000L)]
    [InlineData("on tokens per min. Limit: 30000 / min.", 30_000L)]
    [InlineData("on tokens per min: Limit 10000", 10_000L)]
    [InlineData("on tokens per min: Limit 200k, Used 100k", null)]
    [InlineData("on tokens per min: Limit 1.5M", null)]
    [InlineData("on tokens per min: Limit 1,500.5", null)]
    [InlineData("on tokens per min: Limit 99999999999999999999, Used 3", null)]
    [InlineData("on tokens per min: Limit , Used 3", null)]
    [InlineData("on tokens per min: Limit ٣٠, Used 3", null)]
    [InlineData("on tokens per min: no Limit", null)]
    public async Task Limit_is_read_from_the_words_where_they_name_a_whole_number(string words, long? limit)
    {
        var e = await FailAsync(new CannedHttp(429, $$$"""{"error":{"message":"Rate limit reached {{{words}}}"}}"""));
        Assert.Equal((CallOutcome.RateLimited, limit), (e.Outcome, e.QuotaLimit));
    }

    /// <summary>Gateways write JSON, too, and know nothing of the bill.</summary>
    [Fact]
    public async Task Gateways_json_page_is_not_the_providers_own_word()
    {
        Assert.True((await FailAsync(new CannedHttp(502, """{"message":"Internal server error"}"""))).MayHaveBeenBilled);
        Assert.True((await FailAsync(new CannedHttp(503, "upstream connect error"))).MayHaveBeenBilled);
    }

    [Fact]
    public async Task Account_without_credit_is_terminal()
    {
        var e = await FailAsync(new CannedHttp(429, """{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}""", ("Retry-After", "1")));
        Assert.Equal((CallOutcome.NoCredit, "insufficient_quota", null), (e.Outcome, e.QuotaId, e.RetryAfter));
    }

    /// <summary>Each service has its own status for it; only the words tell it from a wrong key, a wrong request or too many of them.</summary>
    [Theory]
    [InlineData(403, """{"code":"The caller does not have permission to execute the specified operation","error":"Your newly created team doesn't have any credits or licenses yet. You can purchase those on https://console.x.ai/."}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"code":"Some resource has been exhausted","error":"Your team t has either used all available credits or reached its monthly spending limit. To continue making API requests, please purchase more credits or raise your spending limit."}""", CallOutcome.NoCredit)]
    [InlineData(400, """{"error":{"message":"Your credit balance is too low to access the API. Please go to Plans & Billing to upgrade or purchase credits.","type":"invalid_request_error"}}""", CallOutcome.NoCredit)]
    [InlineData(402, """{"error":{"message":"Insufficient Balance","type":"unknown_error","code":"invalid_request_error"}}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"error":{"code":"1113","message":"Insufficient balance or no resource package. Please recharge."}}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"error":{"message":"Your account is suspended due to insufficient balance, please recharge","type":"exceeded_current_quota_error"}}""", CallOutcome.NoCredit)]
    [InlineData(403, """{"error":{"message":"Key limit exceeded. This request requires more credits","code":403}}""", CallOutcome.NoCredit)]
    [InlineData(412, """{"error":{"message":"Account a is suspended, possibly due to reaching the monthly spending limit or failure to pay past invoices."}}""", CallOutcome.NoCredit)]
    [InlineData(403, "Insufficient credits", CallOutcome.NoCredit)]
    [InlineData(403, """{"error":"The caller does not have permission. Check the credentials."}""", CallOutcome.Unauthorized)]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided. You can find your API key in the billing section."}}""", CallOutcome.Unauthorized)]
    [InlineData(429, """{"error":{"message":"Rate limit reached. Buy credits to raise your limit: more credits, more requests per minute."}}""", CallOutcome.RateLimited)]
    [InlineData(429, """{"error":{"message":"You exceeded your current quota, please check your plan and billing details."}}""", CallOutcome.RateLimited)]
    [InlineData(429, """{"error":{"message":"Load is out of balance, retry"}}""", CallOutcome.RateLimited)]
    [InlineData(400, """{"error":{"message":"The model accredits nothing: insufficient context"}}""", CallOutcome.BadRequest)]
    [InlineData(503, """{"error":{"message":"Insufficient credits could be checked"}}""", CallOutcome.ServerError)]
    public async Task Missing_credit_is_told_by_its_words(int status, string body, CallOutcome outcome) =>
        Assert.Equal(outcome, (await FailAsync(new CannedHttp(status, body))).Outcome);

    [Theory]
    [InlineData("""{"error":{"message":"Unknown","param":"response_format"}}""", CallOutcome.SchemaRefused)]
    [InlineData("""{"error":"'response_format.type' must be 'json_schema' or 'text'"}""", CallOutcome.SchemaRefused)]
    [InlineData("""{"object":"error","message":"response_format json_schema is not supported","type":"BadRequestError","param":null,"code":400}""", CallOutcome.SchemaRefused)]
    [InlineData("""{"detail":[{"type":"extra_forbidden","loc":["body","response_format"],"msg":"Extra inputs are not permitted"}]}""", CallOutcome.SchemaRefused)]
    [InlineData("""[{"error":{"code":400,"message":"Unknown name 'response_format'","status":"INVALID_ARGUMENT"}}]""", CallOutcome.SchemaRefused)]
    [InlineData("response_format is not supported", CallOutcome.SchemaRefused)]
    [InlineData("no such model", CallOutcome.BadRequest)]
    [InlineData("""{"detail":[{"type":"missing","loc":["body","messages",0],"msg":"Field required"}]}""", CallOutcome.BadRequest)]
    [InlineData("""{"error":{"message":"maximum context length exceeded","code":"context_length_exceeded"}}""", CallOutcome.BadRequest)]
    public async Task Refused_response_format_is_told_from_other_400s(string body, CallOutcome outcome)
    {
        Assert.Equal(outcome, (await FailAsync(new CannedHttp(400, body), Prompts.Options(1))).Outcome);
    }

    /// <summary>A base address without its version is the usual slip: the advice to choose another model alone would lead astray.</summary>
    [Theory]
    [InlineData(404, "404 page not found", true)]
    [InlineData(404, """{"detail":"Not Found"}""", true)]
    [InlineData(404, "<html>", true)]
    [InlineData(405, """{"detail":"Method Not Allowed"}""", true)]
    [InlineData(307, "", true)]
    [InlineData(404, """{"error":{"message":"The model 'x' does not exist","code":"model_not_found"}}""", false)]
    [InlineData(401, "Unauthorized", false)]
    public async Task Address_where_nothing_stands_is_told_from_a_model_that_is_not_there(int status, string body, bool hints) =>
        Assert.Equal(hints, (await FailAsync(new CannedHttp(status, body))).Message.Contains("check the base address", StringComparison.Ordinal));

    [Theory]
    [InlineData("https://api.openai.com/v1", "max_completion_tokens")]
    [InlineData("https://eu.api.openai.com/v1/", "max_completion_tokens")]
    [InlineData("https://mine.openai.azure.com/openai/v1", "max_completion_tokens")]
    [InlineData("https://notapi.openai.com.example/v1", "max_tokens")]
    [InlineData("https://myopenai.azure.com/v1", "max_tokens")]
    [InlineData("http://localhost:11434/v1", "max_tokens")]
    public async Task Output_is_limited_by_the_name_that_the_service_knows(string address, string field)
    {
        var http = new CannedHttp(200, Good);
        await AskAsync(http, new ChatOptions { MaxOutputTokens = 9 }, new OpenAiOptions { BaseAddress = new Uri(address) });
        Assert.Contains($"\"{field}\":9", http.RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_server_needs_no_key_and_no_usage()
    {
        var http = new CannedHttp(200, Good);
        var settings = OpenAiOptions.FromEnvironment(name => name == "OPENAI_BASE_URL" ? "http://localhost:11434/v1/" : null)!;
        var response = await AskAsync(http, new ChatOptions { MaxOutputTokens = 9, ResponseFormat = ChatResponseFormat.Json }, settings);
        Assert.Equal(new Uri("http://localhost:11434/v1/chat/completions"), http.RequestAddress);
        Assert.Equal("local-7b", response.ModelId);
        Assert.Null(ModelAnswer.UsageOf(response));
        using var document = JsonDocument.Parse(http.RequestBody);
        Assert.Equal(9, document.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Equal("json_object", document.RootElement.GetProperty("response_format").GetProperty("type").GetString());
    }

    /// <summary>Else the service refuses the schema, and every run there would do without one.</summary>
    [Fact]
    public async Task Strict_schema_forbids_further_properties_in_every_object()
    {
        var http = new CannedHttp(200, Good);
        await AskAsync(http, Prompts.Options(2));
        using var document = JsonDocument.Parse(http.RequestBody);
        var answer = document.RootElement.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");
        Assert.False(answer.GetProperty("additionalProperties").GetBoolean());
        Assert.False(answer.GetProperty("properties").GetProperty("posts").GetProperty("items").GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public async Task Refusal_is_a_block()
    {
        var response = await AskAsync(new CannedHttp(200, """{"choices":[{"message":{"content":null,"refusal":"I can't help"},"finish_reason":"stop"}]}"""));
        Assert.Equal("refusal", response.AdditionalProperties![ModelAnswer.BlockReason]);
    }

    /// <summary>Routers answer so where the model's own host failed.</summary>
    [Theory]
    [InlineData("""{"error":{"code":429,"message":"Rate limit reached, please try again in 3s."}}""", CallOutcome.RateLimited, 3.0)]
    [InlineData("""{"error":{"code":503,"message":"No provider is free"}}""", CallOutcome.ServerError, null)]
    [InlineData("""{"error":{"code":"bad_gateway","message":"No answer"}}""", CallOutcome.ServerError, null)]
    [InlineData("""{"error":"model not loaded"}""", CallOutcome.ServerError, null)]
    public async Task Error_within_a_200_is_an_error_and_may_have_been_billed(string body, CallOutcome outcome, double? seconds)
    {
        var e = await FailAsync(new CannedHttp(200, body));
        Assert.Equal((outcome, seconds, true), (e.Outcome, e.RetryAfter?.TotalSeconds, e.MayHaveBeenBilled));
    }

    [Theory]
    [InlineData("Please retry after 27 seconds.", 27.0)]
    [InlineData("please try again after 1 seconds", 1.0)]
    [InlineData("Please try again in 1m2.5s.", 62.5)]
    [InlineData("Try again in 7 minutes and 12 seconds", 432.0)]
    [InlineData("Please wait 20 s before the next request", 20.0)]
    [InlineData("Please try again in 1 day.", 86400.0)]
    [InlineData("Please try again in 120ms", 0.12)]
    [InlineData("Please try again in 3 moments", null)]
    [InlineData("Please try again in 2 months", null)]
    [InlineData("Please retry after 27", null)]
    public async Task Delay_is_read_in_words_too(string words, double? seconds) =>
        Assert.Equal(seconds, (await FailAsync(new CannedHttp(429, $$$"""{"error":{"message":"{{{words}}}"}}"""))).RetryAfter?.TotalSeconds);

    /// <summary>Text in parts, thinking apart, is how some models answer.</summary>
    [Fact]
    public async Task Text_in_parts_is_put_together()
    {
        var response = await AskAsync(new CannedHttp(200, """
            {"choices":[{"message":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"reasoning","text":"hm"},{"type":"text","text":"{"},{"type":"text","text":"}"}]}}]}
            """));
        Assert.Equal("{}", response.Text);
    }

    private static string Saying(string content) => $$"""{"choices":[{"message":{"content":{{JsonSerializer.Serialize(content)}} } }]}""";

    /// <summary>Drafts that thinking weighs would else be taken for the answer.</summary>
    [Theory]
    [InlineData("<think>\n{\"a\":1}?\n</think>\n\n{\"a\":2}", "{\"a\":2}")]
    [InlineData("\n <thinking>{}</thinking>[1]", "[1]")]
    [InlineData("[THINK]maybe {}[/THINK]{\"a\":2}", "{\"a\":2}")]
    [InlineData("<|channel|>analysis<|message|>{}?<|end|><|start|>assistant<|channel|>final<|message|>{\"a\":2}", "{\"a\":2}")]
    [InlineData("Okay, {\"a\":1} would do.\n</think>\n```json\n{\"a\":2}\n```", "```json\n{\"a\":2}\n```")]
    [InlineData("<think></think>{\"a\":\"no </think> please\"}", "{\"a\":\"no </think> please\"}")]
    [InlineData("<think>\nI should answer {\"a\":1", "")]
    [InlineData("{\"a\":\"<think>no</think>\"}", "{\"a\":\"<think>no</think>\"}")]
    [InlineData("Here: {\"a\":\"why </think> ends\"}", "Here: {\"a\":\"why </think> ends\"}")]
    [InlineData("[{\"a\":\"</think>{\"}]", "[{\"a\":\"</think>{\"}]")]
    public async Task Thinking_left_in_the_text_is_no_part_of_the_answer(string content, string answer) =>
        Assert.Equal(answer, (await AskAsync(new CannedHttp(200, Saying(content)))).Text.TrimStart());

    /// <summary>Not each service translates what it passes on.</summary>
    [Theory]
    [InlineData("content_filter", "content_filter")]
    [InlineData("content_filter: SAFETY", "content_filter")]
    [InlineData("PROHIBITED_CONTENT", "content_filter")]
    [InlineData("sensitive", "content_filter")]
    [InlineData("length", "length")]
    [InlineData("model_length", "length")]
    [InlineData("MAX_TOKENS", "length")]
    [InlineData("stop", "stop")]
    [InlineData("eos", "eos")]
    [InlineData("insufficient_system_resource", "insufficient_system_resource")]
    public async Task Finish_reason_is_read_in_the_words_of_each_service(string said, string meant)
    {
        var response = await AskAsync(new CannedHttp(200, $$"""{"choices":[{"message":{"content":null},"finish_reason":"{{said}}"}]}"""));
        Assert.Equal(meant, response.FinishReason?.Value);
        Assert.Equal(meant == "content_filter", response.AdditionalProperties!.ContainsKey(ModelAnswer.BlockReason));
        Assert.Equal(said, response.AdditionalProperties[ModelAnswer.FinishReason]);
    }

    [Theory]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":4}}""", 4)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"prompt_cache_hit_tokens":6,"prompt_cache_miss_tokens":4}""", 6)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"cached_tokens":5}""", 5)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":null}""", 0)]
    public async Task Cached_tokens_are_found_where_each_service_tells_them(string usage, long cached) =>
        Assert.Equal(cached, ModelAnswer.UsageOf(await AskAsync(new CannedHttp(200, Counting(usage))))!.Value.Cached);

    /// <summary>DeepSeek keeps the connection alive with empty lines until the model answers.</summary>
    [Fact]
    public async Task Empty_lines_before_an_answer_are_no_part_of_it() =>
        Assert.Equal("{}", (await AskAsync(new CannedHttp(200, "\n\n \r\n" + Saying("{}")))).Text);

    /// <summary>OpenAI counts reasoning within the completion; xAI and some gateways to Gemini beside it, which only the total tells.</summary>
    [Theory]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":40,"completion_tokens_details":{"reasoning_tokens":20}}""", 10, 20)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":47,"completion_tokens_details":{"reasoning_tokens":20}}""", 10, 20)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":40,"completion_tokens_details":{"reasoning_tokens":0}}""", 30, 0)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"completion_tokens_details":{"reasoning_tokens":20}}""", 10, 20)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":60,"completion_tokens_details":{"reasoning_tokens":20}}""", 30, 20)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"total_tokens":213,"completion_tokens_details":{"reasoning_tokens":200}}""", 3, 200)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":3,"completion_tokens_details":{"reasoning_tokens":200}}""", 3, 200)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":240}""", 30, 200)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":0,"total_tokens":210}""", 0, 200)]
    [InlineData("""{"prompt_tokens":10,"total_tokens":210}""", 0, 200)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":40}""", 30, 0)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30,"total_tokens":7}""", 30, 0)]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":30}""", 30, 0)]
    public async Task Reasoning_counts_once_wherever_the_service_counts_it(string usage, long output, long thoughts)
    {
        var response = await AskAsync(new CannedHttp(200, Counting(usage)));
        Assert.Equal(new TokenUsage(10, 0, output, thoughts, 0), ModelAnswer.UsageOf(response));
    }

    /// <summary>Such a call keeps its reservation: what it cost, nobody knows.</summary>
    [Theory]
    [InlineData("""{"prompt_tokens":9000000000000000000,"completion_tokens":30}""")]
    [InlineData("""{"prompt_tokens":-10,"completion_tokens":30}""")]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":-30}""")]
    [InlineData("""{"prompt_tokens":10,"completion_tokens":1e300}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task Counts_that_cannot_be_are_no_counts(string usage)
    {
        Assert.Null(ModelAnswer.UsageOf(await AskAsync(new CannedHttp(200, Counting(usage)))));
    }

    [Fact]
    public async Task Model_without_a_name_is_the_one_asked_for()
    {
        Assert.Null((await AskAsync(new CannedHttp(200, """{"model":"","choices":[{"message":{"content":"{}"}}]}"""))).ModelId);
    }
}
