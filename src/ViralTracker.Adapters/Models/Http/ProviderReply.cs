using System.Net.Http.Headers;
using System.Text.Json;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>What came back over HTTP, read to its end.</summary>
internal sealed record ProviderReply(int Status, byte[] Body, HttpResponseHeaders Headers)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body as a JSON object, or null where it is anything else (a proxy's HTML page, a cut body).</summary>
    public JsonDocument? TryParseObject()
    {
        try
        {
            var document = JsonDocument.Parse(Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
