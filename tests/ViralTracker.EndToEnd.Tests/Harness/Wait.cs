using System.Diagnostics;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Harness;

/// <summary>Waits for what another process does, and not for ever.</summary>
internal static class Wait
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="what">Names it in the message when it does not happen.</param>
    public static async Task UntilAsync(Func<bool> happened, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!happened())
        {
            if (Stopwatch.GetElapsedTime(began) > Longest) Assert.Fail($"In {Longest.TotalMinutes} minutes it did not happen that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
