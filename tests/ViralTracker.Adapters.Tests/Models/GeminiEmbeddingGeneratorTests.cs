using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.GeminiStandIn;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class GeminiEmbeddingGeneratorTests
{
    private static readonly GeminiOptions Options = new() { Key = new ApiKey(StandInOptions.DefaultKey) };

    [Fact]
    public async Task Each_text_has_its_own_vector_of_length_one()
    {
        await using var server = await StandInServer.StartAsync();
        using var http = ProviderHttp.CreateClient();
        using var generator = new GeminiEmbeddingGenerator(new ProviderHttp(http, TimeProvider.System), Options with { BaseAddress = server.Address });
        var texts = Enumerable.Range(0, 100).Select(i => $"text number {i} about pricing");
        var vectors = await generator.GenerateAsync(texts, null, TestContext.Current.CancellationToken);

        Assert.Equal(100, vectors.Count);
        Assert.All(vectors, v => Assert.Equal((64, 1.0), (v.Vector.Length, Math.Round(v.Vector.ToArray().Sum(x => x * (double)x), 4))));
        Assert.Equal(Assert.Single(server.Bill).Tokens.Prompt, vectors.Usage!.InputTokenCount);
    }

    /// <summary>A second request would be missing from the ledger.</summary>
    [Fact]
    public async Task More_texts_than_fit_a_request_are_refused_unsent()
    {
        await using var server = await StandInServer.StartAsync();
        using var http = ProviderHttp.CreateClient();
        using var generator = new GeminiEmbeddingGenerator(new ProviderHttp(http, TimeProvider.System), Options with { BaseAddress = server.Address });
        var texts = Enumerable.Repeat("text", GeminiEmbeddingGenerator.MaxTextsPerRequest + 1);
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(texts, null, TestContext.Current.CancellationToken));
        Assert.Empty(server.Log);
    }

    [Fact]
    public async Task Fewer_vectors_than_texts_are_refused()
    {
        await using var server = await StandInServer.StartAsync(new StandInOptions { FaultRates = new Dictionary<Fault, double> { [Fault.MissingVector] = 1 } });
        using var http = ProviderHttp.CreateClient();
        using var generator = new GeminiEmbeddingGenerator(new ProviderHttp(http, TimeProvider.System), Options with { BaseAddress = server.Address });
        var e = await Assert.ThrowsAsync<ModelCallException>(() => generator.GenerateAsync(["a", "b"], null, TestContext.Current.CancellationToken));
        Assert.Equal((CallOutcome.Unparsable, true), (e.Outcome, e.MayHaveBeenBilled));
    }
}
