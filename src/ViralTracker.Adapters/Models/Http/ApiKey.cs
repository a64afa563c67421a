using System.Security.Cryptography;
using System.Text;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>A provider's key that does not print: it leaves this type only into a request header.</summary>
public sealed class ApiKey
{
    private readonly string _value;

    /// <exception cref="ArgumentException">Empty, or with characters no header can carry.</exception>
    public ApiKey(string value)
    {
        _value = value.Trim();
        if (_value.Length == 0 || _value.Any(c => c is < '!' or > '~'))
            throw new ArgumentException("The API key is empty or holds characters that a header cannot carry.");
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, 4));
    }

    /// <summary>First 8 hex digits of the key's SHA-256.</summary>
    public string Fingerprint { get; }

    /// <summary>The first of these environment variables that is set, or null.</summary>
    public static ApiKey? FromEnvironment(Func<string, string?> variable, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (variable(name) is { } value && !string.IsNullOrWhiteSpace(value)) return new ApiKey(value);
        }
        return null;
    }

    internal string Reveal() => _value;

    /// <summary>Takes the key out of a text that came from outside.</summary>
    internal string RemoveFrom(string text) => text.Replace(_value, "(key)", StringComparison.Ordinal);

    public override string ToString() => $"(key {Fingerprint})";
}
