using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>What came back over HTTP, read to its end.</summary>
internal sealed record ProviderReply(int Status, byte[] Body, HttpResponseHeaders Headers, DateTimeOffset At)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>What the headers ask to wait; no delay that anybody means is longer than a year.</summary>
    public TimeSpan? RetryAfter => AskedToWait is { TotalDays: <= 366 } asked ? asked : null;

    private TimeSpan? AskedToWait =>
        (Seconds("retry-after-ms", "ms") ?? Seconds("retry-after", "s")) is { } exact ? exact
        : Headers.RetryAfter is not { } header ? null
        : header.Date is not { } date ? header.Delta
        : date > SentAt ? date - SentAt : TimeSpan.Zero;

    /// <summary>By the clock of who answered: the one here may be hours off.</summary>
    private DateTimeOffset SentAt => Headers.Date ?? At;

    /// <summary>What a body says that is no documented error: a gateway's <c>{"message":…}</c> or one line of text; null for a page or nothing.</summary>
    public string? Words
    {
        get
        {
            using var document = TryParse();
            if (document is not null) return ((JsonElement?)document.RootElement).Said() ?? document.RootElement.Member("message").Said();
            var text = Encoding.UTF8.GetString(Body).Trim();
            return text.Length > 0 && !"<{[\"".Contains(text[0], StringComparison.Ordinal) && !text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? text : null;
        }
    }

    /// <summary>What <paramref name="read"/> makes of the body, which should be a JSON object; null means that it is not what was asked for.</summary>
    /// <param name="whose">Begins the sentence: <c>Gemini's answer to countTokens</c>.</param>
    /// <exception cref="ModelCallException">It cannot be read. It was worked for, so it counts as billed.</exception>
    public T Read<T>(Func<JsonElement, T?> read, string whose)
        where T : class
    {
        using var document = TryParseObject();
        try
        {
            if (document is not null && read(document.RootElement) is { } result) return result;
        }
        catch (InvalidOperationException e)
        {
            // A string that is no UTF-8 or no UTF-16 shows only when it is read.
            throw Unparsable($"{whose} holds broken text.", e);
        }
        throw Unparsable($"{whose} cannot be read.");
    }

    /// <summary>The body as a JSON object, or null where it is anything else (a proxy's HTML page, a cut body).</summary>
    public JsonDocument? TryParseObject()
    {
        var document = TryParse();
        if (document?.RootElement.ValueKind is JsonValueKind.Object) return document;
        document?.Dispose();
        return null;
    }

    /// <summary>The body as JSON of any kind, or null.</summary>
    public JsonDocument? TryParse()
    {
        try
        {
            return JsonDocument.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? Seconds(string header, string unit) =>
        Headers.TryGetValues(header, out var values) ? DurationText.Parse(values.First() + unit) : null;

    private ModelCallException Unparsable(string what, Exception? inner = null) =>
        new(CallOutcome.Unparsable, what, inner) { HttpStatus = Status, MayHaveBeenBilled = true };
}
