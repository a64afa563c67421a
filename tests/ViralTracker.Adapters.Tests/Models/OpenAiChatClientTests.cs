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
    [InlineData("""{"error":{"message":"Json mode is not supported for this model.","code":20024}}""", CallOutcome.SchemaRefused)]
    [InlineData("""{"error":{"message":"Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.","code":"json_validate_failed","failed_generation":"{"}}""", CallOutcome.SchemaRefused)]
    [InlineData("no such model", CallOutcome.BadRequest)]
    [InlineData("""{"detail":[{"type":"missing","loc":["body","messages",0],"msg":"Field required"}]}""", CallOutcome.BadRequest)]
    [InlineData("""{"error":{"message":"maximum context length exceeded","code":"context_length_exceeded"}}""", CallOutcome.BadRequest)]
    public async Task Refused_response_format_is_told_from_other_400s(string body, CallOutcome outcome)
    {
        Assert.Equal(outcome, (await FailAsync(new CannedHttp(400, body), Prompts.Options(1))).Outcome);
    }

    /// <summary>Llama.cpp and Ollama say with 500 that they can make no grammar of a schema; Groq's model has written what it then refuses.</summary>
    [Theory]
    [InlineData(500, """{"error":{"code":500,"message":"Failed to initialize samplers: failed to parse grammar","type":"server_error"}}""", CallOutcome.SchemaRefused, false)]
    [InlineData(500, """{"error":{"message":"invalid JSON schema in format","type":"api_error"}}""", CallOutcome.SchemaRefused, false)]
    [InlineData(501, """{"error":{"code":501,"message":"This server does not support response_format","type":"not_supported_error"}}""", CallOutcome.SchemaRefused, false)]
    [InlineData(500, """{"error":{"message":"The server had an error"}}""", CallOutcome.ServerError, false)]
    [InlineData(502, "a schema of errors", CallOutcome.ServerError, true)]
    [InlineData(400, """{"error":{"message":"Failed to validate JSON.","code":"json_validate_failed"}}""", CallOutcome.SchemaRefused, true)]
    public async Task Format_refused_by_an_error_of_the_server_is_told_from_others(int status, string body, CallOutcome outcome, bool mayHaveBeenBilled)
    {
        var e = await FailAsync(new CannedHttp(status, body), Prompts.Options(1));
        Assert.Equal((outcome, mayHaveBeenBilled), (e.Outcome, e.MayHaveBeenBilled));
    }

    /// <summary>A base address without its version is the usual slip: the advice to choose another model alone would lead astray.</summary>
    [Theory]
    [InlineData(404, "404 page not found", true)]
    [InlineData(404, """{"detail":"Not Found"}""", true)]
    [InlineData(404, "<html>", true)]
    [InlineData(405, """{"detail":"Method Not Allowed"}""", true)]
    [InlineData(307, "", true)]
    [InlineData(404, """{"error":{"message":"The model 'x' does not exist","code":"model_not_found"}}""", false)]
    [InlineData(404, """{"error":{"message":"No endpoints found for deepseek/deepseek-x.","code":404}}""", false)]
    [InlineData(404, """{"error":{"message":"The API deployment for this resource does not exist.","code":"DeploymentNotFound"}}""", false)]
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
    [InlineData("""{"choices":[],"error":{"code":503,"message":"No provider is free"}}""", CallOutcome.ServerError, null)]
    [InlineData("""{"choices":[{"error":{"code":429,"message":"Rate limit reached, please try again in 3s."},"finish_reason":"error","message":{"content":""}}]}""", CallOutcome.RateLimited, 3.0)]
    [InlineData("""{"choices":[{"error":{"code":502,"message":"Provider disconnected"},"finish_reason":"error","message":{"content":null}}],"usage":{"prompt_tokens":9}}""", CallOutcome.ServerError, null)]
    [InlineData("""{"object":"error","message":"Too many requests","code":429}""", CallOutcome.RateLimited, null)]
    public async Task Error_within_a_200_is_an_error_and_may_have_been_billed(string body, CallOutcome outcome, double? seconds)
    {
        var e = await FailAsync(new CannedHttp(200, body));
        Assert.Equal((outcome, seconds, true), (e.Outcome, e.RetryAfter?.TotalSeconds, e.MayHaveBeenBilled));
    }

    /// <summary>Its whole parts are as good as any.</summary>
    [Fact]
    public async Task Answer_that_an_error_cut_off_is_still_read()
    {
        var response = await AskAsync(new CannedHttp(200, """{"choices":[{"error":{"code":502,"message":"Provider disconnected"},"finish_reason":"error","message":{"content":"{\"posts\":[{"}}],"usage":{"prompt_tokens":9,"completion_tokens":4}}"""));
        Assert.Equal("{\"posts\":[{", response.Text);
        Assert.Equal(4, ModelAnswer.UsageOf(response)!.Value.Output);
    }

    /// <summary>LM Studio's answer to a base address without its version.</summary>
    [Fact]
    public async Task Unknown_path_that_is_answered_by_200_is_told_as_one()
    {
        var e = await FailAsync(new CannedHttp(200, """{"error":"Unexpected endpoint or method. (POST /chat/completions)"}"""));
        Assert.Equal((CallOutcome.NotFound, false), (e.Outcome, e.MayHaveBeenBilled));
        Assert.EndsWith("; check the base address", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Some services refuse a prompt's content with an error, which no other model, key or try mends: the pack is to be halved, not the run stopped. Azure and xAI bill it.</summary>
    [Theory]
    [InlineData(400, """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", "content_filter")]
    [InlineData(400, """{"error":{"message":"Content Exists Risk","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}""", "content_filter")]
    [InlineData(400, """{"error":{"code":"data_inspection_failed","message":"Input text data may contain inappropriate content.","type":"data_inspection_failed"}}""", "data_inspection_failed")]
    [InlineData(400, """{"error":{"message":"<400> InternalError.Algo.DataInspectionFailed: Input text data may contain inappropriate content.","code":"400"}}""", "content_filter")]
    [InlineData(400, """{"error":{"message":"Invalid prompt: your prompt was flagged as potentially violating our usage policy.","type":"invalid_request_error","code":"invalid_prompt"}}""", "invalid_prompt")]
    [InlineData(403, """{"error":{"code":403,"message":"openai/gpt-5 requires moderation on OpenAI. Your input was flagged for \"harassment\". No credits were charged.","metadata":{"reasons":["harassment"],"flagged_input":"a post"}}}""", "content_filter")]
    [InlineData(403, """{"code":"The caller does not have permission to execute the specified operation","error":"Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO"}""", "content_filter")]
    [InlineData(200, """{"error":{"code":400,"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"Content Exists Risk\"}}"}}}""", "content_filter")]
    [InlineData(200, """{"choices":[{"error":{"code":400,"message":"Content Exists Risk"},"message":{"content":""}}]}""", "content_filter")]
    public async Task Content_refused_by_an_error_is_a_block_of_unknown_cost(int status, string body, string reason)
    {
        var response = await AskAsync(new CannedHttp(status, body));
        Assert.Equal((reason, ""), (response.AdditionalProperties![ModelAnswer.BlockReason], response.Text));
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Null(ModelAnswer.UsageOf(response));
    }

    [Theory]
    [InlineData(401, """{"error":{"message":"Your access was terminated due to violation of our usage policy","code":"account_deactivated"}}""", CallOutcome.Unauthorized)]
    [InlineData(403, """{"error":{"message":"Your team is blocked.","code":"permission_denied"}}""", CallOutcome.Unauthorized)]
    [InlineData(400, """{"error":{"message":"Invalid content type of messages[0]","code":"invalid_request_error"}}""", CallOutcome.BadRequest)]
    [InlineData(500, """{"error":{"message":"The content filter is not reachable"}}""", CallOutcome.ServerError)]
    public async Task Refused_content_is_told_from_a_refused_account(int status, string body, CallOutcome outcome) =>
        Assert.Equal(outcome, (await FailAsync(new CannedHttp(status, body))).Outcome);

    /// <summary>What a router's own words hide, its provider's tell.</summary>
    [Theory]
    [InlineData("""{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\"error\":{\"message\":\"Invalid schema for response_format\",\"code\":null}}","provider_name":"OpenAI"}}}""", CallOutcome.SchemaRefused, "Provider returned error: Invalid schema for response_format")]
    [InlineData("""{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":{"error":{"message":"The model sk-secret does not exist","code":"model_not_found"}}}}}""", CallOutcome.NotFound, "Provider returned error: The model (key) does not exist")]
    [InlineData("""{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"some/model is resting"}}}""", CallOutcome.BadRequest, "Provider returned error: some/model is resting")]
    [InlineData("""{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"<html>"}}}""", CallOutcome.BadRequest, "Provider returned error")]
    [InlineData("""{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","response_format","json_schema"],"msg":"Extra inputs are not permitted"}]},"type":"invalid_request_error","code":null}""", CallOutcome.SchemaRefused, "body.response_format.json_schema: Extra inputs are not permitted")]
    [InlineData("""{"success":false,"errors":[{"code":7000,"message":"No route for that URI"}],"messages":[]}""", CallOutcome.BadRequest, "No route for that URI")]
    public async Task Error_within_an_error_is_read(string body, CallOutcome outcome, string words)
    {
        var e = await FailAsync(new CannedHttp(400, body), Prompts.Options(1));
        Assert.Equal(outcome, e.Outcome);
        Assert.StartsWith("The model service answered 400: " + words, e.Message, StringComparison.Ordinal);
    }

    /// <summary>The advice that ends a run goes by it: a right key is not to be corrected, nor a wrong one blamed on the model.</summary>
    [Theory]
    [InlineData(400, """{"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***3f. You can obtain an API key from https://console.x.ai."}""", CallOutcome.Unauthorized)]
    [InlineData(400, """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""", CallOutcome.Unauthorized)]
    [InlineData(400, """{"error":{"message":"Wrong","code":"invalid_api_key"}}""", CallOutcome.Unauthorized)]
    [InlineData(403, """{"error":{"message":"Project `proj_x` does not have access to model `gpt-5`","type":"invalid_request_error","code":"model_not_found"}}""", CallOutcome.NotFound)]
    [InlineData(400, """{"error":{"message":"The model `llama3-8b` has been decommissioned","code":"model_decommissioned"}}""", CallOutcome.NotFound)]
    [InlineData(410, """{"error":{"message":"The model is gone"}}""", CallOutcome.NotFound)]
    [InlineData(403, """{"error":{"message":"Country, region, or territory not supported","type":"request_forbidden","code":"unsupported_country_region_territory"}}""", CallOutcome.BadRequest)]
    [InlineData(429, """{"error":{"message":"Your account is not active, please check your billing details on our website.","type":"billing_not_active","code":"billing_not_active"}}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"quota"}}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"error":{"message":"You exceeded your current token quota: 9, please check your account balance","type":"exceeded_current_quota_error"}}""", CallOutcome.NoCredit)]
    [InlineData(400, """{"error":{"message":"Access denied, please make sure your account is in good standing.","code":"Arrearage"}}""", CallOutcome.NoCredit)]
    [InlineData(429, """{"error":{"message":"Rate limit reached for gpt-5 on tokens per min (TPM): Limit 0, Used 0, Requested 900. Please try again in 6m0s."}}""", CallOutcome.BadRequest)]
    [InlineData(429, """{"error":{"message":"Rate limit exceeded: free-models-per-day-high-balance. "}}""", CallOutcome.DailyQuota)]
    [InlineData(429, """{"error":{"message":"Rate limit exceeded","metadata":{"limit_source":"openrouter_free_tier_daily"}}}""", CallOutcome.DailyQuota)]
    [InlineData(429, """{"error":{"message":"Rate limit exceeded: free-models-per-min. "}}""", CallOutcome.RateLimited)]
    [InlineData(429, """{"error":{"message":"Rate limit reached on tokens per day (TPD): Limit 100000, Used 99000, Requested 2000. Please try again in 14m24s."}}""", CallOutcome.DailyQuota)]
    [InlineData(498, """{"error":{"message":"Flex tier capacity exceeded"}}""", CallOutcome.ServerError)]
    [InlineData(409, """{"error":{"message":"Try again"}}""", CallOutcome.ServerError)]
    [InlineData(499, "", CallOutcome.Timeout)]
    [InlineData(524, "<html>", CallOutcome.Timeout)]
    [InlineData(529, """{"error":{"message":"Overloaded"}}""", CallOutcome.ServerError)]
    public async Task Refusal_is_read_by_what_mends_it(int status, string body, CallOutcome outcome) =>
        Assert.Equal(outcome, (await FailAsync(new CannedHttp(status, body))).Outcome);

    /// <summary>OpenRouter writes the moment into the body, in milliseconds.</summary>
    [Fact]
    public async Task Days_quota_says_when_it_resets_where_the_error_does()
    {
        var reset = TimeProvider.System.GetUtcNow().AddHours(5).ToUnixTimeMilliseconds();
        var e = await FailAsync(new CannedHttp(429, $$$"""{"error":{"message":"Rate limit exceeded: free-models-per-day","metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Reset":"{{{reset}}}"} } } }"""));
        Assert.InRange(e.RetryAfter!.Value.TotalHours, 4.9, 5);
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

    /// <summary>Llama.cpp and servers like it refuse all while they load.</summary>
    [Theory]
    [InlineData(503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", 30.0)]
    [InlineData(503, """{"error":"Model x is currently loading","estimated_time":48.5}""", 48.5)]
    [InlineData(503, """{"error":{"message":"The engine is overloaded"}}""", null)]
    public async Task Model_that_is_being_loaded_is_waited_for(int status, string body, double? seconds)
    {
        var e = await FailAsync(new CannedHttp(status, body));
        Assert.Equal((CallOutcome.ServerError, seconds), (e.Outcome, e.RetryAfter?.TotalSeconds));
    }

    /// <summary>In the words of OpenAI, OpenAI's models, llama.cpp, LM Studio, vLLM, OpenRouter, Mistral, xAI, TGI, Alibaba, DeepSeek, Volcengine, Groq and web servers.</summary>
    [Theory]
    [InlineData(400, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.", true)]
    [InlineData(400, "max_tokens is too large: 6000. This model supports at most 4096 completion tokens, whereas you provided 6000.", true)]
    [InlineData(400, "request (33056 tokens) exceeds the available context size (32768 tokens), try increasing it", true)]
    [InlineData(400, "Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens", true)]
    [InlineData(400, "The decoder prompt (length 40000) is longer than the maximum model length of 32768.", true)]
    [InlineData(400, "This endpoint's maximum context length is 8192 tokens. However, you requested about 9000 tokens", true)]
    [InlineData(400, "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length", true)]
    [InlineData(400, "This model's maximum prompt length is 131072 but the request contains 500000 tokens.", true)]
    [InlineData(422, "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 8193. Given: 9000 `inputs` tokens", true)]
    [InlineData(400, "<400> InternalError.Algo.InvalidParameter: Range of max_tokens should be [1, 8192]", true)]
    [InlineData(400, "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 30720]", true)]
    [InlineData(400, "Invalid max_tokens value, the valid range of max_tokens is [1, 8192]", true)]
    [InlineData(400, "The parameter max_tokens specified in the request is not valid: integer above maximum value, expected a value <= 12288", true)]
    [InlineData(400, "Please reduce the length of the messages or completion.", true)]
    [InlineData(400, "Prompt is too long: 5152 tokens exceeds max_seq_len 2048", true)]
    [InlineData(413, "Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 7200, please reduce your message size and try again.", true)]
    [InlineData(413, "Payload Too Large", true)]
    [InlineData(429, "Request too large for gpt-5 on tokens per min (TPM): Limit 30,000, Requested 40,000. The input or output tokens must be reduced.", true)]
    [InlineData(429, "Rate limit reached for gpt-5 on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 2s.", false)]
    [InlineData(429, "Too many tokens, please wait before trying again.", false)]
    [InlineData(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", false)]
    [InlineData(400, "Invalid context: messages[0] has no role", false)]
    [InlineData(500, "The maximum context length could not be read", false)]
    public async Task Request_that_is_too_large_is_told_from_a_wrong_one(int status, string message, bool tooLarge)
    {
        var e = await FailAsync(new CannedHttp(status, $$$"""{"error":{"message":{{{JsonSerializer.Serialize(message)}}} } }"""), Prompts.Options(1));
        Assert.Equal((tooLarge, tooLarge ? CallOutcome.BadRequest : e.Outcome), (e.TooLarge, e.Outcome));
    }

    [Fact]
    public async Task Limit_that_a_request_alone_exceeds_is_told_with_it()
    {
        var e = await FailAsync(new CannedHttp(413, """{"error":{"message":"Request too large on tokens per minute (TPM): Limit 6000, Requested 7200"}}"""));
        Assert.Equal(("TokensPerMinute", 6_000L), (e.QuotaId, e.QuotaLimit));
    }

    /// <summary>Behind a gateway nobody sees from the address which name of the limit the model knows. A refusal tells, once.</summary>
    [Theory]
    [InlineData("https://gateway.example/v1", "max_completion_tokens", """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}""")]
    [InlineData("https://mine.openai.azure.com/openai/v1", "max_tokens", """{"error":{"message":"Unrecognized request argument supplied: max_completion_tokens","type":"invalid_request_error","param":null}}""")]
    [InlineData("https://mine.openai.azure.com/openai/v1", "max_tokens", """{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}""")]
    public async Task Output_limit_that_is_refused_goes_by_its_other_name_from_then_on(string address, string known, string refusal)
    {
        using var handler = new Knowing($"\"{known}\":9", refusal);
        using var client = new OpenAiChatClient(new ProviderHttp(new HttpClient(handler), TimeProvider.System), new OpenAiOptions { BaseAddress = new Uri(address) });
        Task<ChatResponse> AskAsync() => client.GetResponseAsync([new ChatMessage(ChatRole.User, "{}")], new ChatOptions { MaxOutputTokens = 9, ResponseFormat = ChatResponseFormat.Json }, TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<ModelCallException>(AskAsync);
        Assert.Equal((CallOutcome.BadRequest, true), (e.Outcome, e.Adapted));
        Assert.Equal("{}", (await AskAsync()).Text);
    }

    [Fact]
    public async Task Output_limit_that_is_refused_by_both_its_names_ends_the_tries()
    {
        using var handler = new Knowing("nothing", """{"error":{"message":"Unknown parameter: 'max_tokens', 'max_completion_tokens'"}}""");
        using var client = new OpenAiChatClient(new ProviderHttp(new HttpClient(handler), TimeProvider.System), new OpenAiOptions());
        Task<ChatResponse> AskAsync() => client.GetResponseAsync([new ChatMessage(ChatRole.User, "{}")], new ChatOptions { MaxOutputTokens = 9 }, TestContext.Current.CancellationToken);

        Assert.True((await Assert.ThrowsAsync<ModelCallException>(AskAsync)).Adapted);
        Assert.False((await Assert.ThrowsAsync<ModelCallException>(AskAsync)).Adapted);
        Assert.False((await Assert.ThrowsAsync<ModelCallException>(AskAsync)).Adapted);
    }

    /// <summary>Answers what holds a text, and refuses the rest.</summary>
    private sealed class Knowing(string text, string refusal) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (await request.Content!.ReadAsStringAsync(cancellationToken)).Contains(text, StringComparison.Ordinal)
                ? new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent(Good) }
                : new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new StringContent(refusal) };
    }

    /// <summary>The setting is the person's own: it is named, not dropped.</summary>
    [Theory]
    [InlineData("""{"error":{"message":"Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.","param":"temperature","code":"unsupported_value"}}""", "; generation.temperature in finder.yml asks for it")]
    [InlineData("""{"error":{"message":"Unsupported value: 'minimal' is not supported with this model.","param":"reasoning_effort","code":"unsupported_value"}}""", "; generation.thinking in finder.yml asks for it")]
    [InlineData("""{"error":{"message":"Unrecognized request argument supplied: reasoning_effort"}}""", "; generation.thinking in finder.yml asks for it")]
    [InlineData("""{"error":{"message":"Bad messages"}}""", "Bad messages")]
    public async Task Setting_that_a_model_refuses_is_named(string body, string ending)
    {
        var options = Prompts.Options(1);
        (options.Temperature, options.AdditionalProperties) = (0.2f, ThinkingOption.Of("minimal"));
        var e = await FailAsync(new CannedHttp(400, body), options);
        Assert.Equal(CallOutcome.BadRequest, e.Outcome);
        Assert.EndsWith(ending, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://models.example/v1/?key=secret", "; https://models.example/v1/models lists those there are")]
    [InlineData("http://anna:pass@localhost:1234/v1", "; http://localhost:1234/v1/models lists those there are")]
    public async Task Model_that_is_not_there_comes_with_where_to_look(string address, string hint)
    {
        var http = new CannedHttp(404, """{"error":{"message":"model 'x' not found, try pulling it first"}}""");
        var e = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(http, settings: new OpenAiOptions { BaseAddress = new Uri(address) }));
        Assert.EndsWith(hint, e.Message, StringComparison.Ordinal);
    }

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
