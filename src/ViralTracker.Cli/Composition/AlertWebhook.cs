using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Drafting;

namespace ViralTracker.Cli.Composition;

/// <summary>Posts budget alerts to the project's webhook: project, budget, amounts and time; never a key or post text.</summary>
internal sealed class AlertWebhook(ProjectConfig project, TimeProvider time) : IDraftObserver, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<Task> _posting = [];

    public void On(DraftEvent happened)
    {
        if (happened is DraftEvent.BudgetAlert alert && project.Budget.Webhook is { } address)
            lock (_posting) _posting.Add(PostAsync(new Uri(address), alert));
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_posting);

    private async Task PostAsync(Uri address, DraftEvent.BudgetAlert alert)
    {
        var body = new JsonObject
        {
            ["event"] = "budget_alert",
            ["project"] = project.Slug,
            ["budget"] = alert.Budget,
            ["share"] = alert.Share,
            ["exhausted"] = alert.Exhausted,
            ["spent_usd"] = alert.Spent.Usd,
            ["kept_usd"] = alert.Kept.Usd,
            ["budget_usd"] = alert.Limit.Usd,
            ["at"] = Times.Utc(time.GetUtcNow()),
        };
        try
        {
            // A redirect followed becomes a GET without the alert, which would look delivered.
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience };
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            // Nobody reads what it says.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Terminal.Tell(Console.Error, $"The budget alert did not reach {address.Host}: {ErrorText.WithoutLogin(e.Message)}");
        }
    }
}
