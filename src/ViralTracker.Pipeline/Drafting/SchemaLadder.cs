using ViralTracker.Core.Drafting;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// How much of the answer requests pin. Each refusal leads one rung down, and until the new rung was answered, one call at a time
/// tries it: many at once would all be refused. Not thread-safe.
/// </summary>
internal sealed class SchemaLadder(SchemaRung top, SchemaRung last)
{
    public SchemaRung Rung { get; private set; } = top < last ? top : last;

    public bool Probing { get; private set; }

    /// <param name="sent">The rung of the refused request.</param>
    /// <returns>Whether to send it again, on the present rung; false: the last one was refused.</returns>
    public bool Refused(SchemaRung sent)
    {
        if (sent < Rung) return true;
        if (Rung == last) return false;
        Rung++;
        return Probing = true;
    }

    /// <returns>It is the first answer on a rung that refusals led to: what refused them was the schema.</returns>
    public bool Answered(SchemaRung sent)
    {
        var found = Probing && sent == Rung;
        Probing &= !found;
        return found;
    }
}
