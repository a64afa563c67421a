using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Runs;

/// <summary>A run that drafts posts again. Where earlier ones were stopped it goes on: what they paid for is not paid again.</summary>
/// <param name="Stopped">Those it goes on from.</param>
public sealed record Refresh(IReadOnlyCollection<long> Stopped)
{
    /// <summary>How old a run may be to go on from: a day until a budget or quota of the day is new, and a day to run the command again.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromHours(48);

    /// <summary>Goes on from the runs since the last that came to its end, whatever ended them.</summary>
    /// <param name="refreshes">Earlier runs of the project that drafted again.</param>
    public static Refresh After(IEnumerable<RunRecord> refreshes, DateTimeOffset now) => new(
    [
        .. refreshes.OrderByDescending(run => run.RunId)
            .TakeWhile(run => run.Outcome != RunOutcome.Done && run.StartedAt > now - Hold)
            .Select(run => run.RunId),
    ]);

    /// <summary>The tasks still to do, and what is left out: posts that were last settled by the very question that would be asked now.</summary>
    public static (IReadOnlyList<DraftTask> ToDo, GoneOn GoneOn) Split(IReadOnlyList<DraftTask> tasks, IEnumerable<SettledPost> settled, Func<DraftTask, string> questionOf)
    {
        var last = settled.GroupBy(post => post.PostId).ToDictionary(post => post.Key, post => post.MaxBy(settling => settling.RunId)!);
        var done = tasks.Where(task => last.TryGetValue(task.PostId, out var post) && post.Question == questionOf(task)).ToHashSet();
        return ([.. tasks.Where(task => !done.Contains(task))], new GoneOn(done.Count, [.. done.Select(task => last[task.PostId].RunId).Distinct().Order()]));
    }
}

/// <summary>What a refresh left out because stopped ones before it had done it.</summary>
/// <param name="Runs">Those, in order.</param>
public sealed record GoneOn(int Posts, IReadOnlyList<long> Runs)
{
    public static GoneOn FromNothing { get; } = new(0, []);
}
