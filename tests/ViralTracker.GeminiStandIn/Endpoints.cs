using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ViralTracker.GeminiStandIn;

/// <summary>From HTTP to the model and back: key, model, action.</summary>
internal sealed class Endpoints(StandInOptions options, Books books, CancellationToken stopping)
{
    private readonly GeminiProtocol _gemini = new();
    private readonly OpenAiProtocol _openAi = new();
    private readonly DraftService _drafts = new(options, books);
    private readonly EmbeddingService _embeddings = new(options, books);

    public Task GeminiAsync(HttpContext context)
    {
        var call = (string)context.Request.RouteValues["call"]!;
        var colon = call.LastIndexOf(':');
        var (model, action) = colon < 0 ? (call, "") : (call[..colon], call[(colon + 1)..]);
        var key = context.Request.Headers["x-goog-api-key"].FirstOrDefault();
        return HandleAsync(context, _gemini, action, key, _ => model, (arrival, root) => action switch
        {
            "generateContent" => DraftAsync(context, arrival, ModelRequest.FromGemini(arrival.Model, root), _gemini),
            "countTokens" => Task.FromResult(CountTokens(arrival, root)),
            "batchEmbedContents" => _embeddings.AnswerAsync(arrival, root, _gemini, stopping),
            _ => Task.FromResult(new Outcome(_gemini.UnknownModel(call), null)),
        });
    }

    public Task OpenAiAsync(HttpContext context)
    {
        var bearer = context.Request.Headers.Authorization.FirstOrDefault();
        var key = bearer?.StartsWith("Bearer ", StringComparison.Ordinal) == true ? bearer["Bearer ".Length..] : null;
        return HandleAsync(context, _openAi, "chat", key, root => root.Get("model").Str() ?? "", (arrival, root) =>
            DraftAsync(context, arrival, ModelRequest.FromOpenAi(root), _openAi));
    }

    private async Task HandleAsync(HttpContext context, IProtocol protocol, string action, string? key, Func<JsonElement, string> modelOf, Func<Arrival, JsonElement, Task<Outcome>> answer)
    {
        var arrival = books.Arrive(action, context.Request.GetEncodedPathAndQuery(), key);
        var outcome = await OutcomeAsync();
        books.Update(arrival.Index, a => a with { Fault = outcome.Fault, Status = outcome.Reply?.Status ?? 0, AnsweredAt = options.Time.GetUtcNow() });
        if (outcome.Reply is not { } reply)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        if (reply.Encoding is { } encoding) context.Response.Headers.ContentEncoding = encoding;
        await context.Response.WriteAsync(reply.Body);

        async Task<Outcome> OutcomeAsync()
        {
            if (options.Key is not null && key is null) return new(protocol.MissingKey, null);
            if (options.Key is not null && key != options.Key) return new(protocol.WrongKey, null);
            JsonDocument body;
            try
            {
                body = await JsonDocument.ParseAsync(context.Request.Body);
            }
            catch (JsonException)
            {
                return new(protocol.BadRequest("Invalid JSON payload received."), null);
            }
            using (body)
            {
                var model = modelOf(body.RootElement);
                arrival = arrival with { Model = options.ModelVersions.GetValueOrDefault(model, model) };
                books.Update(arrival.Index, _ => arrival);
                if (!options.Prices.ContainsKey(arrival.Model)) return new(protocol.UnknownModel(model), null);
                return await answer(arrival, body.RootElement);
            }
        }
    }

    private Task<Outcome> DraftAsync(HttpContext context, Arrival arrival, ModelRequest request, IProtocol protocol)
    {
        books.Update(arrival.Index, a => a with { Ids = [.. request.Posts.Select(p => p.Id)], PromptTokens = request.PromptTokens, System = request.System, User = request.User, Thinking = request.Thinking });
        if (request.SchemaFault is { } fault) return Task.FromResult(new Outcome(protocol.BadRequest(fault), null));
        return _drafts.AnswerAsync(arrival, request, protocol, context.RequestAborted, stopping);
    }

    private static Outcome CountTokens(Arrival arrival, JsonElement root)
    {
        var request = ModelRequest.FromGemini(arrival.Model, root.Get("generateContentRequest") ?? root);
        return new(Reply.Json(200, new JsonObject { ["totalTokens"] = request.PromptTokens }), null);
    }
}
