using System.Diagnostics;
using System.Globalization;

namespace ViralTracker.Adapters.Processes;

/// <summary>Names this process so that others can tell whether it still lives: <c>host/pid/start</c>.</summary>
public static class ProcessOwner
{
    public static string Current { get; } = Name(Process.GetCurrentProcess());

    /// <summary>True when the owner was a process of this host that is gone. Owners on other hosts are never known to be gone.</summary>
    public static bool IsGone(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) return true;
        try
        {
            using var process = Process.GetProcessById(pid);
            return Name(process) != owner;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>The start time tells a process from a later one that got the same id; seconds, since its reading drifts by a clock tick.</summary>
    private static string Name(Process process) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{process.Id}/{StartedAt(process):yyyyMMddHHmmss}");

    private static DateTime StartedAt(Process process) => process.StartTime.ToUniversalTime().AddMilliseconds(500);
}
