using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>
/// Any service with OpenAI's <c>chat/completions</c>. A response format with a schema is sent as <c>json_schema</c>, one without as
/// <c>json_object</c>; where a service refuses one, the outcome is SchemaRefused and the caller asks again with less, since each try is a row of the ledger.
/// </summary>
public sealed class OpenAiChatClient(ProviderHttp http, OpenAiOptions settings)
    : ProviderChatClient(new ChatClientMetadata(ProviderNames.OpenAi, settings.BaseAddress, settings.Model))
{
    /// <summary>It was refused once, in this run.</summary>
    private volatile bool _usesOtherLimitField;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = settings.ModelOr(options?.ModelId);
        var sent = new OpenAiRequest(options, _usesOtherLimitField ? settings.OtherOutputLimitField : settings.OutputLimitField);
        var body = OpenAiRequests.Chat(model, sent.LimitField, [.. messages], options);
        (string, string)? keyHeader = settings.Key is { } key ? ("Authorization", "Bearer " + key.Reveal()) : null;
        var reply = await http.PostAsync(settings.ChatEndpoint, keyHeader, body, settings.Timeout, cancellationToken);
        try
        {
            return reply.IsSuccess
                ? reply.Read(root => OpenAiErrors.Within(reply, root, sent, settings) ?? OpenAiAnswers.Read(root), "The model service's answer")
                : OpenAiErrors.Read(reply, sent, settings);
        }
        catch (ModelCallException refusal) when (refusal.Adapted)
        {
            _usesOtherLimitField = true;
            throw;
        }
    }
}
