using System.Text.Json;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>A workspace with one project about tools for programming, and the short ways to run the main job in it.</summary>
public sealed class ToolsWorkspace : IDisposable
{
    public const string Slug = "tools";

    public const string Finder = """
        taxonomy:
          - label: coding agents
            description: Letting AI agents write code, what they get right and wrong, and reviewing what they wrote
            exemplars:
              - "Which coding agent do you trust with a real code base?"
              - "The agent rewrote half my tests to make them pass."
          - label: editors
            description: Code editors with AI inside, completion, chat and their prices
            exemplars:
              - "Is the AI editor worth its price for a small team?"
              - "Tab completion got better than I am at boilerplate."
        voice:
          persona: A developer who has used these tools daily for two years; plain, curious, never salesy
        sources:
          blacklist_keywords: [giveaway, airdrop]
        """;

    /// <summary>Every post of the demo data counts: the oldest are from 2023.</summary>
    private static readonly string[] Everything = ["--hours-back", "30000", "--min-followers", "0", "--max-candidates", "0"];

    /// <summary>Just after the newest post of the demo data.</summary>
    public const string AsOf = "2025-09-18T05:00:00Z";

    public TempWorkspace Files { get; } = new TempWorkspace().WithProject(Slug, Finder);

    public StoreFile Store => new(Files.Database);

    public Task<VtResult> RunAsync(params string[] arguments) => Files.RunAsync(arguments);

    public async Task<JsonElement> JsonAsync(params string[] arguments) => (await Files.RunAsync([.. arguments, "--json"])).ShouldExit(0).Json;

    public Task<JsonElement> ImportAsync(string file) => JsonAsync("twitter", "import", "-p", Slug, file);

    public Task<JsonElement> ImportSharedAsync(string file) => ImportAsync(SharedData.Require("data/" + file));

    /// <summary>Posts of our own, a line of the flat format each.</summary>
    public Task<JsonElement> ImportPostsAsync(params object[] posts)
    {
        var path = Files.PathOf("posts.jsonl");
        File.WriteAllLines(path, posts.Select(post => JsonSerializer.Serialize(post)));
        return ImportAsync(path);
    }

    /// <summary>Drafts every post with the stand-in, or offline without one.</summary>
    public async Task<VtResult> GenerateAsync(StandInServer? gemini, params string[] more)
    {
        var setting = new VtSetting { Timeout = TimeSpan.FromSeconds(120), Environment = gemini is null ? new() : Gemini(gemini) };
        return await Files.RunAsync(setting, ["twitter", "generate-comments", "-p", Slug, "--as-of", AsOf, .. Everything, "--no-skip-low-scores", "--max-rpm", "0", .. more]);
    }

    public Task<VtResult> ScoreAsync(params string[] more) => Files.RunAsync(["twitter", "score", "-p", Slug, "--as-of", AsOf, .. Everything, .. more]);

    public static Dictionary<string, string> Gemini(StandInServer server) => new()
    {
        ["GEMINI_API_KEY"] = StandInOptions.DefaultKey,
        ["GOOGLE_GEMINI_BASE_URL"] = server.Address.ToString(),
    };

    public void Dispose() => Files.Dispose();
}
