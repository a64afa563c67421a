using System.Text.Json;
using System.Text.Json.Nodes;

namespace ViralTracker.GeminiStandIn;

/// <summary>Embeddings as a bag of hashed words: texts that share words are near each other.</summary>
internal sealed class EmbeddingService(StandInOptions options, Books books)
{
    private const int MaxTexts = 100;

    private int _requests;

    public async Task<Outcome> AnswerAsync(Arrival arrival, JsonElement root, IProtocol protocol, CancellationToken stopping)
    {
        var requests = root.Get("requests").Items().ToList();
        if (requests.Count is 0 or > MaxTexts) return new(protocol.BadRequest($"at most {MaxTexts} requests can be in one batch"), null);
        // The newest model fuses the parts of one content into one vector.
        var texts = requests.Select(r => string.Concat(r.Get("content").Get("parts").Items().Select(p => p.Get("text").Str()))).ToList();
        var promptTokens = texts.Sum(Tokens.Of);
        if (books.TakeQuota(arrival, promptTokens) is { } hit) return new(protocol.OverQuota(hit), null);
        if (options.EmbeddingScript.ElementAtOrDefault(Interlocked.Increment(ref _requests) - 1) is { } fault) return new(protocol.Error(fault), fault);

        await Task.Delay(options.Latency, options.Time, stopping);
        var dimensions = requests[0].Get("outputDimensionality").Int() ?? options.EmbeddingDimensions;
        var missing = options.FaultRates.GetValueOrDefault(Fault.MissingVector) > Hashing.Share($"vector {arrival.Index}", options.Seed);
        books.Charge(arrival, arrival.Model, new TokenCount(promptTokens, 0, 0, 0));
        var vectors = texts.Skip(missing ? 1 : 0).Select(text => (JsonNode)new JsonObject { ["values"] = Vector(text, dimensions) });
        var body = new JsonObject { ["embeddings"] = new JsonArray([.. vectors]), ["usageMetadata"] = new JsonObject { ["promptTokenCount"] = promptTokens } };
        return new(Reply.Json(200, body), missing ? Fault.MissingVector : null);
    }

    private static JsonArray Vector(string text, int dimensions)
    {
        var values = new double[dimensions];
        foreach (var word in text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = Hashing.Of(word);
            values[hash % (uint)dimensions] += (hash & 0x10000) == 0 ? 1 : -1;
        }
        return new JsonArray([.. values.Select(v => (JsonNode)v)]);
    }
}
