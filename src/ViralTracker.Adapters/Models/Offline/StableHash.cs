namespace ViralTracker.Adapters.Models.Offline;

internal static class StableHash
{
    /// <summary>FNV-1a: the same in every process, unlike string.GetHashCode.</summary>
    public static uint Of(string text, string purpose)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        foreach (var c in purpose) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
