namespace ViralTracker.Core.Texts;

/// <summary>
/// A large pattern as smaller ones: wherever it matches, it does so as the first of them that matches there. A search in a text may leave
/// out those that cannot match it.
/// </summary>
internal static class Alternatives
{
    /// <summary>Signs from which a group is taken apart; each pattern takes some memory of its own.</summary>
    private const int LargeGroup = 200;

    /// <summary>The pattern alone where it is small, or knows groups by number.</summary>
    public static Pattern[] Of(Pattern pattern)
    {
        if (HasNumberedGroup(pattern.Text)) return [pattern];
        var parts = Apart(pattern.Text).ToArray();
        return parts is [_] ? [pattern] : [.. parts.Select(part => new Pattern(part, pattern.Options))];
    }

    private static IEnumerable<string> Apart(string text)
    {
        if (Branches(text) is { Count: > 1 } branches) return text.Length < LargeGroup ? [text] : branches.SelectMany(Apart);
        for (var at = 0; at < text.Length;)
        {
            // What stands before the group matches in one way only, so the group's order is that of the whole.
            var end = EndOfOne(text, at);
            if (end < text.Length && text.AsSpan(end).TrimStart() is ['?' or '*' or '+' or '{', ..]) break;
            var one = text[at..end];
            if (one.StartsWith("(?:", StringComparison.Ordinal))
                return Branches(one[3..^1]) is { Count: > 1 } inner && (one.Length >= LargeGroup || inner.Exists(AtStart)) ? inner.SelectMany(branch => Apart(text[..at] + branch + text[end..])) : [text];
            if (one[0] is '(' && !Looks(one)) break;
            at = end;
        }

        return [text];
    }

    /// <summary>A search for the others need not stop at each sign for it.</summary>
    private static bool AtStart(string branch) => branch.Trim() is "^";

    private static bool Looks(string group) => group is ['(', '?', '=' or '!', ..] or ['(', '?', '<', '=' or '!', ..];

    private static List<string> Branches(string text)
    {
        var (branches, from) = (new List<string>(), 0);
        for (var at = 0; at < text.Length; at = EndOfOne(text, at))
        {
            if (text[at] is not '|') continue;
            branches.Add(text[from..at]);
            from = at + 1;
        }

        branches.Add(text[from..]);
        return branches;
    }

    private static bool HasNumberedGroup(string text)
    {
        for (var at = 0; at < text.Length; at = EndOfSign(text, at))
            if (text[at] is '(' && text[at + 1] is not '?') return true;
        return false;
    }

    /// <summary>Of a sign, a class or a whole group.</summary>
    private static int EndOfOne(string text, int at)
    {
        var depth = 0;
        do
        {
            if (text[at] is '(') depth++;
            else if (text[at] is ')') depth--;
            at = EndOfSign(text, at);
        }
        while (depth > 0);
        return at;
    }

    private static int EndOfSign(string text, int at)
    {
        if (text[at] is '[')
        {
            at += text[at + 1] is '^' ? 2 : 1;
            // One that stands first is a sign of the class.
            for (var first = at; text[at] is not ']' || at == first; at++)
                if (text[at] is '\\') at++;
            return at + 1;
        }

        if (text[at] is not '\\') return at + 1;
        return text[at + 1] switch
        {
            'u' => at + 6,
            'p' or 'P' => text.IndexOf('}', at) + 1,
            'k' => text.IndexOf('>', at) + 1,
            _ => at + 2,
        };
    }
}
