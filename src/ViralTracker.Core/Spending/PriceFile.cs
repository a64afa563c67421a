using System.Text.Json;
using System.Text.Json.Serialization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Spending;

/// <summary>The format of <c>prices.json</c>.</summary>
internal static class PriceFile
{
    internal static PriceDocument Embedded() => Read(EmbeddedText.Read("Spending.prices.json"));

    /// <exception cref="JsonException">Not of this format; unknown keys count as errors, for a misspelt price must not become 0.</exception>
    internal static PriceDocument Read(string json) => JsonSerializer.Deserialize(json, PriceFileJson.Default.PriceDocument)!;
}

/// <param name="Version">Day of the newest price, UTC.</param>
internal sealed record PriceDocument(string Version, string Unit, IReadOnlyList<ModelPrice> Prices);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PriceDocument))]
internal sealed partial class PriceFileJson : JsonSerializerContext;
