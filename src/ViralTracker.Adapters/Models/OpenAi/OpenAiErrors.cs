using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Finds what an OpenAI-compatible service says of a failure; <see cref="OpenAiRefusal"/> says what it means.</summary>
internal static partial class OpenAiErrors
{
    /// <summary>For which a server that loads its model is left alone, where it does not say how long that takes.</summary>
    private static readonly TimeSpan Loading = TimeSpan.FromSeconds(30);

    /// <returns>An answer where the prompt's content was refused, which is a block.</returns>
    /// <exception cref="ModelCallException">Any other failure.</exception>
    public static ChatResponse Read(ProviderReply reply, OpenAiRequest sent, OpenAiOptions settings)
    {
        using var document = reply.TryParse();
        var error = ErrorOf(document?.RootElement);
        var own = MessageOf(error);
        return (own ?? reply.Words) is { } message
            ? new OpenAiRefusal(reply.Status, message, CodesOf(document?.RootElement, error), error.Member("param").Said(), HttpErrors.MayHaveBeenBilled(reply.Status, providersOwnWords: own is not null))
                .Meaning(Delay(reply, document?.RootElement, error, message), sent, settings)
            : throw HttpErrors.WithoutDetails(reply, "The model service", settings.Key);
    }

    /// <summary>As <see cref="Read"/> of the error that stands in a 200 in place of an answer, where a router's own provider failed; null where there is an answer.</summary>
    public static ChatResponse? Within(ProviderReply reply, JsonElement root, OpenAiRequest sent, OpenAiOptions settings)
    {
        var choice = OpenAiAnswers.FirstChoice(root);
        // What was written before it broke off is paid for, and may hold whole drafts.
        if (choice is not null && (choice.Member("error") is null || OpenAiAnswers.TextOf(choice).Length > 0)) return null;
        var error = choice.Member("error") ?? ErrorOf(root);
        if (MessageOf(error) is not { } message) return null;
        var isAddress = message.StartsWith("Unexpected endpoint", StringComparison.Ordinal);
        var status = isAddress ? 404 : (error.Member("code") ?? root.Member("code")).Whole() is >= 400 and < 600 and var code ? (int)code : 502;
        return new OpenAiRefusal(status, message, CodesOf(root, error), error.Member("param").Said(), MayHaveBeenBilled: !isAddress)
            .Meaning(Delay(reply, root, error, message), sent, settings);
    }

    /// <summary>
    /// OpenAI writes <c>{"error":{"message","type","code","param"}}</c>, Gemini's own such service a list of it, local servers
    /// <c>{"error":"text"}</c>, some <c>{"object":"error","message"}</c> without an envelope, FastAPI <c>{"detail":…}</c>, Cloudflare <c>{"errors":[…]}</c>.
    /// </summary>
    private static JsonElement? ErrorOf(JsonElement? root) =>
        root is { ValueKind: JsonValueKind.Array } ? root.Items().Select(first => ErrorOf(first)).FirstOrDefault()
        : root.Member("error") ?? root.Member("detail") ?? First(root.Member("errors")) ?? (root.Member("object").Said() == "error" ? root : null);

    /// <summary>The error's words, with those of the error it passes on: <c>Provider returned error</c> alone tells nobody anything.</summary>
    private static string? MessageOf(JsonElement? error) =>
        (error.Said() ?? error.Member("message").Said() ?? FieldFault(error) ?? FieldFault(error.Member("message").Member("detail"))) is not { } own ? null
        : MessageOf(CauseOf(error)) is { } cause ? $"{own}: {cause}" : own;

    /// <summary>What a router was told by the model's host: an error, or its text; null for none, or a page.</summary>
    private static JsonElement? CauseOf(JsonElement? error)
    {
        var raw = error.Member("metadata").Member("raw");
        if (raw.Said() is not { } text) return ErrorOf(raw) ?? raw;
        try
        {
            using var document = JsonDocument.Parse(text);
            var parsed = document.RootElement.Clone();
            return ErrorOf(parsed) ?? parsed;
        }
        catch (JsonException)
        {
            return text.TrimStart().StartsWith('<') ? null : raw;
        }
    }

    private static string[] CodesOf(JsonElement? root, JsonElement? error)
    {
        var cause = CauseOf(error);
        JsonElement?[] codes =
        [
            error.Member("code"), error.Member("type"), error.Member("metadata").Member("limit_source"), root.Member("code"), cause.Member("code"), cause.Member("type"),
            .. error.Member("details").Items().Select(detail => detail.Member("reason")),
        ];
        return [.. codes.Select(code => code.Said()).OfType<string>()];
    }

    /// <summary>FastAPI's list of faults in fields: <c>body.response_format: Extra inputs are not permitted</c>.</summary>
    private static string? FieldFault(JsonElement? detail) =>
        First(detail) is { } first && first.Member("msg").Said() is { } message
            ? $"{string.Join('.', first.Member("loc").Items().Select(part => ((JsonElement?)part).Said() ?? part.GetRawText()))}: {message}"
            : null;

    private static JsonElement? First(JsonElement? list) => list.Items().Select(item => (JsonElement?)item).FirstOrDefault();

    private static TimeSpan? Delay(ProviderReply reply, JsonElement? root, JsonElement? error, string message) =>
        reply.RetryAfter ?? DurationText.FindDelay(message) ?? UntilReset(error, reply.At)
        ?? (!LoadingWords.IsMatch(message) ? null : root.Member("estimated_time") is { ValueKind: JsonValueKind.Number } time && time.TryGetDouble(out var seconds) && seconds is > 0 and < 3600 ? TimeSpan.FromSeconds(seconds) : Loading);

    /// <summary>OpenRouter tells the moment in the headers it would have sent, in milliseconds since 1970.</summary>
    private static TimeSpan? UntilReset(JsonElement? error, DateTimeOffset now) =>
        error.Member("metadata").Member("headers").Member("X-RateLimit-Reset").Whole() is { } reset && reset - now.ToUnixTimeMilliseconds() is > 0 and < 366L * 86_400_000 and var milliseconds
            ? TimeSpan.FromMilliseconds(milliseconds) : null;

    [GeneratedRegex(@"\bloading (the )?model\b|\bmodel\b.{0,80}\b(is|being) (currently )?(being )?load(ing|ed)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LoadingWords { get; }
}
