using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>Names what a Gemini error answer means for retry, quota and ledger.</summary>
internal static partial class GeminiErrors
{
    public static ModelCallException Read(ProviderReply reply, ChatOptions? sent, ApiKey key)
    {
        using var document = reply.TryParse();
        if (ErrorOf(document?.RootElement) is not { ValueKind: JsonValueKind.Object } error)
            return HttpErrors.WithoutDetails(reply, "Gemini", key);

        var message = error.Member("message").Said() ?? "";
        var details = error.Member("details").Items().ToList();
        var quota = reply.Status == 429 ? QuotaOf(details) : null;
        var outcome = Classify(reply.Status, message, details, schemaSent: sent?.ResponseFormat is ChatResponseFormatJson { Schema: not null }, quota);
        return new ModelCallException(outcome, $"Gemini answered {reply.Status}: {ErrorText.Clean(message, key, Hint(outcome, reply.Status, message, sent))}")
        {
            HttpStatus = reply.Status,
            RetryAfter = DelayOf(details, message) ?? reply.RetryAfter,
            QuotaId = quota?.Id,
            QuotaLimit = quota?.Limit,
            TooLarge = outcome == CallOutcome.BadRequest && (reply.Status == 413 || TooLargeWords.IsMatch(message)),
            MayHaveBeenBilled = HttpErrors.MayHaveBeenBilled(reply.Status, providersOwnWords: true),
        };
    }

    /// <summary>In a list where the answer would have been streamed.</summary>
    private static JsonElement? ErrorOf(JsonElement? root) =>
        root is { ValueKind: JsonValueKind.Array } ? root.Items().Select(first => first.Member("error")).FirstOrDefault() : root.Member("error");

    private static string Hint(CallOutcome outcome, int status, string message, ChatOptions? sent) => outcome switch
    {
        CallOutcome.NotFound => "; https://ai.google.dev/gemini-api/docs/models lists those there are",
        CallOutcome.BadRequest when status == 429 => "; the key's project has no quota for this model",
        // Models that think refuse a wrong setting of it with the same bare words.
        CallOutcome.SchemaRefused when IsBare(message) && ThinkingOption.In(sent) is not null => "; it may be generation.thinking in finder.yml",
        _ => RefusedSetting.Hint(status, message, sent),
    };

    private static CallOutcome Classify(int status, string message, List<JsonElement> details, bool schemaSent, (string? Id, long? Limit)? quota) => status switch
    {
        _ when HttpErrors.MeansNoCredit(status, message) => CallOutcome.NoCredit,
        // Nothing passes a limit of 0, today or later: the key's tier does not have the model.
        429 when quota?.Limit == 0 || LimitOfNone.IsMatch(message) => CallOutcome.BadRequest,
        429 when quota?.Id?.Contains("PerDay", StringComparison.OrdinalIgnoreCase) == true => CallOutcome.DailyQuota,
        400 when IsKeyInvalid(message, details) => CallOutcome.Unauthorized,
        400 when schemaSent && BlamesSchema(message) => CallOutcome.SchemaRefused,
        _ => HttpErrors.OutcomeOf(status),
    };

    private static bool IsKeyInvalid(string message, List<JsonElement> details) =>
        details.Any(d => d.Member("reason").Said() is "API_KEY_INVALID" or "API_KEY_EXPIRED")
        || message.StartsWith("API key ", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Live refusals name the schema, a bound, or "too many states for serving"; some say nothing but that an argument is invalid,
    /// and of what we send only the schema varies from model to model unnamed.
    /// </summary>
    private static bool BlamesSchema(string message) =>
        IsBare(message) || SchemaWords.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsBare(string message) =>
        message.Length == 0 || message.Contains("request contains an invalid argument", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] SchemaWords = ["schema", "too many states", "maxItems", "minItems", "max_items", "min_items", "enum"];

    private static (string? Id, long? Limit)? QuotaOf(List<JsonElement> details)
    {
        var violations = OfType(details, "QuotaFailure").SelectMany(d => d.Member("violations").Items())
            .Select(v => (Id: v.Member("quotaId").Said(), Limit: v.Member("quotaValue").Whole())).ToList();
        // A daily limit is the one that decides whether to wait or to stop.
        var daily = violations.FindIndex(v => v.Id?.Contains("PerDay", StringComparison.OrdinalIgnoreCase) == true);
        return violations.Count == 0 ? null : violations[Math.Max(0, daily)];
    }

    private static TimeSpan? DelayOf(List<JsonElement> details, string message) =>
        OfType(details, "RetryInfo").Select(d => DurationText.Parse(d.Member("retryDelay").Said())).FirstOrDefault(d => d is not null)
        ?? DurationText.FindDelay(message);

    /// <summary>Where the limit is 0, the details leave its value out.</summary>
    [GeneratedRegex(@"\blimit: 0(?![0-9.,]*[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LimitOfNone { get; }

    /// <summary>The model's context, or the longest answer of one that is smaller than most.</summary>
    [GeneratedRegex(@"\btoken count\b.*\bexceeds\b|\bmax_?output_?tokens\b.*\brange\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TooLargeWords { get; }

    private static IEnumerable<JsonElement> OfType(List<JsonElement> details, string name) =>
        details.Where(d => d.Member("@type").Said()?.EndsWith("." + name, StringComparison.Ordinal) == true);
}
