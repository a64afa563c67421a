using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>X's own conventions inside a post's text.</summary>
internal static partial class XText
{
    /// <summary>X delivers exactly these three characters encoded; undone once, so that <c>&amp;amp;lt;</c> stays <c>&amp;lt;</c>.</summary>
    public static string Decode(string text) =>
        text.Contains('&')
            ? Encoded.Replace(text, match => match.Value switch { "&amp;" => "&", "&lt;" => "<", _ => ">" })
            : text;

    /// <summary>X puts this in front of what someone passes on, and people do so by hand.</summary>
    public static bool IsRepost(string text) =>
        text.StartsWith("RT @", StringComparison.Ordinal) && RepostPrefix.IsMatch(text);

    [GeneratedRegex("&(?:amp|lt|gt);")]
    private static partial Regex Encoded { get; }

    [GeneratedRegex("^RT @[A-Za-z0-9_]{1,15}:")]
    private static partial Regex RepostPrefix { get; }
}
