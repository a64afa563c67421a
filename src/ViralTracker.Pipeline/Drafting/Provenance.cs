using System.Globalization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Where a draft comes from, as a small JSON object in the store.</summary>
internal static class Provenance
{
    private const string PipelineVersion = "1";

    /// <param name="question">Of this post alone: <see cref="PaidAnswers.KeyOf"/>.</param>
    public static string Json(string promptHash, string systemHash, string question, string modelVersion, DateTimeOffset snapshotAt) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"pipeline":"{{PipelineVersion}}","prompt":"{{promptHash}}","system":"{{systemHash}}","question":"{{question}}","model":"{{System.Text.Json.JsonEncodedText.Encode(modelVersion)}}","snapshot":"{{UtcText.Of(snapshotAt)}}"}""");
}
