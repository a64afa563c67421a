using System.Collections.Immutable;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What an answer, blocked or not, means for packs that were blocked.</summary>
/// <param name="ForGood">The one post of it is the one that the provider blocks.</param>
/// <param name="Again">To be sent again.</param>
internal readonly record struct BlockVerdict(Pack? ForGood, ImmutableArray<Pack> Again);

/// <summary>
/// A blocked pack in halves. Providers also block by chance, so a post is blocked for good only after three blocks that speak against it:
/// each of its own, and that of a pack it was in where the other half is not blocked too. Not thread-safe.
/// </summary>
/// <param name="above">The halving that the pack came from.</param>
internal sealed class Halving(Halving? above)
{
    private const int Enough = 3;

    private int _blocked;

    /// <summary>Whether a half was answered (true) or given up (false).</summary>
    private bool? _answered;
    private Pack? _waiting;

    private int Unexplained => _blocked > 1 ? 0 : 1 + (above?.Unexplained ?? 0);

    /// <param name="why">The provider's word for it.</param>
    public static BlockVerdict Blocked(Pack pack, string why)
    {
        var other = pack.Of?.HalfBlocked();
        ImmutableArray<Pack> again = other is null ? [] : [other];
        if (pack.Items.Length > 1)
        {
            var halving = new Halving(pack.Of);
            return new(null, [.. again, .. pack.Halves().Select(half => half with { Failed = 0, Of = halving })]);
        }
        var alone = pack with { Failed = 0, Blocked = why, Blocks = pack.Blocks + 1, Of = null };
        return pack switch
        {
            { Of: { _blocked: 1, _answered: true } halving } => halving.Judge(alone),
            { Of: { _blocked: 1, _answered: null } halving } => halving.Wait(alone),
            _ => Judge(alone, again),
        };
    }

    /// <summary>The pack was answered: a blocked half that waited for it is judged.</summary>
    public static BlockVerdict Answered(Pack pack)
    {
        if (pack.Of is not { } halving) return new(null, []);
        halving._answered = true;
        return halving.Take() is { } waiting ? halving.Judge(waiting) : new(null, []);
    }

    /// <summary>The pack was given up: a blocked half that waited for it is returned, to be asked again.</summary>
    public static Pack? GivenUp(Pack pack)
    {
        if (pack.Of is not { } halving) return null;
        halving._answered ??= false;
        return halving.Take();
    }

    private Pack? HalfBlocked()
    {
        _blocked++;
        return Take();
    }

    private BlockVerdict Judge(Pack alone) => Judge(alone with { Blocks = alone.Blocks + Unexplained }, []);

    private static BlockVerdict Judge(Pack alone, ImmutableArray<Pack> others) => alone.Blocks >= Enough ? new(alone, others) : new(null, [.. others, alone]);

    private BlockVerdict Wait(Pack alone)
    {
        _waiting = alone;
        return new(null, []);
    }

    private Pack? Take()
    {
        var waiting = _waiting;
        _waiting = null;
        return waiting;
    }
}
