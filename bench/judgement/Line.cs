namespace ViralTracker.Judgement;

/// <summary>A line of the table: what was measured, and the figure.</summary>
/// <param name="Wanted">Null where nothing is asked of it.</param>
internal sealed record Line(string What, string Figure, Wanted? Wanted = null)
{
    public override string ToString() => $"| {What} | {Figure} | {Wanted} |";
}
