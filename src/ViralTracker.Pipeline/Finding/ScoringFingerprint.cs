using System.Globalization;
using System.Text;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Texts;

namespace ViralTracker.Pipeline.Finding;

/// <summary>Tells whether two scores were given by the same rules.</summary>
public static class ScoringFingerprint
{
    /// <summary>16 hex digits over everything in the configuration that decides scores.</summary>
    public static string Of(ProjectConfig project, string scorer, string embedder)
    {
        var text = new StringBuilder();
        Line(scorer, embedder);
        foreach (var topic in project.Taxonomy) Line([topic.Label, topic.Description, .. topic.Exemplars]);
        Line([.. project.Sources.WhitelistHandles]);
        Line([.. project.Sources.BlacklistHandles]);
        Line([.. project.Languages]);
        var (w, t) = (project.Weights, project.Thresholds);
        Line([.. new[] { w.Velocity, w.Relevance, w.Openness, w.AuthorQuality, t.GreenMin, t.YellowMin, project.HalfLifeMinutes, project.AuthorBand.MinFollowers, project.AuthorBand.MaxFollowers }.Select(d => d.ToString("R", CultureInfo.InvariantCulture))]);
        return ShortHash.Of(text.ToString());

        void Line(params string[] parts) => text.AppendJoin('\u001f', parts).Append('\n');
    }
}
