using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Names what an error of an OpenAI-compatible service means for retry, quota and ledger.</summary>
internal static partial class OpenAiErrors
{
    /// <summary>Quota id of an account without credit: no waiting helps.</summary>
    private const string NoCredit = "insufficient_quota";

    public static ModelCallException Read(ProviderReply reply, bool formatSent, ApiKey? key)
    {
        using var document = reply.TryParse();
        var error = ErrorOf(document?.RootElement);
        var own = MessageOf(error);
        return (own ?? reply.Words) is { } message
            ? Of(reply, reply.Status, error, message, formatSent, key, HttpErrors.MayHaveBeenBilled(reply.Status, providersOwnWords: own is not null))
            : HttpErrors.WithoutDetails(reply, "The model service", key);
    }

    /// <summary>The error that stands in a 200 in place of an answer, where a router's own provider failed; null where there is none.</summary>
    public static ModelCallException? Within(ProviderReply reply, JsonElement root, bool formatSent, ApiKey? key)
    {
        if (root.Member("choices") is not null || root.Member("error") is not { } error || MessageOf(error) is not { } message) return null;
        var status = error.Member("code").Whole() is >= 400 and < 600 and var code ? (int)code : 502;
        return Of(reply, status, error, message, formatSent, key, mayHaveBeenBilled: true);
    }

    private static ModelCallException Of(ProviderReply reply, int status, JsonElement? error, string message, bool formatSent, ApiKey? key, bool mayHaveBeenBilled)
    {
        var code = error.Member("code").Said() ?? error.Member("type").Said() ?? "";
        var isLimited = status == 429;
        var quotaId = HttpErrors.MeansNoCredit(status, message) || (isLimited && code == NoCredit) ? NoCredit : isLimited ? QuotaIdOf(message) : null;
        // Services that do not know a model name it; web servers that do not know a path say "Not Found".
        var hint = message.Contains("model", StringComparison.OrdinalIgnoreCase) ? "" : HttpErrors.AddressHint(status);
        return new ModelCallException(Classify(status, code, error.Member("param").Said(), message, formatSent, quotaId), $"The model service answered {status}: {ErrorText.Clean(message, key)}{hint}")
        {
            HttpStatus = status,
            RetryAfter = quotaId == NoCredit ? null : reply.RetryAfter ?? DurationText.FindDelay(message),
            QuotaId = quotaId,
            QuotaLimit = isLimited ? LimitIn(message) : null,
            MayHaveBeenBilled = mayHaveBeenBilled,
        };
    }

    /// <summary>
    /// OpenAI writes <c>{"error":{"message","type","code","param"}}</c>, Gemini's own such service a list of it, local servers
    /// <c>{"error":"text"}</c>, some <c>{"object":"error","message"}</c> without an envelope, FastAPI <c>{"detail":…}</c>.
    /// </summary>
    private static JsonElement? ErrorOf(JsonElement? root) =>
        root is { ValueKind: JsonValueKind.Array } ? root.Items().Select(first => ErrorOf(first)).FirstOrDefault()
        : root.Member("error") ?? root.Member("detail") ?? (root.Member("object").Said() == "error" ? root : null);

    private static string? MessageOf(JsonElement? error) => error.Said() ?? error.Member("message").Said() ?? FieldFault(error);

    /// <summary>FastAPI's list of faults in fields: <c>body.response_format: Extra inputs are not permitted</c>.</summary>
    private static string? FieldFault(JsonElement? detail) =>
        detail.Items().Select(fault => (JsonElement?)fault).FirstOrDefault() is { } first && first.Member("msg").Said() is { } message
            ? $"{string.Join('.', first.Member("loc").Items().Select(part => ((JsonElement?)part).Said() ?? part.GetRawText()))}: {message}"
            : null;

    private static CallOutcome Classify(int status, string code, string? param, string message, bool formatSent, string? quotaId) => status switch
    {
        _ when quotaId is NoCredit => CallOutcome.NoCredit,
        429 when quotaId?.Contains("PerDay", StringComparison.Ordinal) == true => CallOutcome.DailyQuota,
        400 or 422 when formatSent && BlamesFormat(code, param, message) => CallOutcome.SchemaRefused,
        _ => HttpErrors.OutcomeOf(status),
    };

    private static bool BlamesFormat(string code, string? param, string message) =>
        param?.StartsWith("response_format", StringComparison.Ordinal) == true
        || code is "invalid_json_schema"
        || FormatWords.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] FormatWords = ["response_format", "schema", "grammar", "guided_json", "json_object", "structured output"];

    /// <summary>In the words of the other provider's ids, so that one rule reads both.</summary>
    private static string? QuotaIdOf(string message)
    {
        if (Quota().Match(message) is not { Success: true } match) return null;
        var unit = match.Groups["unit"].Value.StartsWith("r", StringComparison.OrdinalIgnoreCase) ? "Requests" : "Tokens";
        return unit + (match.Groups["per"].Value.StartsWith("d", StringComparison.OrdinalIgnoreCase) ? "PerDay" : "PerMinute");
    }

    /// <summary>The whole number after "Limit"; null where there is none, or one that is too large to bound anything.</summary>
    private static long? LimitIn(string message) =>
        Limit().Match(message) is { Success: true } match
        && long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    [GeneratedRegex(@"(?<unit>requests|tokens) per (?<per>min|day)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quota();

    /// <summary>Taken whole or not at all: of <c>200k</c> and <c>1.5M</c> the first digits are another limit.</summary>
    [GeneratedRegex(@"\bLimit:? (?<number>(?>[0-9][0-9,]*))(?!\w|\.[0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();
}
