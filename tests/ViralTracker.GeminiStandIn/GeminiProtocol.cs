using System.Globalization;
using System.Text.Json.Nodes;

namespace ViralTracker.GeminiStandIn;

/// <summary>Answers and errors in the words of the Gemini REST API.</summary>
internal sealed class GeminiProtocol : IProtocol
{
    private const string PerMinute = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier";
    private const string PerDay = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    public Reply Answer(Completion completion)
    {
        var body = new JsonObject();
        if (completion.BlockReason is { } reason)
        {
            body["promptFeedback"] = new JsonObject { ["blockReason"] = reason };
        }
        else
        {
            var content = new JsonObject { ["role"] = "model" };
            // An empty answer has no parts at all.
            if (completion.Text.Length > 0) content["parts"] = new JsonArray(new JsonObject { ["text"] = completion.Text });
            body["candidates"] = new JsonArray(new JsonObject { ["content"] = content, ["finishReason"] = completion.FinishReason, ["index"] = 0 });
        }
        body["usageMetadata"] = Usage(completion);
        body["modelVersion"] = completion.ModelVersion;
        body["responseId"] = completion.ResponseId;
        return Reply.Json(200, body);
    }

    public Reply Error(Fault fault) => fault switch
    {
        Fault.RateLimited => OverQuota(new QuotaHit(PerMinute, 1_000, Short)),
        Fault.RateLimitedBare => Error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."),
        Fault.RateLimitedHelpOnly => Error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota. Please retry in 1.25s.", Help()),
        Fault.RateLimitedForLong => OverQuota(new QuotaHit(PerMinute, 1_000, TimeSpan.FromHours(6))),
        Fault.DailyQuota => OverQuota(new QuotaHit(PerDay, 500, Short)),
        Fault.DailyQuotaFinal => OverQuota(new QuotaHit(PerDay, 500, null)),
        Fault.InternalError => Error(500, "INTERNAL", "An internal error has occurred. Please retry."),
        Fault.Forbidden => Error(403, "PERMISSION_DENIED", "Your project has been denied access. Please contact support."),
        Fault.InvalidRequest => BadRequest("Please use a valid role: user, model."),
        Fault.Unavailable => Error(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
        Fault.SchemaRefusedByBounds => BadRequest("The specified schema produces a constraint that has too many states for serving. Typical causes are array length limits such as maxItems."),
        Fault.SchemaRefusedByEnum or Fault.SchemaRefused or Fault.FormatRefused or Fault.AnyFormatRefused => BadRequest("Request contains an invalid argument."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "is no error answer"),
    };

    public Reply OverQuota(QuotaHit hit)
    {
        var violation = new JsonObject
        {
            ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_free_tier_requests",
            ["quotaId"] = hit.QuotaId,
            ["quotaDimensions"] = new JsonObject { ["location"] = "global" },
            ["quotaValue"] = hit.Limit.ToString(CultureInfo.InvariantCulture),
        };
        var details = new List<JsonNode>
        {
            new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure", ["violations"] = new JsonArray(violation) },
            Help(),
        };
        if (hit.RetryAfter is not { } delay) return Error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan and billing details.", [.. details]);
        var seconds = delay.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture) + "s";
        details.Add(new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = seconds });
        return Error(429, "RESOURCE_EXHAUSTED", $"You exceeded your current quota. Please retry in {seconds}.", [.. details]);
    }

    public Reply WrongKey => Error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.",
        new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = "API_KEY_INVALID", ["domain"] = "googleapis.com" });

    public Reply MissingKey => Error(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity to call this API.");

    public Reply UnknownModel(string model) => Error(404, "NOT_FOUND", $"models/{model} is not found for API version v1beta, or is not supported for this method.");

    public Reply BadRequest(string message) => Error(400, "INVALID_ARGUMENT", message);

    private static JsonObject Usage(Completion completion)
    {
        var tokens = completion.Tokens;
        var usage = new JsonObject { ["promptTokenCount"] = tokens.Prompt, ["totalTokenCount"] = completion.ReportedTotal };
        if (tokens.Output > 0) usage["candidatesTokenCount"] = tokens.Output;
        if (tokens.Thoughts > 0) usage["thoughtsTokenCount"] = tokens.Thoughts;
        if (tokens.Cached > 0) usage["cachedContentTokenCount"] = tokens.Cached;
        return usage;
    }

    private static JsonObject Help() => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.Help",
        ["links"] = new JsonArray(new JsonObject { ["description"] = "Learn more about Gemini API quotas", ["url"] = "https://ai.google.dev/gemini-api/docs/rate-limits" }),
    };

    private static Reply Error(int code, string status, string message, params JsonNode[] details)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["status"] = status };
        if (details.Length > 0) error["details"] = new JsonArray(details);
        return Reply.Json(code, new JsonObject { ["error"] = error });
    }
}
