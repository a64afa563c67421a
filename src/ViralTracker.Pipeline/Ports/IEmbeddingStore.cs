using ViralTracker.Core.Posts;

namespace ViralTracker.Pipeline.Ports;

/// <summary>Vectors by (model, text). A text is embedded once per model.</summary>
public interface IEmbeddingStore
{
    Task<IReadOnlyDictionary<TextKey, float[]>> GetAsync(string model, IReadOnlyCollection<TextKey> keys, CancellationToken ct);

    /// <summary>An empty vector records that the model knows nothing of the text. Safe to repeat.</summary>
    Task PutAsync(string model, IReadOnlyCollection<KeyValuePair<TextKey, float[]>> vectors, CancellationToken ct);
}
