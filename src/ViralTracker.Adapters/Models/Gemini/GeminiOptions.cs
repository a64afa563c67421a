using ViralTracker.Adapters.Models.Http;

namespace ViralTracker.Adapters.Models.Gemini;

/// <summary>Where and how Gemini is asked.</summary>
public sealed record GeminiOptions
{
    public const string DefaultModel = "gemini-3.5-flash-lite";
    public const string DefaultEmbeddingModel = "gemini-embedding-2";

    public required ApiKey Key { get; init; }
    public Uri BaseAddress { get; init; } = new("https://generativelanguage.googleapis.com");

    /// <summary>Asked where <c>ChatOptions.ModelId</c> names none; a <c>models/</c> prefix is dropped.</summary>
    public string Model { get; init; } = DefaultModel;

    /// <summary>Of one request, reading the answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// From <c>GEMINI_API_KEY</c>, <c>GOOGLE_GEMINI_API_KEY</c> or <c>GOOGLE_API_KEY</c>, and <c>GOOGLE_GEMINI_BASE_URL</c>; null without a key.
    /// </summary>
    /// <exception cref="ArgumentException">A key or an address that cannot be used.</exception>
    public static GeminiOptions? FromEnvironment(Func<string, string?> variable)
    {
        if (ApiKey.FromEnvironment(variable, "GEMINI_API_KEY", "GOOGLE_GEMINI_API_KEY", "GOOGLE_API_KEY") is not { } key) return null;
        var options = new GeminiOptions { Key = key };
        return ServiceAddress.FromEnvironment(variable, "GOOGLE_GEMINI_BASE_URL", key) is { } address ? options with { BaseAddress = address } : options;
    }

    internal Uri Endpoint(string model, string action) => ServiceAddress.Join(BaseAddress, $"v1beta/models/{Uri.EscapeDataString(model)}:{action}");

    /// <summary>The model a request asks for.</summary>
    public string ModelOr(string? requested)
    {
        var model = string.IsNullOrWhiteSpace(requested) ? Model : requested;
        return model.StartsWith("models/", StringComparison.Ordinal) ? model["models/".Length..] : model;
    }
}
