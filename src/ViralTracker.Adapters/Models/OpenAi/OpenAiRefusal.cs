using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <param name="LimitField">The name that the limit of output went by.</param>
internal readonly record struct OpenAiRequest(ChatOptions? Options, string LimitField);

/// <summary>An error of an OpenAI-compatible service, and what it means for retry, quota and ledger.</summary>
/// <param name="Codes">Every code and type that it carries.</param>
internal sealed partial record OpenAiRefusal(int Status, string Message, string[] Codes, string? Param, bool MayHaveBeenBilled)
{
    /// <summary>Quota id of an account without credit: no waiting helps.</summary>
    private const string NoCredit = "insufficient_quota";

    private bool IsLimit => Status is 413 or 429;

    private long? Limit => IsLimit ? Number(LimitWords, Message) : null;

    private string? QuotaId => IsNoCredit ? NoCredit : IsLimit ? QuotaIdOf(Message) ?? (Has(DaysLimits) ? "RequestsPerDay" : null) : null;

    private bool IsNoCredit => HttpErrors.MeansNoCredit(Status, Message) || (Status is >= 400 and < 500 && Has(NoCreditCodes));

    /// <summary>The service's code for content that it refuses; null for other refusals.</summary>
    private string? Block => Status is not (400 or 403 or 422 or 451) ? null : Codes.FirstOrDefault(BlockCodes.Contains) ?? (BlockWords.IsMatch(Message) ? "content_filter" : null);

    /// <summary>More than the model's context holds, than it answers with, or than a whole minute's quota: no wait makes room for it.</summary>
    private bool IsTooLarge => Status switch
    {
        413 => true,
        429 => Limit > 0 && Number(RequestedWords, Message) > Limit,
        400 or 416 or 422 => Has(TooLargeCodes) || TooLargeWords.IsMatch(Message),
        _ => false,
    };

    /// <summary>Whether the service does not know the parameter, rather than not like its value.</summary>
    private bool Refuses(string parameter) =>
        Status is 400 or 422 && UnknownParameterWords.IsMatch(Message) && Regex.IsMatch($"{Param} {Message}", $@"\b{parameter}\b", RegexOptions.CultureInvariant);

    /// <summary>Services that do not know a model name it; web servers that do not know a path say "Not Found".</summary>
    private bool IsAboutModel => Has(UnknownModelCodes) || ModelWords.Any(word => Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <param name="delay">What the service asks to wait.</param>
    /// <returns>A block, where it is the content that is refused: other posts may pass.</returns>
    /// <exception cref="ModelCallException">Everything else.</exception>
    public ChatResponse Meaning(TimeSpan? delay, OpenAiRequest sent, OpenAiOptions settings)
    {
        if (Block is { } reason) return OpenAiAnswers.Blocked(reason);
        var (quotaId, outcome) = (QuotaId, Outcome(sent.Options?.ResponseFormat is ChatResponseFormatJson));
        throw new ModelCallException(outcome, $"The model service answered {Status}: {ErrorText.Clean(Message, settings.Key, Hint(outcome, sent.Options, settings))}")
        {
            HttpStatus = Status,
            RetryAfter = quotaId == NoCredit ? null : delay,
            QuotaId = quotaId,
            QuotaLimit = Limit,
            TooLarge = outcome == CallOutcome.BadRequest && IsTooLarge,
            Adapted = outcome == CallOutcome.BadRequest && sent.Options?.MaxOutputTokens is not null && sent.LimitField == settings.OutputLimitField && Refuses(sent.LimitField),
            // Of an answer that does not fit the schema every token was written.
            MayHaveBeenBilled = MayHaveBeenBilled || Has(UnfitAnswerCodes),
        };
    }

    private CallOutcome Outcome(bool formatSent) => Status switch
    {
        _ when IsNoCredit => CallOutcome.NoCredit,
        // Nothing passes a limit of 0, today or later: the account does not have the model.
        _ when Limit == 0 => CallOutcome.BadRequest,
        _ when QuotaId?.Contains("PerDay", StringComparison.Ordinal) == true => CallOutcome.DailyQuota,
        _ when IsTooLarge => CallOutcome.BadRequest,
        >= 400 and < 500 when Has(UnknownModelCodes) => CallOutcome.NotFound,
        400 when Has(WrongKeyCodes) || WrongKeyWords.IsMatch(Message) => CallOutcome.Unauthorized,
        403 when Has(PlaceCodes) => CallOutcome.BadRequest,
        400 or 422 or 500 or 501 when formatSent && BlamesFormat => CallOutcome.SchemaRefused,
        _ => HttpErrors.OutcomeOf(Status),
    };

    private string Hint(CallOutcome outcome, ChatOptions? sent, OpenAiOptions settings) =>
        outcome == CallOutcome.NotFound && IsAboutModel ? $"; {settings.ModelsEndpoint} lists those there are"
        : Limit == 0 ? "; the account has no quota for this model"
        : RefusedSetting.Hint(Status, $"{Param} {Message}", sent) is { Length: > 0 } setting ? setting
        : HttpErrors.AddressHint(Status);

    private bool BlamesFormat =>
        Param?.StartsWith("response_format", StringComparison.Ordinal) == true
        || Has(FormatCodes) || Has(UnfitAnswerCodes)
        || FormatWords.Any(word => Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private bool Has(string[] codes) => Codes.Any(codes.Contains);

    /// <summary>OpenAI's, its billing's others, Moonshot's, Alibaba's.</summary>
    private static readonly string[] NoCreditCodes = [NoCredit, "billing_not_active", "billing_hard_limit_reached", "exceeded_current_quota_error", "Arrearage"];

    private static readonly string[] DaysLimits = ["openrouter_free_tier_daily"];

    private static readonly string[] BlockCodes = ["content_filter", "content_policy_violation", "invalid_prompt", "moderation_blocked", "data_inspection_failed"];

    private static readonly string[] UnknownModelCodes = ["model_not_found", "model_not_available", "model_decommissioned", "invalid_model", "DeploymentNotFound"];

    private static readonly string[] ModelWords = ["model", "deployment", "No endpoints found"];

    private static readonly string[] WrongKeyCodes = ["invalid_api_key", "API_KEY_INVALID"];

    /// <summary>No key helps where the service is not offered.</summary>
    private static readonly string[] PlaceCodes = ["unsupported_country_region_territory"];

    private static readonly string[] TooLargeCodes = ["context_length_exceeded", "exceed_context_size_error"];

    private static readonly string[] FormatCodes = ["invalid_json_schema"];

    private static readonly string[] UnfitAnswerCodes = ["json_validate_failed"];

    private static readonly string[] FormatWords = ["response_format", "schema", "grammar", "guided_json", "json_object", "json mode", "structured output"];

    /// <summary>In the words of the other provider's ids, so that one rule reads both.</summary>
    private static string? QuotaIdOf(string message)
    {
        if (QuotaWords.Match(message) is not { Success: true } match) return null;
        var unit = match.Groups["unit"].Value.StartsWith("t", StringComparison.OrdinalIgnoreCase) ? "Tokens" : "Requests";
        return unit + (match.Groups["per"].Value.StartsWith("d", StringComparison.OrdinalIgnoreCase) ? "PerDay" : "PerMinute");
    }

    /// <summary>The whole number after a word; null where there is none, or one that is too large to bound anything.</summary>
    private static long? Number(Regex after, string message) =>
        after.Match(message) is { Success: true } match
        && long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<unit>requests|tokens|free-models)[ -]per[ -](?<per>min|day)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuotaWords { get; }

    /// <summary>Taken whole or not at all: of <c>200k</c> and <c>1.5M</c> the first digits are another limit.</summary>
    [GeneratedRegex(@"\bLimit:? (?<number>(?>[0-9][0-9,]*))(?!\w|\.[0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LimitWords { get; }

    /// <inheritdoc cref="LimitWords"/>
    [GeneratedRegex(@"\bRequested:? (?<number>(?>[0-9][0-9,]*))(?!\w|\.[0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RequestedWords { get; }

    [GeneratedRegex("""
        \bcontext[ _](length|size|window|limit)\b | \bcontext\ the\ overflows\b
        | \bmaximum\ (prompt|input|model)\ length\b | \bmax_(model|seq)_len\b | \binput\ length\b | \breduce\ the\ length\b
        | \b(prompt|request|input)\ (is\ )?too\ (long|large)\b
        | \bmax_(completion_|new_)?tokens\b.{0,100}(\btoo\ large\b | \brange\b | \bless\ than\ or\ equal\b | \bmaximum\ value\b | <=) | \brange\ of\ max_tokens\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TooLargeWords { get; }

    [GeneratedRegex(@"\b(unsupported|unrecogni[sz]ed|unknown|unexpected|extra inputs|not supported|not permitted)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UnknownParameterWords { get; }

    /// <summary>Azure, DeepSeek, Alibaba, OpenAI, OpenRouter, xAI and Moonshot, in this order.</summary>
    [GeneratedRegex("""
        content\ management\ policy | content\ exists\ risk | DataInspectionFailed | inappropriate\ content
        | prompt\ was\ flagged | safety\ system | input\ was\ flagged | content\ violates | considered\ high\ risk
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BlockWords { get; }

    [GeneratedRegex(@"\b(incorrect|invalid) api[ _-]?key\b|\bapi key not valid\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WrongKeyWords { get; }
}
