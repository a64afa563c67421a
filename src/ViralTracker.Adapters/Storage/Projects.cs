namespace ViralTracker.Adapters.Storage;

internal static class Projects
{
    /// <summary>A project's row appears with the first thing stored for it.</summary>
    public static async ValueTask EnsureAsync(SqlSession session, string projectId) =>
        await session["INSERT INTO projects (project_id) VALUES (@project) ON CONFLICT DO NOTHING"].Set("project", projectId).ExecuteAsync();
}
