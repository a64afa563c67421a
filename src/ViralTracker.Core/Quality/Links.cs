using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <param name="Text">As written.</param>
/// <param name="Explicit">With a scheme, <c>www.</c> or a path, or of a mailbox; else a bare domain, which may be a product's name (<c>socket.io</c>).</param>
internal readonly record struct FoundLink(int Start, string Text, bool Explicit);

/// <summary>What X turns into a link, what a reader could follow as an address, and addresses spelled out to escape that.</summary>
internal static partial class Links
{
    private static readonly PatternSet SpelledOut = new(Spelled);

    /// <summary>Links as X finds them (twitter-text 3): other schemes, mailboxes and a bare <c>label.cc</c> stay plain, but for co and tv.</summary>
    public static IEnumerable<FoundLink> Linked(string text) => Candidates(text).Where(IsLinked).Select(Link);

    /// <summary>What a reader could follow: also mailboxes and other schemes, but no names of files and of code (<c>main.rs</c>, <c>item.name</c>) without a path.</summary>
    public static IEnumerable<FoundLink> Addresses(string text) => Candidates(text).Where(IsAddress).Select(Link);

    /// <summary>An address in words: <c>name dot com</c>, <c>hxxp://…</c>.</summary>
    public static string? Disguised(string text) => SpelledOut.Find(text);

    private static IEnumerable<Match> Candidates(string text)
    {
        if (!MayHold(text)) yield break;
        foreach (Match found in Address.Matches(text)) yield return found;
    }

    private static FoundLink Link(Match found) => new(found.Index, found.Value, Has(found, "scheme") || Has(found, "mailbox") || Has(found, "path") || found.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    private static bool IsLinked(Match found)
    {
        if (Has(found, "mailbox") || (Has(found, "scheme") && !found.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)) || Ending(found) is not { } ending) return false;
        return Has(found, "scheme") || Has(found, "path") || !TopLevelDomains.IsCountry(ending) || ending is "co" or "tv" || (ending[0] <= '\u024F' && found.Groups["label"].Captures.Count > 1);
    }

    private static bool IsAddress(Match found)
    {
        if (Has(found, "scheme")) return !CodeSchemes.IsMatch(found.Value);
        if (Ending(found) is not { } ending) return false;
        var labels = found.Groups["label"].Captures;
        return Has(found, "mailbox") || Has(found, "path") || !TopLevelDomains.IsOrdinary(ending)
            || found.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (labels.Count > 1 && labels[^1].Value.ToLowerInvariant() is "com" or "co" or "org" or "net" or "gov" or "edu" or "ac");
    }

    /// <summary>The domain's ending where IANA lists it.</summary>
    private static string? Ending(Match found) => found.Groups["ending"].Value.ToLowerInvariant() is { Length: > 1 } ending && TopLevelDomains.Has(ending) ? ending : null;

    private static bool Has(Match found, string group) => found.Groups[group].Success;

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

    /// <summary>With the full stops of East Asia as plain ones where they stand within a Latin word.</summary>
    public static string WithPlainDots(string text) => Ascii.IsValid(text) ? text : EastAsianDot.Replace(text, ".");

    [GeneratedRegex(@"(?<=[A-Za-z0-9])[。．｡](?=[A-Za-z]{2})")]
    private static partial Regex EastAsianDot { get; }

    // Letters of scripts with spaces between words; of the others a whole phrase would stand before the dot.
    private const string L = @"(?![\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u2E80-\uFFFF])[\p{L}\p{M}\p{N}]";
    private const string Host = $@"(?:(?<label>{L}(?:{L}|-)*)\.)+(?<ending>xn--[a-z0-9-]+|(?:{L}){{2,}}|\p{{L}}{{2,}})(?!{L}|[@_]|-{L}|\.{L})";
    private const string Path = @"[/?#](?:[!#-&(*-;=?-~\u00A1-\u052F]*[#-&(*+/0-9=@-~\-\u00A1-\u052F])?";

    [GeneratedRegex(
        $"""
        (?<scheme>(?<![A-Za-z0-9])(?:[a-z][a-z0-9+.-]+://|(?:mailto|tel|sms|magnet|javascript|bitcoin|ethereum):(?=\S)))(?:(?:[\w.+-]+@)?{Host}(?::\d+)?(?<path>{Path})?|[!#-&(*-;=?-~\u00A1-\u052F]*[#-&(*+/0-9=@-~\-\u00A1-\u052F])
        | (?<mailbox>(?<![A-Za-z0-9._+-])[a-z0-9][a-z0-9._+-]*@){Host}
        | (?<!{L}|[@_./~$\#-]){Host}(?!\()(?::\d+)?(?<path>{Path})?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    /// <summary>What code and configuration address; nobody follows it.</summary>
    [GeneratedRegex(@"^(?:postgres(?:ql)?|mysql|redis|rediss|mongodb(?:\+srv)?|sqlite|amqps?|s3|gs|file|about|chrome|vscode|docker|unix|bolt|kafka|clickhouse)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeSchemes { get; }

    [GeneratedRegex(
        @"\bhxxps?:|\b[\w-]{2,}\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?\w{2,}|\b[\w-]{3,} dot (?:com|net|org|io|dev|ai|app|co|xyz|example)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled { get; }
}
