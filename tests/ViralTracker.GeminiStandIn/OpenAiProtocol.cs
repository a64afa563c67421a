using System.Globalization;
using System.Text.Json.Nodes;

namespace ViralTracker.GeminiStandIn;

/// <summary>Answers and errors in the words of OpenAI's chat completions.</summary>
internal sealed class OpenAiProtocol : IProtocol
{
    public Reply Answer(Completion completion)
    {
        var finish = completion.BlockReason is not null || completion.FinishReason == "SAFETY" ? "content_filter" : completion.FinishReason == "MAX_TOKENS" ? "length" : "stop";
        var tokens = completion.Tokens;
        return Reply.Json(200, new JsonObject
        {
            ["id"] = completion.ResponseId,
            ["object"] = "chat.completion",
            ["model"] = completion.ModelVersion,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = completion.Text.Length > 0 ? completion.Text : null },
                ["finish_reason"] = finish,
            }),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = tokens.Prompt,
                ["completion_tokens"] = tokens.Output + tokens.Thoughts,
                ["total_tokens"] = completion.ReportedTotal,
                ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = tokens.Cached },
                ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = tokens.Thoughts },
            },
        });
    }

    public Reply Error(Fault fault) => fault switch
    {
        Fault.RateLimited => RateLimit("requests per min (RPM)", 1_000, "1s"),
        Fault.RateLimitedBare => Error(429, "Too many requests.", "requests", "rate_limit_exceeded"),
        Fault.RateLimitedHelpOnly => Error(429, "Rate limit reached. Please try again in 1.25s.", "requests", "rate_limit_exceeded"),
        Fault.RateLimitedForLong => RateLimit("requests per min (RPM)", 1_000, "6h0m0s"),
        Fault.DailyQuota => RateLimit("requests per day (RPD)", 500, "1s"),
        Fault.DailyQuotaFinal => Error(429, "Rate limit reached on requests per day (RPD): Limit 200, Used 200, Requested 1.", "requests", "rate_limit_exceeded"),
        Fault.InternalError => Error(500, "The server had an error while processing your request.", "server_error", null),
        Fault.Forbidden => Error(403, "Your account may not use this model.", "invalid_request_error", null),
        Fault.InvalidRequest => BadRequest("This model's maximum context length is exceeded."),
        Fault.Unavailable => Error(503, "The engine is currently overloaded, please try again later.", "server_error", null),
        Fault.SchemaRefusedByBounds or Fault.SchemaRefusedByEnum or Fault.SchemaRefused =>
            Error(400, "Invalid schema for response_format 'answer'.", "invalid_request_error", null, "response_format"),
        Fault.FormatRefused or Fault.AnyFormatRefused => Error(400, "This server does not support response_format.", "invalid_request_error", null, "response_format"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "is no error answer"),
    };

    public Reply OverQuota(QuotaHit hit) => RateLimit(
        (hit.QuotaId.Contains("Token", StringComparison.Ordinal) ? "tokens" : "requests") + (hit.QuotaId.Contains("PerDay", StringComparison.Ordinal) ? " per day" : " per min"),
        hit.Limit,
        ((hit.RetryAfter ?? TimeSpan.FromHours(1)).TotalSeconds + 0.001).ToString("0.###", CultureInfo.InvariantCulture) + "s");

    public Reply WrongKey => Error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");

    public Reply MissingKey => Error(401, "You didn't provide an API key.", "invalid_request_error", null);

    public Reply UnknownModel(string model) => Error(404, $"The model '{model}' does not exist or you do not have access to it.", "invalid_request_error", "model_not_found");

    public Reply BadRequest(string message) => Error(400, message, "invalid_request_error", null);

    private static Reply RateLimit(string quota, int limit, string delay) =>
        Error(429, $"Rate limit reached for the model on {quota}: Limit {limit}, Used {limit}, Requested 1. Please try again in {delay}.", "requests", "rate_limit_exceeded");

    private static Reply Error(int status, string message, string type, string? code, string? param = null) =>
        Reply.Json(status, new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = param, ["code"] = code } });
}
