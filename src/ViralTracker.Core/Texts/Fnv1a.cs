namespace ViralTracker.Core.Texts;

/// <summary>FNV-1a over the UTF-16LE bytes of characters, incremental: continue from any earlier state.</summary>
internal static class Fnv1a
{
    public const ulong Offset64 = 0xcbf29ce484222325;
    public const uint Offset32 = 2166136261;

    private const ulong Prime64 = 0x100000001b3;
    private const uint Prime32 = 16777619;

    public static ulong Add(ulong state, char c) =>
        (((state ^ (byte)c) * Prime64) ^ (byte)(c >> 8)) * Prime64;

    public static uint Add(uint state, char c) =>
        (((state ^ (byte)c) * Prime32) ^ (byte)(c >> 8)) * Prime32;

    public static ulong Add(ulong state, ReadOnlySpan<char> text)
    {
        foreach (var c in text) state = Add(state, c);
        return state;
    }

    public static ulong Hash64(ReadOnlySpan<char> text) => Add(Offset64, text);

    public static uint Hash32(ReadOnlySpan<char> text)
    {
        var state = Offset32;
        foreach (var c in text) state = Add(state, c);
        return state;
    }
}
