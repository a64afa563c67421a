using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests;

/// <summary>The machine's language changes neither what is read nor what is shown.</summary>
public sealed class LocaleTests
{
    public static TheoryData<string> Locales => ["C.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task What_is_shown_is_the_same(string locale)
    {
        string[] line = ["twitter", "score", "-p", "demo", "--hours-back", "100000.5", "--as-of", "2026-01-01T12:00:00Z"];
        using var workspace = TempWorkspace.WithDemo();
        using var plain = TempWorkspace.WithDemo();

        var shown = (await workspace.RunAsync(In(locale), line)).ShouldExit(0).Out;

        Assert.Contains("last 100000.5 h before", shown, StringComparison.Ordinal);
        Assert.Equal((await plain.RunAsync(line)).ShouldExit(0).Out, shown);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Numbers_have_a_point_and_never_a_comma(string locale)
    {
        using var workspace = TempWorkspace.WithDemo();

        foreach (var (option, given, said) in new[]
            {
                ("--max-cost", "1,5", "--max-cost: '1,5' is not a number; write 1.5"),
                ("--max-cost", "0,004", "--max-cost: '0,004' is not a number; write 0.004"),
                ("--max-cost", "1000000.5", "--max-cost: must be at most 1000000"),
                ("--hours-back", "1,5", "--hours-back: '1,5' is not a number; write 1.5"),
                ("--hours-back", "0.005", "--hours-back: must be at least 0.01"),
                ("--hours-back", "1.000,5", "--hours-back: '1.000,5' is not a number"),
                ("--timeout", "0,5", "--timeout: '0,5' is not a number; write 0.5"),
                ("--timeout", "0.05", "--timeout: must be at least 0.1"),
                ("--max-rpm", "1,5", "--max-rpm: '1,5' is not a whole number"),
                ("--max-rpm", "1.5", "--max-rpm: '1.5' is not a whole number"),
            })
        {
            var result = (await workspace.RunAsync(In(locale), "forecast", "-p", "demo", option, given)).ShouldExit(2);
            Assert.Equal(said, result.Error.Split('\n')[0].TrimEnd());
        }
    }

    private static VtSetting In(string locale) => new() { Environment = new Dictionary<string, string> { ["LANG"] = locale, ["LC_ALL"] = locale } };
}
