namespace ViralTracker.Core.Texts;

/// <summary>What of a post its author wrote: a repost or quote mark and "&gt; " begin somebody else's words.</summary>
public static class OwnWords
{
    /// <summary>The text up to a mark ("So true! RT @bob: …"), without quoted lines; empty where nothing of it is the author's.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = text.AsSpan();
        for (var at = own.IndexOf('@'); at >= 0; at = NextAt(own, at))
        {
            if (MarkBefore(own, at) is not { } mark) continue;
            if (HasWord(own[..mark]) && !EndsInColon(own, at)) continue;
            own = own[..mark];
            break;
        }

        return Unquoted(own) ?? (own.Length == text.Length ? text : own.ToString());
    }

    /// <summary>What <see cref="Of"/> gives, or all of the text where nothing of it is the author's.</summary>
    public static string OrAll(string text) => Of(text) is var own && string.IsNullOrWhiteSpace(own) ? text : own;

    /// <summary>Begins with a mark such as "RT @", whatever its case and the signs before it.</summary>
    public static bool BeginsAsRepost(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at >= 0 && MarkBefore(text, at) is { } mark && !HasWord(text.AsSpan(0, mark));
    }

    private static int NextAt(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOf('@');
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>Where the RT or QT (quote) before a handle begins, or null.</summary>
    private static int? MarkBefore(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 == text.Length || !IsOfHandle(text[at + 1])) return null;
        var end = at;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':')) end--;
        var mark = end - 2;
        return mark >= 0 && text[mark] is 'R' or 'r' or 'Q' or 'q' && text[mark + 1] is 'T' or 't' && !(mark > 0 && (char.IsLetterOrDigit(text[mark - 1]) || text[mark - 1] is '@' or '_')) ? mark : null;
    }

    private static bool EndsInColon(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsOfHandle(text[end])) end++;
        return end < text.Length && text[end] is ':';
    }

    /// <summary>The lines that are not quoted; null where none is.</summary>
    private static string? Unquoted(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('>', '&') < 0) return null;
        var (own, quoted) = (new List<string>(), false);
        foreach (var line in text.EnumerateLines())
            if (IsQuoted(line)) quoted = true;
            else own.Add(line.ToString());
        return quoted ? string.Join('\n', own) : null;
    }

    private static bool IsQuoted(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith("&gt; ", StringComparison.Ordinal);
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }

    private static bool IsOfHandle(char c) => char.IsAsciiLetterOrDigit(c) || c is '_';
}
