using System.Globalization;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>Durations as providers write them: <c>36s</c>, <c>36.42s</c>, <c>857ms</c>, <c>6m0s</c>, <c>14h2m3.5s</c>, <c>27 seconds</c>.</summary>
internal static partial class DurationText
{
    public static TimeSpan? Parse(string? text) =>
        text is not null && Whole().Match(text.Trim()) is { Success: true } match ? Read(match) : null;

    /// <summary>The delay in a sentence such as <c>Please retry in 36.42s.</c> or <c>Please try again in 20s.</c></summary>
    public static TimeSpan? FindDelay(string message) =>
        InSentence().Match(message) is { Success: true } match ? Read(match) : null;

    private static TimeSpan? Read(Match match)
    {
        if (!Units.Any(unit => match.Groups[unit].Success)) return null;
        var seconds = Number(match, "d") * 86_400 + Number(match, "h") * 3600 + Number(match, "m") * 60 + Number(match, "s") + Number(match, "ms") / 1000;
        return seconds <= TimeSpan.FromDays(366).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? double.Parse(g.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : 0;

    private static readonly string[] Units = ["d", "h", "m", "s", "ms"];

    private const string Gap = @"(\s*(and\s+)?)?";

    /// <summary>A unit ends where its word does: <c>2 months</c> are not two minutes.</summary>
    private const string Duration =
        @"(?=\d)((?<d>\d+(\.\d+)?)\s?d(ays?)?(?![a-z]))?" + Gap
        + @"((?<h>\d+(\.\d+)?)\s?h((ou)?rs?)?(?![a-z]))?" + Gap
        + @"((?<m>\d+(\.\d+)?)\s?m(in(ute)?s?)?(?![a-z]))?" + Gap
        + @"((?<s>\d+(\.\d+)?)\s?s(ec(ond)?s?)?(?![a-z]))?"
        + @"((?<ms>\d+(\.\d+)?)\s?(ms|milliseconds?)(?![a-z]))?";

    [GeneratedRegex("^" + Duration + "$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("(retry|try again|wait)( in| after| for)? " + Duration, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InSentence();
}
