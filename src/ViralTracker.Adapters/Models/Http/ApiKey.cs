using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>A provider's key that does not print: it leaves this type only into a request header.</summary>
public sealed class ApiKey
{
    private const int ShortestSecret = 8;

    private readonly string _value;

    /// <param name="variable">The environment variable it stands in.</param>
    /// <exception cref="ApiKeyException">Empty, or with characters no header can carry.</exception>
    public ApiKey(string value, string variable = "")
    {
        (_value, Variable) = (value.Trim(), variable);
        if (Problem(_value) is { } problem) throw new ApiKeyException(variable, problem);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 4));
    }

    /// <summary>The environment variable a person corrects it in.</summary>
    public string Variable { get; }

    /// <summary>First 8 hex digits of the key's SHA-256.</summary>
    public string Fingerprint { get; }

    /// <summary>The first of these environment variables that is set, or null.</summary>
    /// <exception cref="ApiKeyException">It holds no key.</exception>
    public static ApiKey? FromEnvironment(Func<string, string?> variable, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (variable(name) is { } value && !string.IsNullOrWhiteSpace(value)) return new ApiKey(value, name);
        }
        return null;
    }

    internal string Reveal() => _value;

    /// <summary>Takes the key out of a text that came from outside; a few letters, as local servers are given, are no secret and would tear its words.</summary>
    internal string RemoveFrom(string text) => _value.Length < ShortestSecret ? text : text.Replace(_value, "(key)", StringComparison.Ordinal);

    public override string ToString() => $"(key {Fingerprint})";

    /// <summary>Null where there is none. Letters and digits, whatever their script, may be the key's own and are not told.</summary>
    private static string? Problem(string value)
    {
        if (value.Length == 0) return "is empty";
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is >= '!' and <= '~') continue;
            var which = Rune.IsLetterOrDigit(rune) ? ""
                : rune.Value == ' ' ? " (a space)"
                : IsSeen(rune) ? $" ('{rune}')"
                : $" (U+{rune.Value:X4})";
            return $"holds a character no key has{which}: paste the key from your provider";
        }
        return null;
    }

    /// <summary>Punctuation and symbols.</summary>
    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;
}

/// <summary>What stands where a key should.</summary>
/// <param name="variable">The environment variable; empty where the key came from elsewhere.</param>
/// <param name="problem">Begins with a verb, for after its name; without the key.</param>
public sealed class ApiKeyException(string variable, string problem) : ArgumentException($"{(variable.Length > 0 ? variable : "The API key")} {problem}")
{
    public string Variable { get; } = variable;

    public string Problem { get; } = problem;
}
