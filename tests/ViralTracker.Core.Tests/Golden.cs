using System.Text.Json;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests;

/// <summary>One input and output of the reference's own code.</summary>
/// <param name="Index">Position in the list of its function, for lists of deliberate differences.</param>
/// <param name="Error">The exception's type where the reference failed; <see cref="Result"/> is undefined then.</param>
public sealed record GoldenCase(int Index, JsonElement In, JsonElement Result, string? Error);

/// <summary>Exact outputs of the reference; tests skip where the shared data is absent.</summary>
public static class Golden
{
    public const double Tolerance = 1e-12;

    private static readonly Lazy<JsonElement> Document = new(() => JsonElement.Parse(File.ReadAllBytes(SharedData.Require("data/reference_golden.json"))));

    public static JsonElement Value(string name) => Document.Value.GetProperty(name);

    public static IReadOnlyList<GoldenCase> Cases(string function)
    {
        SharedData.Require("data/reference_golden.json");
        return
        [
            .. Value(function).EnumerateArray().Select((c, index) => new GoldenCase(
                index,
                c.GetProperty("in"),
                c.TryGetProperty("result", out var result) ? result : default,
                c.TryGetProperty("error", out var error) ? error.GetString() : null)),
        ];
    }

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static string[] Texts(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>Reports every differing case at once; <paramref name="differOnPurpose"/> must differ, each with its reason.</summary>
    public static void AssertSame<T>(IEnumerable<(GoldenCase Case, T Expected, T Actual)> outcomes, IReadOnlyDictionary<int, string>? differOnPurpose = null)
    {
        var all = outcomes.ToList();
        Assert.NotEmpty(all);
        var wrong = all
            .Where(o => Same(o.Expected, o.Actual) == (differOnPurpose?.ContainsKey(o.Case.Index) ?? false))
            .Select(o => $"case {o.Case.Index}: reference {o.Expected}, ours {o.Actual}: {o.Case.In}");
        if (string.Join("\n", wrong) is { Length: > 0 } differences) Assert.Fail(differences);
    }

    private static bool Same<T>(T expected, T actual) => (expected, actual) switch
    {
        (double e, double a) => Math.Abs(e - a) <= Tolerance,
        _ => Equals(expected, actual),
    };
}
