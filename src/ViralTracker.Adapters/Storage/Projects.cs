namespace ViralTracker.Adapters.Storage;

internal static class Projects
{
    /// <summary>Of the projects that post as the account of <c>@project</c>.</summary>
    public const string OfAccount = "project_id IN (SELECT project_id FROM projects WHERE account_id = (SELECT account_id FROM projects WHERE project_id = @project))";

    /// <summary>A project's row appears with the first thing stored for it.</summary>
    public static async ValueTask EnsureAsync(SqlSession session, string projectId) =>
        await session["INSERT INTO projects (project_id) VALUES (@project) ON CONFLICT DO NOTHING"].Set("project", projectId).ExecuteAsync();

    /// <summary>The account a project posts as; projects of one account share what it has answered.</summary>
    public static async ValueTask PostAsAsync(SqlSession session, string projectId, string accountId)
    {
        await session["INSERT INTO accounts (account_id) VALUES (@account) ON CONFLICT DO NOTHING"].Set("account", accountId).ExecuteAsync();
        await session["UPDATE projects SET account_id = @account WHERE project_id = @project AND account_id <> @account"]
            .Set("project", projectId).Set("account", accountId).ExecuteAsync();
    }
}
