using Microsoft.Extensions.AI;
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
    public async Task Each_text_has_its_own_vector_of_length_one_and_100_go_in_a_request()
    {
        await using var server = await StandInServer.StartAsync();
        using var http = ProviderHttp.CreateClient();
        using var generator = new GeminiEmbeddingGenerator(new ProviderHttp(http, TimeProvider.System), Options with { BaseAddress = server.Address });
        var texts = Enumerable.Range(0, 230).Select(i => $"text number {i} about pricing");
        var vectors = await generator.GenerateAsync(texts, new EmbeddingGenerationOptions { Dimensions = 32 }, TestContext.Current.CancellationToken);

        Assert.Equal(230, vectors.Count);
        Assert.All(vectors, v => Assert.Equal((32, 1.0), (v.Vector.Length, Math.Round(v.Vector.ToArray().Sum(x => x * (double)x), 4))));
        Assert.Equal(3, server.Log.Count);
        Assert.Equal(server.Bill.Sum(b => b.Tokens.Prompt), vectors.Usage!.InputTokenCount);
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
