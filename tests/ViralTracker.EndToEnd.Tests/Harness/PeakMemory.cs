using System.Globalization;

namespace ViralTracker.EndToEnd.Tests.Harness;

/// <summary>The kernel's own high-water mark of a process.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Bytes, as last read before the process ended.</summary>
    public static async Task<long> WatchAsync(int process)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(Between);
        while (Read(process) is { } bytes)
        {
            peak = bytes;
            await timer.WaitForNextTickAsync();
        }
        return peak;
    }

    private static long? Read(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
