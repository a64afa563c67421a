using System.Globalization;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Where a draft comes from, as a small JSON object in the store.</summary>
internal static class Provenance
{
    private const string PipelineVersion = "1";

    public static string Json(string promptHash, string systemHash, string modelVersion, DateTimeOffset snapshotAt) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"pipeline":"{{PipelineVersion}}","prompt":"{{promptHash}}","system":"{{systemHash}}","model":"{{System.Text.Json.JsonEncodedText.Encode(modelVersion)}}","snapshot":"{{snapshotAt:yyyy-MM-ddTHH:mm:ssZ}}"}""");
}
