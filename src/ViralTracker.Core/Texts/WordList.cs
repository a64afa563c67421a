using System.Collections.Frozen;

namespace ViralTracker.Core.Texts;

/// <summary>Words written one after the other, as a set.</summary>
internal static class WordList
{
    public static FrozenSet<string> Of(string words, StringComparer? comparer = null) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(comparer);
}
