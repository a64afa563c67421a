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
        using var document = reply.TryParseObject();
        var error = ErrorOf(document?.RootElement);
        var message = error.Text() ?? error.Member("message").Text() ?? FieldFault(error);
        if (message is null) return HttpErrors.WithoutDetails(reply, "The model service");

        var code = error.Member("code").Text() ?? error.Member("type").Text() ?? "";
        var isLimited = reply.Status is 429 or 402;
        var quotaId = !isLimited ? null : code == NoCredit || reply.Status == 402 ? NoCredit : QuotaIdOf(message);
        return new ModelCallException(Classify(reply.Status, code, error.Member("param").Text(), message, formatSent, quotaId), $"The model service answered {reply.Status}: {ErrorText.Clean(message, key)}")
        {
            HttpStatus = reply.Status,
            RetryAfter = quotaId == NoCredit ? null : reply.RetryAfter ?? DurationText.FindDelay(message),
            QuotaId = quotaId,
            QuotaLimit = isLimited ? LimitIn(message) : null,
            MayHaveBeenBilled = HttpErrors.MayHaveBeenBilled(reply.Status, providersOwnWords: true),
        };
    }

    /// <summary>
    /// OpenAI writes <c>{"error":{"message","type","code","param"}}</c>, local servers <c>{"error":"text"}</c>, some <c>{"object":"error","message"}</c>
    /// without an envelope, FastAPI <c>{"detail":…}</c>.
    /// </summary>
    private static JsonElement? ErrorOf(JsonElement? root) =>
        root.Member("error") ?? root.Member("detail") ?? (root.Member("object").Text() == "error" ? root : null);

    /// <summary>FastAPI's list of faults in fields: <c>body.response_format: Extra inputs are not permitted</c>.</summary>
    private static string? FieldFault(JsonElement? detail) =>
        detail.Items().Select(fault => (JsonElement?)fault).FirstOrDefault() is { } first && first.Member("msg").Text() is { } message
            ? $"{string.Join('.', first.Member("loc").Items())}: {message}"
            : null;

    private static CallOutcome Classify(int status, string code, string? param, string message, bool formatSent, string? quotaId) => status switch
    {
        402 => CallOutcome.NoCredit,
        429 when quotaId is NoCredit => CallOutcome.NoCredit,
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
