using System.Diagnostics;
using System.Globalization;

namespace ViralTracker.Adapters.Processes;

/// <summary>Names this process so that others can tell whether it still lives: <c>host/pid/start</c>.</summary>
public static class ProcessOwner
{
    // Fields of /proc/PID/stat, counted after the name in parentheses.
    private const int StateField = 0;
    private const int StartField = 19;

    /// <summary>
    /// Whom ids of processes hold for: the machine and, where there is one, the namespace of ids. Containers may have their machine's name,
    /// and an id of one names another process, or none, in the next. An owner written before the namespace stood here is of a host that
    /// nobody knows: its process may live where it cannot be seen, and waiting for its lease costs less than paying its posts twice.
    /// </summary>
    private static readonly string Host = Environment.MachineName + (OperatingSystem.IsLinux() && new FileInfo("/proc/self/ns/pid").LinkTarget is { } space ? ":" + space : "");

    /// <summary>Not so where a namespace of ids was entered and <c>/proc</c> is still that of the outer one.</summary>
    private static readonly bool SeesItsHost =
        !OperatingSystem.IsLinux() || new DirectoryInfo("/proc/self").LinkTarget == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    public static string Current { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Host}/{Environment.ProcessId}/{(OperatingSystem.IsLinux() ? StartOnLinux("self") : Start(Environment.ProcessId))}");

    /// <summary>True when the owner was a process of this host that is gone. Owners on other hosts are never known to be gone.</summary>
    public static bool IsGone(string owner)
    {
        if (!IsOfThisHost(owner, out var parts)) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) return true;
        try
        {
            return Start(pid).ToString(CultureInfo.InvariantCulture) != parts[2];
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Of other users' processes /proc may show nothing.
            return !IsRunning(pid);
        }
    }

    /// <summary>True when the owner is a process of this host that lives. Owners on other hosts are never known to live.</summary>
    public static bool IsAlive(string owner) => IsOfThisHost(owner, out _) && !IsGone(owner);

    private static bool IsOfThisHost(string owner, out string[] parts)
    {
        parts = owner.Split('/');
        return parts.Length == 3 && parts[0] == Host && SeesItsHost;
    }

    /// <summary>
    /// Tells a process from a later one that got the same id. As the system keeps it, so that two processes read the same: on Linux ticks
    /// since the boot. A time of day is computed there from the clock as it is now: when the clock is set, a living process would look like another.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such process.</exception>
    /// <exception cref="InvalidOperationException">It ended.</exception>
    private static long Start(int pid)
    {
        if (OperatingSystem.IsLinux()) return StartOnLinux(pid.ToString(CultureInfo.InvariantCulture));
        using var process = Process.GetProcessById(pid);
        return process.StartTime.ToUniversalTime().Ticks;
    }

    /// <exception cref="InvalidOperationException">It ended, and only its parent has not noticed yet.</exception>
    private static long StartOnLinux(string process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        if (fields[StateField] is "Z" or "X") throw new InvalidOperationException($"Process {process} has ended.");
        return long.Parse(fields[StartField], CultureInfo.InvariantCulture);
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
