using System.Runtime.CompilerServices;
using ViralTracker.Core.Texts;

namespace ViralTracker.Adapters.Storage;

/// <summary>Enums, their values counted from 0, as the snake_case text kept in the store.</summary>
/// <remarks>Without the framework's generic code over <typeparamref name="T"/>: it is compiled at start-up, and <c>vt status</c> waits for it.</remarks>
internal static class EnumText<T> where T : struct, Enum
{
    private static readonly string[] Names = ReadNames();

    public static string Of(T value) => Names[Unsafe.BitCast<T, int>(value)];

    /// <exception cref="FormatException">The store holds a word this version does not know.</exception>
    public static T Parse(string text)
    {
        var at = Array.IndexOf(Names, text);
        return at >= 0 ? Unsafe.BitCast<int, T>(at) : throw new FormatException($"'{text}' is no {typeof(T).Name}.");
    }

    private static string[] ReadNames()
    {
        var type = typeof(T);
        var values = (int[])Enum.GetValuesAsUnderlyingType(type);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != i) throw new InvalidOperationException($"{type.Name} does not count from 0.");
        }
        return Array.ConvertAll(Enum.GetNames(type), SnakeCase.Of);
    }
}
