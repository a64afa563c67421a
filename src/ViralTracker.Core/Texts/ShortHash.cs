using System.Security.Cryptography;
using System.Text;

namespace ViralTracker.Core.Texts;

/// <summary>First 16 hex digits of SHA-256 over a text, to tell prompts and rules apart.</summary>
public static class ShortHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
