using System.ComponentModel;
using System.Diagnostics;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>The disk that holds the database fills up while calls are in flight: a small file system of its own.</summary>
public sealed class FullDiskTests
{
    private const int Posts = 40;

    [Fact]
    public async Task Full_disk_loses_no_paid_answer_says_so_and_the_next_start_saves_them()
    {
        await using var world = await DraftingWorld.StartAsync(Posts, new StandInOptions { Latency = TimeSpan.FromMilliseconds(800) });
        var folder = Path.GetDirectoryName(world.Workspace.PathOf(".viraltracker", "x"))!;
        await MountAsync("-t", "tmpfs", "-o", "size=12m", "tmpfs", folder);
        try
        {
            using var run = world.Start("--tweets-per-request", "1", "--batch-size", "6");
            await world.ArrivalsAsync(8);

            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            var result = (await run.ResultAsync()).ShouldExit(1);

            Assert.Contains("is full", result.Out + result.Error, StringComparison.Ordinal);
            Assert.Contains("the next run saves them", result.Error, StringComparison.Ordinal);
            var paid = world.Provider.Bill.Count;
            Assert.InRange(paid, 2, Posts - 1);

            File.Delete(filler);
            (await world.DraftAsync("--tweets-per-request", "1", "--batch-size", "6")).ShouldExit(0);

            world.ShouldHaveDraftedRightly(Posts);
            world.LedgerShouldEqualTheBill();
            Assert.Equal(Posts, world.Provider.Bill.Count);
            Assert.All(world.Ledger.Calls, call => Assert.Equal("settled", call.State));
        }
        finally
        {
            await RunAsync("umount", folder);
        }
    }

    [Fact]
    public async Task Disk_that_cannot_be_written_stops_a_run_before_its_first_call_with_a_clear_line()
    {
        await using var world = await DraftingWorld.StartAsync(2);
        var folder = Path.GetDirectoryName(world.Workspace.PathOf(".viraltracker", "x"))!;
        await MountAsync("-t", "tmpfs", "-o", "size=12m", "tmpfs", folder);
        try
        {
            (await world.DraftAsync("--max-rpd", "1", "--tweets-per-request", "1")).ShouldExit(4);
            await MountAsync("-o", "remount,ro", folder);

            var result = (await world.DraftAsync()).ShouldExit(2);

            Assert.Contains("viraltracker.db cannot be opened or created. Check the path and its permissions", result.Error, StringComparison.Ordinal);
            Assert.Single(world.Provider.Log);
        }
        finally
        {
            await RunAsync("umount", folder);
        }
    }

    [Fact]
    public async Task Full_disk_loses_no_paid_vector_says_so_and_the_next_start_saves_them()
    {
        await using var world = await DraftingWorld.StartAsync(100, new StandInOptions { Latency = TimeSpan.FromSeconds(3), EmbeddingDimensions = 3072 }, "generation: { embedder: gemini }");
        var folder = Path.GetDirectoryName(world.Workspace.PathOf(".viraltracker", "x"))!;
        await MountAsync("-t", "tmpfs", "-o", "size=12m", "tmpfs", folder);
        try
        {
            using var run = world.Start();
            await world.ArrivalsAsync(1);

            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            var result = (await run.ResultAsync()).ShouldExit(2);
            Assert.Contains("is full", result.Error, StringComparison.Ordinal);
            Assert.Contains("1 paid answer could not be saved to the database and is kept in", result.Error, StringComparison.Ordinal);
            Assert.Contains("the next run saves it", result.Error, StringComparison.Ordinal);

            File.Delete(filler);
            Assert.Contains("Recovered 1 paid answer", (await world.DraftAsync()).ShouldExit(0).Error, StringComparison.Ordinal);

            // A hundred posts and their topic.
            Assert.Equal(2, world.Provider.Log.Count(arrival => arrival.Action == "batchEmbedContents"));
            Assert.Equal(101, world.Ledger.Number("SELECT count(*) FROM embeddings WHERE model = 'gemini-embedding-2'"));
            Assert.All(world.Ledger.Calls, call => Assert.Equal("settled", call.State));
            Assert.Equal(world.Provider.BilledNanoUsd, world.Ledger.Calls.Sum(call => call.Cost));
        }
        finally
        {
            await RunAsync("umount", folder);
        }
    }

    [Theory]
    [InlineData("2> /dev/full")]
    [InlineData("2>&-")]
    public async Task Progress_and_alerts_that_cannot_be_said_end_no_run(string redirected)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        const int Drafted = 4;
        // Long enough for lines of progress; the alert is said at once, and that nobody listens at the webhook after it.
        await using var world = await DraftingWorld.StartAsync(
            Drafted, new StandInOptions { Latency = TimeSpan.FromSeconds(2), Script = [Fault.RateLimitedBare] },
            """budget: { day: 1, alert_at: [0.0000001], webhook: "http://127.0.0.1:9/" }""");

        using var run = VtProcess.StartShell(
            world.Workspace, world.Setting(), $"vt twitter generate-comments -p p --provider gemini --max-rpm 0 --no-batch --tweets-per-request 1 {redirected}");
        var result = (await run.ResultAsync()).ShouldExit(0);

        world.ShouldHaveDraftedRightly(Drafted);
        world.LedgerShouldEqualTheBill();
        Assert.Equal("refused" + string.Concat(Enumerable.Repeat(" settled", Drafted)), string.Join(' ', world.Ledger.Calls.Select(call => call.State)));
        Assert.Contains($"Drafted {Drafted} posts", result.Out, StringComparison.Ordinal);
    }

    /// <summary>Until nothing more goes in, however little.</summary>
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = new byte[1 << 16]; block.Length > 0; block = new byte[block.Length / 16])
        {
            try
            {
                while (true) file.Write(block);
            }
            catch (IOException)
            {
                // Full for blocks of this size.
            }
        }
    }

    private static async Task MountAsync(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a file system of its own, which is mounted on Linux only.");
        Assert.SkipUnless(await RunAsync("mount", arguments) == 0, "Needs the right to mount a small file system.");
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }
}
