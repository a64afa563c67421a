using System.Diagnostics;
using ViralTracker.Testing;

namespace ViralTracker.Judgement;

/// <summary>Tables of <c>bench/ViralTracker.Benchmarks</c>, each measured in a process of its own: its peak memory counts.</summary>
internal static class Speed
{
    public static string Table(params string[] benchmark)
    {
        var project = Path.Combine(Repository.Root, "bench", "ViralTracker.Benchmarks");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", "-c", "Release", "--project", project, "--", .. benchmark]) { RedirectStandardOutput = true })!;
        var table = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? table : throw new InvalidOperationException($"The benchmark {benchmark[0]} ended with {process.ExitCode}.");
    }
}
