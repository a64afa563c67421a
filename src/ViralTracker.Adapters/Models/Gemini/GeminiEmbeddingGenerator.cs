using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>Gemini embeddings, at most <see cref="MaxTextsPerRequest"/> texts a request, one content per text; vectors have length 1.</summary>
public sealed class GeminiEmbeddingGenerator(ProviderHttp http, GeminiOptions settings)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int MaxTextsPerRequest = 100;

    private readonly GeminiApi _api = new(http, settings);
    private readonly EmbeddingGeneratorMetadata _metadata = new(ProviderNames.Gemini, settings.BaseAddress, GeminiOptions.DefaultEmbeddingModel);

    /// <summary>One request.</summary>
    /// <exception cref="ArgumentException">More texts than fit.</exception>
    /// <exception cref="ModelCallException">Any failure; a count of vectors other than of texts is Unparsable.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = settings.ModelOr(options?.ModelId ?? GeminiOptions.DefaultEmbeddingModel);
        string[] texts = [.. values];
        if (texts.Length > MaxTextsPerRequest) throw new ArgumentException($"{texts.Length} texts; at most {MaxTextsPerRequest} fit a request", nameof(values));
        return _api.CallAsync(
            model, "batchEmbedContents", GeminiRequests.Embed(model, texts), sent: null, root => Read(root, texts.Length, model), cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata)) return _metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => GC.SuppressFinalize(this);

    private static GeneratedEmbeddings<Embedding<float>>? Read(JsonElement root, int expected, string model)
    {
        var vectors = root.Member("embeddings").Items().Select(VectorOf).ToList();
        // A model that fuses texts answers with fewer vectors; a wrong pairing would go unseen for ever.
        if (vectors.Count != expected || vectors.Exists(v => v is not { Length: > 0 } || v.Length != vectors[0]!.Length)) return null;
        return new(vectors.Select(v => new Embedding<float>(v) { ModelId = model }))
        {
            Usage = new UsageDetails { InputTokenCount = root.Member("usageMetadata").Member("promptTokenCount").Count() ?? 0 },
        };
    }

    private static float[]? VectorOf(JsonElement embedding)
    {
        var values = embedding.Member("values").Items().Select(v => v.TryGetSingle(out var x) ? x : float.NaN).ToArray();
        if (values.Any(float.IsNaN)) return null;
        var length = TensorPrimitives.Norm(values);
        if (length > 0) TensorPrimitives.Divide(values, length, values);
        return values;
    }
}
