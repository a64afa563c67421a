namespace ViralTracker.Judgement;

/// <summary>What is asked of a figure, in words, and whether it is reached.</summary>
internal sealed record Wanted(string Bound, bool Met)
{
    public override string ToString() => Met ? Bound : $"**{Bound}: missed**";
}
