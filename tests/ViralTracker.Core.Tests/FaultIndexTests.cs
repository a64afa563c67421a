using System.Globalization;
using System.Text.RegularExpressions;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests;

/// <summary>Each of the reference's 22 proven faults has a test that names it.</summary>
public sealed partial class FaultIndexTests
{
    private const int Faults = 22;

    [Fact]
    public void Each_fault_of_the_reference_is_named_by_a_test()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => FaultOfTest().Matches(File.ReadAllText(path)))
            .Select(test => int.Parse(test.Groups[1].Value, CultureInfo.InvariantCulture));

        Assert.Empty(Enumerable.Range(1, Faults).Except(named));
    }

    [GeneratedRegex(@"(?:void|Task) Fault(\d\d)_")]
    private static partial Regex FaultOfTest();
}
