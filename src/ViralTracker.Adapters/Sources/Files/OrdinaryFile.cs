using System.Runtime.InteropServices;

namespace ViralTracker.Adapters.Sources.Files;

/// <summary>
/// Files that a run finds in a folder. A pipe there would be waited for and a device read without end; whoever names one on the command line asks for that.
/// </summary>
internal static partial class OrdinaryFile
{
    /// <exception cref="IOException">It cannot be opened, or is no file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream OpenRead(string path) => OtherKind(path) is { } kind
        ? throw new IOException($"it is a {kind}, not a file; put a file in its place or remove it")
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    /// <summary>Of what a link leads to; null for a file, a folder, and for what opening will complain of.</summary>
    private static string? OtherKind(string path)
    {
        if (OperatingSystem.IsWindows() || Stat(path, out var status) != 0) return null;
        return (status.Mode & KindBits) switch
        {
            0x1000 => "pipe",
            0x2000 or 0x6000 => "device",
            0xC000 => "socket",
            _ => null,
        };
    }

    private const int KindBits = 0xF000;

    /// <summary>The beginning of what the runtime fills, with room for the rest of it.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 512)]
    private struct Status
    {
        public int Flags;
        public int Mode;
    }

    /// <summary>
    /// The framework knows a file's kind and shows it nowhere. Its own layer over the system is asked, since the system's structures differ from one to the next.
    /// </summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out Status status);
}
