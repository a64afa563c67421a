using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Export;

/// <summary>Enum values as the store and every export write them.</summary>
internal static class ExportNames
{
    public static string Of(ScoreLabel label) => label switch
    {
        ScoreLabel.Green => "green",
        ScoreLabel.Yellow => "yellow",
        _ => "red",
    };

    public static string Of(DraftStatus status) => status switch
    {
        DraftStatus.Pending => "pending",
        DraftStatus.Exported => "exported",
        DraftStatus.Posted => "posted",
        _ => "skipped",
    };
}
