using ViralTracker.Core.Drafting;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What happens during a run, for progress and log. A closed set.</summary>
public abstract record DraftEvent
{
    private DraftEvent() { }

    public sealed record Planned(int Posts, PackingChoice Choice) : DraftEvent;

    /// <param name="Until">Null: nobody knows.</param>
    public sealed record Waiting(DateTimeOffset? Until, string Reason) : DraftEvent;

    public sealed record Sent : DraftEvent;

    /// <summary>A call ended, well or not.</summary>
    /// <param name="Posts">For embeddings, texts.</param>
    public sealed record Answered(long CallId, QuotaKey Key, int Posts, int Attempt, CallSettlement Settlement) : DraftEvent;

    /// <summary>A budget's share was reached.</summary>
    /// <param name="Budget">run, day or month.</param>
    /// <param name="Exhausted">The next request does not fit, whatever was spent: the run stops.</param>
    public sealed record BudgetAlert(string Budget, double Share, NanoUsd Spent, NanoUsd Limit, bool Exhausted = false) : DraftEvent
    {
        /// <summary>Of what counts as spent where the run stops, for calls whose cost is not known.</summary>
        public NanoUsd Kept { get; init; }
    }

    /// <summary>A post is done with.</summary>
    public sealed record PostDone(long PostId, PostEnd End, int Offered, int Rejected) : DraftEvent;
}

/// <summary>How a run was done with a post.</summary>
public enum PostEnd
{
    Drafted,

    /// <summary>Every draft broke a rule.</summary>
    AllRejected,
    NothingToSay,
    Blocked,
    Failed,

    /// <summary>Another process drafts it: its lease was lost.</summary>
    TakenOver,
}

public interface IDraftObserver
{
    void On(DraftEvent happened);
}

/// <summary>Tells them in this order.</summary>
public sealed class Observers(params IDraftObserver[] all) : IDraftObserver
{
    public void On(DraftEvent happened)
    {
        foreach (var observer in all) observer.On(happened);
    }
}
