using System.Diagnostics;
using System.Globalization;

namespace ViralTracker.Adapters.Processes;

/// <summary>Names this process so that others can tell whether it still lives: <c>host/pid/start</c>.</summary>
public static class ProcessOwner
{
    // Fields of /proc/PID/stat, counted after the name in parentheses.
    private const int StateField = 0;
    private const int StartField = 19;

    public static string Current { get; } = Name(Environment.ProcessId)!;

    /// <summary>True when the owner was a process of this host that is gone. Owners on other hosts are never known to be gone.</summary>
    public static bool IsGone(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName) return false;
        return !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || Name(pid) != owner;
    }

    /// <summary>Null when there is no such process. The start tells a process from a later one that got the same id.</summary>
    private static string? Name(int pid)
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{pid}/{Start(pid)}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// As the system keeps it, so that two processes read the same: on Linux ticks since the boot. A time of day is computed there
    /// from the clock as it is now: when the clock is set, a living process would look like another.
    /// </summary>
    /// <exception cref="InvalidOperationException">It ended, and only its parent has not noticed yet.</exception>
    private static long Start(int pid)
    {
        if (OperatingSystem.IsLinux())
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (fields[StateField] is "Z" or "X") throw new InvalidOperationException($"Process {pid} has ended.");
            return long.Parse(fields[StartField], CultureInfo.InvariantCulture);
        }
        using var process = Process.GetProcessById(pid);
        return process.StartTime.ToUniversalTime().Ticks;
    }
}
