using ViralTracker.Pipeline.Drafting;
using Xunit;

namespace ViralTracker.Pipeline.Tests.Drafting;

public sealed class ConcurrencyTests
{
    [Fact]
    public void Overload_halves_what_may_be_under_way_down_to_one()
    {
        var concurrency = new Concurrency(10);

        int[] allowed = [.. Enumerable.Range(0, 5).Select(_ => After(() => concurrency.Failed(overloaded: true)))];

        Assert.Equal([5, 2, 1, 1, 1], allowed);
        int After(Action happened)
        {
            happened();
            return concurrency.Allowed;
        }
    }

    [Fact]
    public void As_many_answers_in_a_row_as_are_allowed_allow_one_more_up_to_the_most()
    {
        var concurrency = new Concurrency(3);
        concurrency.Failed(overloaded: true);
        var allowed = new List<int>();
        for (var answers = 0; answers < 5; answers++)
        {
            concurrency.Answered();
            allowed.Add(concurrency.Allowed);
        }

        Assert.Equal([2, 2, 3, 3, 3], allowed);
    }

    [Fact]
    public void Failure_of_another_kind_only_begins_the_row_anew()
    {
        var concurrency = new Concurrency(5);
        concurrency.Failed(overloaded: true);
        concurrency.Answered();
        concurrency.Failed(overloaded: false);
        concurrency.Answered();
        Assert.Equal(2, concurrency.Allowed);

        concurrency.Answered();
        Assert.Equal(3, concurrency.Allowed);
    }
}
