namespace ViralTracker.Core.Posts;

/// <summary>Comparison of author handles: case and leading @ do not count.</summary>
public static class Handles
{
    /// <summary>The form in which two spellings of one handle are equal (ordinal).</summary>
    public static string Key(string handle) =>
        // The invariant lower case leaves İ alone; the full mapping of Unicode is two characters.
        handle.TrimStart('@').Replace("İ", "i̇", StringComparison.Ordinal).ToLowerInvariant();

    public static HashSet<string> KeySet(IEnumerable<string> handles) => handles.Select(Key).ToHashSet(StringComparer.Ordinal);
}
