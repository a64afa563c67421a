using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <param name="Text">As written.</param>
/// <param name="Explicit">With a scheme, <c>www.</c> or a path; else a bare domain, which may be a product's name (<c>socket.io</c>).</param>
internal readonly record struct FoundLink(int Start, string Text, bool Explicit);

/// <summary>What X would turn into a link, and addresses spelled out to escape that.</summary>
internal static partial class Links
{
    private static readonly PatternSet SpelledOut = new(Spelled);

    public static IEnumerable<FoundLink> Find(string text) => !MayHold(text) ? [] :
        Address.Matches(text).Select(m => new FoundLink(m.Index, m.Value, !m.Groups["bare"].Success));

    /// <summary>Every link has a dot or colon with no space after it, which the end of a sentence has not.</summary>
    private static bool MayHold(ReadOnlySpan<char> text)
    {
        for (var dot = text.IndexOfAny('.', ':'); dot >= 0; dot = text.IndexOfAny('.', ':'))
        {
            text = text[(dot + 1)..];
            if (text.Length > 0 && !char.IsWhiteSpace(text[0])) return true;
        }

        return false;
    }

    /// <summary>An address in words: <c>name dot com</c>, <c>hxxp://…</c>.</summary>
    public static string? Disguised(string text) => SpelledOut.Find(text);

    // Country codes that are as often the end of a file's name (md, py, rs, sh, pl, so, cc, ps, ml, mm, id, is, as, in, it, to, be) count only with a path.
    [GeneratedRegex(
        """
        \bhttps?://[^\s<>"'”」』）)]*[^\s<>"'”」』）),.;:!?…。、]
        | (?<![\w@.-])www\.[\w-]+\.(?:[^\s<>"'”」』）)]*[^\s<>"'”」』）),.;:!?…。、])
        | (?<![\w@./~-])(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}/[^\s<>"'”」』）)]*[^\s<>"'”」』）),.;:!?…。、]
        | (?<bare>(?<![\w@./~-])(?:[a-z0-9][a-z0-9-]*\.)*[a-z0-9][a-z0-9-]*
          \.(?:com|net|org|io|dev|ai|app|co|xyz|info|biz|gg|me|tv|ly|eu|de|fr|es|pt|br|jp|cn|ru|uk|us|ca|au|nl|ch|at|se|no|dk|fi
          |club|online|site|store|shop|tech|cloud|page|blog|news|link|live|pro|wiki|edu|gov|mil|int|example|test|invalid)(?![\w.-]*\w|\())
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    [GeneratedRegex(
        @"\bhxxps?:|\b[\w-]{2,}\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?\w{2,}|\b[\w-]{3,} dot (?:com|net|org|io|dev|ai|app|co|xyz|example)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled { get; }
}
