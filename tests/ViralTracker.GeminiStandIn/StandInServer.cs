using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ViralTracker.GeminiStandIn;

/// <summary>A model provider on a loopback port that speaks Gemini's REST API and OpenAI's chat completions.</summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Books _books;

    private StandInServer(WebApplication app, Books books) => (_app, _books) = (app, books);

    /// <summary>Base address for <c>GOOGLE_GEMINI_BASE_URL</c>.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Base address for <c>OPENAI_BASE_URL</c>.</summary>
    public Uri OpenAiAddress => new(Address, "v1");

    /// <summary>All requests in order of arrival.</summary>
    public IReadOnlyList<Arrival> Log => _books.Arrivals;

    /// <summary>All charged calls.</summary>
    public IReadOnlyList<BillRow> Bill => _books.Bill;

    public long BilledNanoUsd => Bill.Sum(row => row.NanoUsd);

    public static async Task<StandInServer> StartAsync(StandInOptions? options = null)
    {
        options ??= new StandInOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var books = new Books(options);
        var endpoints = new Endpoints(options, books, app.Lifetime.ApplicationStopping);
        app.MapPost("/v1beta/models/{call}", endpoints.GeminiAsync);
        app.MapPost("/v1/chat/completions", endpoints.OpenAiAsync);
        app.MapGet("/_standin/log", context => WriteAsync(context, new JsonArray([.. books.Arrivals.Select(Describe)])));
        app.MapGet("/_standin/bill", context => WriteAsync(context, Describe(books.Bill)));
        await app.StartAsync();
        return new StandInServer(app, books);
    }

    /// <summary>Until Ctrl-C or SIGTERM.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Task WriteAsync(HttpContext context, JsonNode node)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(node.ToJsonString());
    }

    private static JsonObject Describe(Arrival a) => new()
    {
        ["index"] = a.Index,
        ["at"] = a.At.ToString("O"),
        ["elapsed_ms"] = a.Elapsed.TotalMilliseconds,
        ["action"] = a.Action,
        ["key"] = a.KeyHash,
        ["model"] = a.Model,
        ["ids"] = new JsonArray([.. a.Ids.Select(id => (JsonNode)id)]),
        ["prompt_tokens"] = a.PromptTokens,
        ["fault"] = a.Fault?.ToString(),
        ["status"] = a.Status,
        ["answered_at"] = a.AnsweredAt?.ToString("O"),
    };

    private static JsonObject Describe(IReadOnlyList<BillRow> bill) => new()
    {
        ["total_nanousd"] = bill.Sum(row => row.NanoUsd),
        ["calls"] = new JsonArray([.. bill.Select(row => new JsonObject
        {
            ["request"] = row.Request,
            ["at"] = row.At.ToString("O"),
            ["key"] = row.KeyHash,
            ["model_version"] = row.ModelVersion,
            ["prompt"] = row.Tokens.Prompt,
            ["cached"] = row.Tokens.Cached,
            ["output"] = row.Tokens.Output,
            ["thoughts"] = row.Tokens.Thoughts,
            ["nanousd"] = row.NanoUsd,
        })]),
    };
}
