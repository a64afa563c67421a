using ViralTracker.Core.Drafting;

namespace ViralTracker.Pipeline.Drafting;

internal enum RefusalStep
{
    /// <summary>It was sent before a lower rung was chosen: send it again.</summary>
    SendAgain,

    /// <summary>One rung down, then send it again.</summary>
    Lower,

    /// <summary>The last rung was refused: nothing is left to try.</summary>
    GiveUp,
}

/// <summary>
/// How much of the answer requests pin. Each refusal leads one rung down, and until the new rung was answered, one call at a time
/// tries it: many at once would all be refused. Not thread-safe.
/// </summary>
internal sealed class SchemaLadder(SchemaRung top, SchemaRung last)
{
    public SchemaRung Rung { get; private set; } = top < last ? top : last;

    public bool Probing { get; private set; }

    /// <param name="sent">The rung of the refused request.</param>
    public RefusalStep Refused(SchemaRung sent)
    {
        if (sent < Rung) return RefusalStep.SendAgain;
        if (Rung == last) return RefusalStep.GiveUp;
        Rung++;
        Probing = true;
        return RefusalStep.Lower;
    }

    /// <returns>It is the first answer on a rung that refusals led to: what refused them was the schema.</returns>
    public bool Answered(SchemaRung sent)
    {
        var found = Probing && sent == Rung;
        Probing &= !found;
        return found;
    }
}
