using System.Text.Json;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>One call to one endpoint: sends, sorts failures, reads a success.</summary>
internal sealed class GeminiApi(ProviderHttp http, GeminiOptions options)
{
    /// <param name="read">Null means that the object is not what the endpoint answers.</param>
    /// <exception cref="ModelCallException">Any failure.</exception>
    public async Task<T> CallAsync<T>(string model, string action, ReadOnlyMemory<byte> body, bool schemaSent, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        var reply = await http.PostAsync(options.Endpoint(model, action), ("x-goog-api-key", options.Key.Reveal()), body, options.Timeout, ct);
        if (!reply.IsSuccess) throw GeminiErrors.Read(reply, schemaSent, options.Key);
        using var document = reply.TryParseObject();
        try
        {
            if (document is not null && read(document.RootElement) is { } result) return result;
        }
        catch (InvalidOperationException e)
        {
            // A string that is no UTF-8 or no UTF-16 shows only when it is read.
            throw HttpErrors.Unparsable(reply, $"Gemini's answer to {action} holds broken text.", e);
        }
        throw HttpErrors.Unparsable(reply, $"Gemini's answer to {action} cannot be read.");
    }
}
