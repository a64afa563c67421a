using System.Text.Json;

namespace ViralTracker.Adapters.Storage;

/// <summary>Enums as the snake_case text kept in the store.</summary>
internal static class EnumText<T> where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Names = [.. Values.Select(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()))];

    public static string Of(T value) => Names[Array.IndexOf(Values, value)];

    /// <exception cref="FormatException">The store holds a word this version does not know.</exception>
    public static T Parse(string text)
    {
        var at = Array.IndexOf(Names, text);
        return at >= 0 ? Values[at] : throw new FormatException($"'{text}' is no {typeof(T).Name}.");
    }
}
