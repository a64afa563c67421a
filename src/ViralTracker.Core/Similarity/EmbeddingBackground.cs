using System.Runtime.InteropServices;

namespace ViralTracker.Core.Similarity;

/// <summary>Mean and covariance of ordinary posts' vectors: what a topic's match is compared with.</summary>
public sealed class EmbeddingBackground
{
    private readonly float[] _mean;
    private readonly float[] _covariance;

    /// <param name="bytes">Little-endian float32: the mean, then the covariance row by row.</param>
    /// <exception cref="FormatException">The size is not that of <paramref name="dimensions"/>.</exception>
    public EmbeddingBackground(ReadOnlySpan<byte> bytes, int dimensions)
    {
        var expected = (dimensions + (dimensions * dimensions)) * sizeof(float);
        if (bytes.Length != expected)
            throw new FormatException($"Embedding background: {bytes.Length} bytes where {dimensions} dimensions need {expected}.");
        var values = MemoryMarshal.Cast<byte, float>(bytes);
        _mean = values[..dimensions].ToArray();
        _covariance = values[dimensions..].ToArray();
    }

    public int Dimensions => _mean.Length;

    internal ReadOnlySpan<float> Mean => _mean;

    /// <summary>Mean and standard deviation of ordinary posts' dot product with <paramref name="direction"/>.</summary>
    public (double Mean, double Deviation) Along(ReadOnlySpan<float> direction)
    {
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < _mean.Length; i++)
        {
            mean += (double)direction[i] * _mean[i];
            var row = 0.0;
            for (var j = 0; j < _mean.Length; j++) row += (double)_covariance[(i * _mean.Length) + j] * direction[j];
            variance += direction[i] * row;
        }

        return (mean, Math.Sqrt(Math.Max(variance, 0)));
    }
}
