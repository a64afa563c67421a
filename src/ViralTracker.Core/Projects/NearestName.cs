namespace ViralTracker.Core.Projects;

/// <summary>The known name a mistyped one probably meant.</summary>
public static class NearestName
{
    private const int LeastBeginning = 3;

    /// <summary>
    /// The only candidate that begins with what was typed, else the nearest within a third of its length in edits (optimal string alignment), or null.
    /// </summary>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        var wanted = Fold(typed);
        string[] known = [.. candidates];
        if (wanted.TrimStart('_').Length >= LeastBeginning && known.Where(name => Fold(name).StartsWith(wanted, StringComparison.Ordinal)).ToArray() is [var only]) return only;
        var best = known
            .Select(name => (Name: name, Distance: Distance(wanted, Fold(name))))
            .OrderBy(c => c.Distance)
            .FirstOrDefault((Name: "", Distance: int.MaxValue));
        return best.Distance <= Math.Max(1, best.Name.Length / 3) ? best.Name : null;
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> candidates) =>
        Of(typed, candidates) is { } name ? $"; did you mean '{name}'?" : "";

    // Only the first characters matter for a name; the rest would let a huge key cost quadratic time.
    private static string Fold(string name) => (name.Length > 64 ? name[..64] : name).ToLowerInvariant().Replace('-', '_');

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
