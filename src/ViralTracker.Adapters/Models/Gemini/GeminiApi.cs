using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>One call to one endpoint: sends, sorts failures, reads a success.</summary>
internal sealed class GeminiApi(ProviderHttp http, GeminiOptions options)
{
    /// <param name="sent">The options of a request for text.</param>
    /// <param name="read">Null means that the object is not what the endpoint answers.</param>
    /// <exception cref="ModelCallException">Any failure.</exception>
    public async Task<T> CallAsync<T>(string model, string action, ReadOnlyMemory<byte> body, ChatOptions? sent, Func<JsonElement, T?> read, CancellationToken ct)
        where T : class
    {
        var reply = await http.PostAsync(options.Endpoint(model, action), ("x-goog-api-key", options.Key.Reveal()), body, options.Timeout, ct);
        if (!reply.IsSuccess) throw GeminiErrors.Read(reply, sent, options.Key);
        return reply.Read(read, $"Gemini's answer to {action}");
    }
}
