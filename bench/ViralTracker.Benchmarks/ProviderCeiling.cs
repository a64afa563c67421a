using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>What the stand-in provider can answer on this machine when nothing but an HTTP client asks it.</summary>
internal static class ProviderCeiling
{
    private const int PostsEach = 10;

    /// <summary>Requests a second. Client and server share this process, as server and benchmark do in a run of the executable.</summary>
    public static async Task<double> MeasureAsync(StandInOptions options, int atOnce, int requests)
    {
        await using var provider = await StandInServer.StartAsync(options);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-goog-api-key", StandInOptions.DefaultKey);
        var address = new Uri(provider.Address, "v1beta/models/gemini-3.8-flash:generateContent");
        var next = -1;
        // The first round compiles and connects.
        await RunAsync(atOnce);
        next = -1;
        var started = Stopwatch.GetTimestamp();
        await RunAsync(requests);
        return requests / Stopwatch.GetElapsedTime(started).TotalSeconds;

        Task RunAsync(int count) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var index && index < count)
            {
                using var body = new StringContent(Body(index), Encoding.UTF8, "application/json");
                using var response = await client.PostAsync(address, body);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
            }
        }));
    }

    private static string Body(int index)
    {
        var posts = new JsonArray([.. Enumerable.Range(0, PostsEach).Select(i => (JsonNode)new JsonObject { ["id"] = $"p{i + 1}", ["text"] = MadeUpPosts.Text(index * PostsEach + i) })]);
        return new JsonObject
        {
            ["systemInstruction"] = Content(string.Concat(Enumerable.Repeat("Write one short reply a kind. ", 100))),
            ["contents"] = new JsonArray(Content(new JsonObject { ["posts"] = posts }.ToJsonString())),
        }.ToJsonString();

        static JsonObject Content(string text) => new() { ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) };
    }
}
