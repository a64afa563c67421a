using Xunit;

namespace ViralTracker.Testing;

/// <summary>Shared data for tests; a test that needs an absent file reports itself as skipped.</summary>
public static class SharedData
{
    public static string Require(string relative)
    {
        var path = Repository.Shared(relative);
        Assert.SkipWhen(path is null, $"shared/{relative} is not beside this checkout");
        return path!;
    }
}
