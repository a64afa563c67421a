using ViralTracker.Core.Quality;

namespace ViralTracker.Core.Tests.Quality;

internal static class Contexts
{
    /// <summary>Of a project that states nothing, before its first draft.</summary>
    public static QualityContext Empty => QualityContext.Of(SamplePosts.Project, "", new DraftMemory());
}
