using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Posts;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>Finds the id a post is known by. Ids are digits in text; no number type ever holds one.</summary>
/// <param name="Linkable">False when the network knows no such id.</param>
internal readonly partial record struct PostIdentity(string Id, bool Linkable)
{
    /// <summary>The address' id, else the row's own, else a label such as <c>row12</c>; null when none of them can be an id.</summary>
    /// <param name="table">True where a spreadsheet may have rounded the ids.</param>
    public static PostIdentity? Find(string network, string? id, string? url, bool table)
    {
        id = id?.Trim() ?? "";
        if (network != Networks.X)
            return (network == Networks.Bluesky ? id.StartsWith("at://", StringComparison.Ordinal) : id.Length > 0)
                ? new(id, true)
                : null;
        if (Networks.XIdIn(url) is { } fromUrl)
            return new(fromUrl, true);
        if (IsXId(id))
            return table && RoundedId.Is(id) ? null : new(id, true);
        return Label.IsMatch(id) ? new(id, false) : null;
    }

    /// <summary>A stable id for a post whose own is lost: the same author, time and text give the same id.</summary>
    public static PostIdentity Derive(string author, DateTimeOffset postedAt, string text)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{author}\n{postedAt.ToUnixTimeMilliseconds()}\n{text}");
        return new($"derived-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)), 0, 8)}", false);
    }

    public static bool IsXId(string id) => XId.IsMatch(id) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("^[1-9][0-9]{0,18}$")]
    private static partial Regex XId { get; }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
    private static partial Regex Label { get; }
}
