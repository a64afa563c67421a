using System.Text.RegularExpressions;

namespace ViralTracker.Core.Posts;

/// <summary>What a spreadsheet makes of a long id.</summary>
public static partial class RoundedId
{
    /// <summary>Doubles and Excel's 15 digits leave zeros at the end of a 19-digit id; one true id in a thousand has them too.</summary>
    public static bool Is(string id) => Rounded.IsMatch(id);

    [GeneratedRegex(@"^(?:[0-9](?:[.,][0-9]+)?E\+?[0-9]+|[0-9]{13,}000)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rounded { get; }
}
