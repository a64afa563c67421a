using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>The names of the code's values as files and the store have them: <c>NearDuplicate</c> is <c>near_duplicate</c>.</summary>
public static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    public static string Of(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
