using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>
/// Gemini over REST. Each call is one request: failures are <see cref="ModelCallException"/>s for the caller to retry.
/// </summary>
public sealed class GeminiChatClient(ProviderHttp http, GeminiOptions settings)
    : ProviderChatClient(new ChatClientMetadata(ProviderNames.Gemini, settings.BaseAddress, settings.ModelOr(null))), ITokenCounter
{
    private readonly GeminiApi _api = new(http, settings);

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = settings.ModelOr(options?.ModelId);
        var body = GeminiRequests.Generate([.. messages], options);
        return _api.CallAsync(model, "generateContent", body, options, GeminiAnswers.Read, cancellationToken);
    }

    public async Task<long> CountTokensAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken ct)
    {
        var model = settings.ModelOr(options?.ModelId);
        var body = GeminiRequests.CountTokens(model, [.. messages], options);
        var total = await _api.CallAsync(model, "countTokens", body, options, root => (object?)root.Member("totalTokens").Whole(), ct);
        return (long)total;
    }
}
