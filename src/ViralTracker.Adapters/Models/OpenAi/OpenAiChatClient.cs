using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>
/// Any service with OpenAI's <c>chat/completions</c>. A response format with a schema is sent as <c>json_schema</c>, one without as
/// <c>json_object</c>; where a service refuses one, the outcome is SchemaRefused and the caller asks again with less, since each try is a row of the ledger.
/// </summary>
public sealed class OpenAiChatClient(ProviderHttp http, OpenAiOptions settings)
    : ProviderChatClient(new ChatClientMetadata(ProviderNames.OpenAi, settings.BaseAddress, settings.Model))
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = settings.ModelOr(options?.ModelId);
        var body = OpenAiRequests.Chat(model, settings.OutputLimitField, [.. messages], options);
        (string, string)? keyHeader = settings.Key is { } key ? ("Authorization", "Bearer " + key.Reveal()) : null;
        var reply = await http.PostAsync(settings.ChatEndpoint, keyHeader, body, settings.Timeout, cancellationToken);
        return reply.IsSuccess
            ? reply.Read(root => OpenAiErrors.Within(reply, root, options, settings) ?? OpenAiAnswers.Read(root), "The model service's answer")
            : OpenAiErrors.Read(reply, options, settings);
    }
}
