using System.Diagnostics;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>What a run of the executable took. Processor time and memory are those of its process alone.</summary>
internal sealed record EngineRun(int ExitCode, string Out, TimeSpan Wall, TimeSpan Processor, long PeakBytes);

/// <summary>A temporary workspace whose project <c>p</c> drafts with a stand-in provider, by the published executable.</summary>
internal sealed class EngineWorkspace : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vt-bench-").FullName;
    private readonly string _executable;

    private EngineWorkspace(string executable, StandInServer provider) => (_executable, Provider) = (executable, provider);

    public StandInServer Provider { get; }

    public LedgerFile Ledger => new(Path.Combine(_folder, ".viraltracker", "viraltracker.db"));

    public static async Task<EngineWorkspace> StartAsync(string executable, StandInOptions provider, string asOf, string finder = "")
    {
        var workspace = new EngineWorkspace(Path.GetFullPath(executable), await StandInServer.StartAsync(provider));
        var project = Directory.CreateDirectory(Path.Combine(workspace._folder, "projects", "p")).FullName;
        Directory.CreateDirectory(Path.Combine(project, "posts"));
        File.WriteAllText(Path.Combine(project, "finder.yml"), $$"""
            as_of: {{asOf}}
            taxonomy: [{ label: tools, description: Tools that help people write software }]
            voice: { persona: An engineer who has shipped this before. }
            thresholds: { green_min: 0, yellow_min: 0 }
            {{finder}}
            """);
        return workspace;
    }

    public static async Task<EngineWorkspace> WithMadeUpPostsAsync(string executable, int posts, StandInOptions provider, string finder = "")
    {
        var workspace = await StartAsync(executable, provider, MadeUpPosts.AsOf.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), finder);
        MadeUpPosts.Write(workspace.PostFile, posts);
        return workspace;
    }

    public string PostFile => Path.Combine(_folder, "projects", "p", "posts", "posts.jsonl");

    public Task<EngineRun> ScoreAsync(params string[] more) => EndAsync(Start("score", more));

    public Task<EngineRun> DraftAsync(params string[] more) => EndAsync(Start("generate-comments", ["--provider", "gemini", .. more]));

    public (Process Process, Task<string> Out) Start(string verb, params string[] more)
    {
        var start = new ProcessStartInfo(_executable, ["twitter", verb, "-p", "p", "--quiet", .. Array.IndexOf(more, "--max-candidates") < 0 ? (string[])["--max-candidates", "0"] : [], .. more])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        start.Environment["GEMINI_API_KEY"] = StandInOptions.DefaultKey;
        start.Environment["GOOGLE_GEMINI_BASE_URL"] = Provider.Address.ToString();
        var process = Process.Start(start)!;
        return (process, process.StandardOutput.ReadToEndAsync());
    }

    public static async Task<EngineRun> EndAsync((Process Process, Task<string> Out) started)
    {
        var process = started.Process;
        var began = Stopwatch.GetTimestamp();
        var (processor, peak) = (TimeSpan.Zero, 0L);
        // A process that has ended has nothing left to read: the last look before its end counts, at most 10 ms short.
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (processor, peak) = (process.TotalProcessorTime, Math.Max(peak, process.WorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
        await process.WaitForExitAsync();
        return new EngineRun(process.ExitCode, await started.Out, Stopwatch.GetElapsedTime(began), processor, peak);
    }

    /// <summary>
    /// Settled calls whose cost differs from the provider's bill; billed calls that are not settled; calls that are unknown; nano-dollars
    /// counted less nano-dollars billed.
    /// </summary>
    public (int Differ, int BilledUnsettled, int Unknown, long Over) Reconcile()
    {
        var bill = Provider.Bill.ToDictionary(row => $"r{row.Request}", row => row.NanoUsd);
        var calls = Ledger.Calls;
        var settled = calls.Where(c => c.State == "settled").ToArray();
        return (
            settled.Count(c => bill.GetValueOrDefault(c.Response ?? "", -1) != c.Cost),
            bill.Keys.Except(settled.Select(c => c.Response ?? "")).Count(),
            calls.Count(c => c.State is "unknown" or "reserved"),
            calls.Sum(c => c.Counted) - bill.Values.Sum());
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
