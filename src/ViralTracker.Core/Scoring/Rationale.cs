using System.Globalization;

namespace ViralTracker.Core.Scoring;

/// <summary>The one line that says why a post was chosen.</summary>
public readonly record struct Rationale
{
    /// <summary>Longest line, in code points.</summary>
    public const int MaxLength = 100;

    // A final question mark or a leading question word alone reaches it; the reference asked for more than 0.5 (fault 11).
    private const double OpenMin = 0.30;

    public double Total { get; init; }
    public double Velocity { get; init; }
    public double Relevance { get; init; }
    public double Openness { get; init; }
    public string Topic { get; init; }
    public double TopicMatch { get; init; }
    public double Likes { get; init; }
    public double Followers { get; init; }

    /// <summary>Zero or less: no likes an hour are told.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Reasons joined by +, such as <c>250 likes/hr + 25K followers + trending</c>; without any, the total.</summary>
    public override string ToString()
    {
        var reasons = new List<string>(5);
        var likesPerHour = Age > TimeSpan.Zero ? Likes / Age.TotalHours : 0;
        if (likesPerHour >= 1000) reasons.Add(Thousands(likesPerHour, wholeFrom: double.PositiveInfinity) + " likes/hr");
        else if (likesPerHour >= 100) reasons.Add(Text($"{Math.Truncate(likesPerHour):F0} likes/hr"));
        if (Followers >= 1000) reasons.Add(Thousands(Followers, wholeFrom: 10_000) + " followers");
        if (Relevance > 0.7) reasons.Add(Text($"{Topic} ({Math.Truncate(TopicMatch * 100):F0}%)"));
        if (Velocity > 0.7) reasons.Add("trending");
        if (Openness >= OpenMin) reasons.Add("open/question");
        return reasons.Count == 0 ? Text($"score {Total:F2}") : Shorten(string.Join(" + ", reasons));
    }

    /// <summary>1.2K, 25K, 1M, 1.5M; K never reaches 1000 (fault 11).</summary>
    private static string Thousands(double count, double wholeFrom)
    {
        var thousands = (count / 1000).ToString(count >= wholeFrom ? "F0" : "F1", CultureInfo.InvariantCulture);
        return double.Parse(thousands, CultureInfo.InvariantCulture) < 1000
            ? thousands + "K"
            : (count / 1_000_000).ToString(count < 10_000_000 ? "0.#" : "0", CultureInfo.InvariantCulture) + "M";
    }

    private static string Shorten(string line)
    {
        var runes = line.EnumerateRunes().ToArray();
        return runes.Length <= MaxLength ? line : string.Concat(runes.Take(MaxLength - 3)) + "...";
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
