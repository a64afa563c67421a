namespace ViralTracker.GeminiStandIn;

/// <summary>FNV-1a: the same draw in every process, unlike <c>string.GetHashCode</c>.</summary>
internal static class Hashing
{
    public static uint Of(string text, int seed = 0)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ (hash >> 13);
    }

    /// <summary>0 up to 1.</summary>
    public static double Share(string text, int seed) => Of(text, seed) / (uint.MaxValue + 1.0);
}
