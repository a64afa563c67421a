using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;
using ViralTracker.Pipeline.Tests.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Runs;

public sealed class RefreshTests
{
    private static readonly DateTimeOffset Now = Samples.Now;

    [Theory]
    [InlineData("", "")]
    [InlineData("1 budget 1h", "1")]
    [InlineData("1 done 1h", "")]
    [InlineData("1 done 3h, 2 interrupted 2h, 3 crashed 1h", "3 2")]
    [InlineData("1 budget 3h, 2 done 2h, 3 refused 1h", "3")]
    [InlineData("1 budget 3h, 2 refused 2h, 3 done 1h", "")]
    [InlineData("1 failures 2h, 2 running 1h", "2 1")]
    [InlineData("1 budget 49h, 2 budget 47h, 3 budget 1h", "3 2")]
    [InlineData("1 budget 48h", "")]
    public void Refresh_goes_on_from_the_stopped_ones_since_the_last_that_came_to_its_end(string earlier, string stopped)
    {
        var runs = earlier.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Run);

        Assert.Equal(stopped, string.Join(' ', Refresh.After(runs, Now).Stopped));
    }

    [Fact]
    public void Posts_that_were_last_settled_by_the_same_question_are_left_out()
    {
        var tasks = new[] { Samples.Task(1), Samples.Task(2), Samples.Task(3), Samples.Task(4), Samples.Task(5) };
        SettledPost[] settled =
        [
            new(1, 30, "q1"),
            new(2, 30, "q2"), new(2, 31, "other"),
            new(3, 30, "other"), new(3, 31, "q3"), new(3, 31, "q3"),
            new(4, 30, null),
            new(9, 32, "q9"),
        ];

        var (left, goneOn) = Refresh.Split(tasks, settled, task => $"q{task.PostId}");

        Assert.Equal([2, 4, 5], left.Select(task => task.PostId));
        Assert.Equal(2, goneOn.Posts);
        Assert.Equal([30, 31], goneOn.Runs);
    }

    private static RunRecord Run(string text)
    {
        var parts = text.Split(' ');
        var started = Now - TimeSpan.FromHours(int.Parse(parts[2][..^1], System.Globalization.CultureInfo.InvariantCulture));
        return new(long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), "p", "generate-comments", started, started, Enum.Parse<RunOutcome>(parts[1], ignoreCase: true), null, started, "{}");
    }
}
