using System.Globalization;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>A workspace whose project drafts made-up posts with a provider on the loopback interface.</summary>
internal sealed class DraftingWorld : IAsyncDisposable
{
    public const string Key = "AIzaKeyOfTheTest0123456789";

    private const string Project = "p";

    private readonly TempWorkspace _workspace;

    private DraftingWorld(TempWorkspace workspace, StandInServer provider) => (_workspace, Provider) = (workspace, provider);

    public StandInServer Provider { get; }

    public TempWorkspace Workspace => _workspace;

    public LedgerFile Ledger => new(_workspace.Database);

    public string Logs => string.Concat(Directory.EnumerateFiles(Path.Combine(_workspace.Root, ".viraltracker", "logs")).Select(ReadShared));

    public static async Task<DraftingWorld> StartAsync(int posts, StandInOptions? provider = null, string finder = "")
    {
        var world = new DraftingWorld(new TempWorkspace(), await StandInServer.StartAsync((provider ?? new StandInOptions()) with { Key = Key }));
        world.AddProject(Project, posts, finder);
        return world;
    }

    public void AddProject(string slug, int posts, string finder = "")
    {
        _workspace.WithProject(slug, $$"""
            as_of: {{MadeUpPosts.AsOf:yyyy-MM-ddTHH:mm:ssZ}}
            taxonomy:
              - label: tools
                description: Things people keep at home
            voice:
              persona: A neighbour who has repaired most of it once.
            thresholds: { green_min: 0, yellow_min: 0 }
            suggestions: [add_value, ask_question]
            {{finder}}
            """);
        MadeUpPosts.Write(_workspace.PathOf("projects", slug, "posts", "made-up.jsonl"), posts);
    }

    public Task<VtResult> DraftAsync(params string[] more) => DraftAsync(Setting(), more);

    public async Task<VtResult> DraftAsync(VtSetting setting, params string[] more)
    {
        using var process = Start(setting, more);
        return await process.ResultAsync();
    }

    public VtProcess Start(params string[] more) => Start(Setting(), more);

    public VtProcess Start(VtSetting setting, params string[] more) => VtProcess.Start(_workspace, setting, Arguments("generate-comments", more));

    public async Task<VtResult> ForecastAsync(params string[] more)
    {
        using var process = VtProcess.Start(_workspace, Setting(), [.. Arguments("forecast", more)[1..]]);
        return (await process.ResultAsync()).ShouldExit(0);
    }

    public VtSetting Setting(params (string Name, string Value)[] more) => new()
    {
        Timeout = TimeSpan.FromMinutes(3),
        Environment = new Dictionary<string, string>(more.Select(v => KeyValuePair.Create(v.Name, v.Value)))
        {
            ["GEMINI_API_KEY"] = Key,
            ["GOOGLE_GEMINI_BASE_URL"] = Provider.Address.ToString(),
        },
    };

    /// <summary>When the provider's day ends in which that arrived, as people read it: midnight Pacific.</summary>
    public static string ResetAfter(Arrival arrival)
    {
        var pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var midnight = TimeZoneInfo.ConvertTime(arrival.At, pacific).Date.AddDays(1);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, pacific).ToString("d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }

    /// <summary>Every draft stands at the post it was written for, none twice, and the costs of drafts add up to what was settled.</summary>
    public void ShouldHaveDraftedRightly(int posts)
    {
        var drafts = Ledger.Drafts;
        Assert.True(posts == Ledger.Drafted, $"{Ledger.Drafted} posts are drafted, {posts} should be. The others:\n{Ledger.Undrafted}");
        Assert.All(drafts, d => Assert.Contains(DraftText.WordOf(d.Post), d.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, Ledger.DraftedTwice);
    }

    /// <summary>
    /// Settled calls cost what the provider billed for them, to the nano-dollar; what it billed beyond them is at most what unknown
    /// calls keep reserved.
    /// </summary>
    public void LedgerShouldEqualTheBill()
    {
        var bill = Provider.Bill.ToDictionary(row => $"r{row.Request}");
        var settled = Ledger.Calls.Where(c => c is { State: "settled", Provider: not "cache" }).ToArray();
        Assert.All(settled, call => Assert.Equal(bill[call.Response!].NanoUsd, call.Cost));
        var unsettled = bill.Keys.Except(settled.Select(c => c.Response!)).Select(id => bill[id].NanoUsd).ToArray();
        var unknown = Ledger.Calls.Where(c => c.State == "unknown").ToArray();
        Assert.All(unknown, call => Assert.Equal(call.Reserved, call.Counted));
        Assert.True(unsettled.Length <= unknown.Length, $"{unsettled.Length} billed calls are not settled, {unknown.Length} are unknown");
        Assert.True(unsettled.Sum() <= unknown.Sum(c => c.Counted), "less is reserved for unknown calls than was billed");
    }

    /// <summary>Neither the key nor words of posts stand in what was said and logged.</summary>
    public void ShouldKeepSecrets(VtResult result, int posts)
    {
        var said = result.Error + Logs;
        Assert.DoesNotContain(Key, said + result.Out, StringComparison.Ordinal);
        for (var i = 0; i < posts; i++) Assert.DoesNotContain(MadeUpPosts.Mark(i), said, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Waits until the provider has seen so many requests.</summary>
    public Task ArrivalsAsync(int count) => Wait.UntilAsync(() => Provider.Log.Count >= count, $"{count} requests reached the provider");

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        _workspace.Dispose();
    }

    private static string[] Arguments(string verb, string[] more)
    {
        var project = Array.IndexOf(more, "-p") >= 0 ? (string[])[] : ["-p", Project];
        var rpm = Array.IndexOf(more, "--max-rpm") >= 0 ? (string[])[] : ["--max-rpm", "0"];
        return ["twitter", verb, .. project, .. rpm, "--provider", Array.IndexOf(more, "--openai") >= 0 ? "openai" : "gemini", "--max-candidates", "0", .. more.Where(m => m != "--openai")];
    }

    private static string ReadShared(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd();
    }
}
