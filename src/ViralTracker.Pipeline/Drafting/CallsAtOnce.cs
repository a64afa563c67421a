namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// How many calls may be under way at the same time: fewer where the provider shows that it takes no more, and more again as it answers.
/// A number that it refused is tried again only after many answers. Not thread-safe.
/// </summary>
/// <param name="most">As asked for.</param>
internal sealed class CallsAtOnce(int most)
{
    /// <summary>Each try of a refused number costs a refusal: so many times as many answers come before it.</summary>
    private const int Caution = 10;

    private readonly int _most = most;
    private int _answers;
    private int? _refused;

    public int Allowed { get; private set; } = most;

    public void Answered()
    {
        if (Allowed == _most || ++_answers < (Allowed + 1 >= _refused ? Allowed * Caution : Allowed)) return;
        _answers = 0;
        Allowed++;
    }

    /// <param name="overloaded">The provider said that it is.</param>
    public void Failed(bool overloaded)
    {
        if (overloaded) Allowed = Math.Max(1, Allowed / 2);
        _answers = 0;
    }

    /// <summary>A call was refused by 'too many requests', and no limit named.</summary>
    /// <param name="beside">Calls under way that are not refused.</param>
    /// <returns>Whether it may have been too many at once; a call that is refused alone was not.</returns>
    public bool Refused(int beside)
    {
        _answers = 0;
        if (beside == 0)
        {
            (Allowed, _refused) = (_most, null);
            return false;
        }
        if (beside < Allowed) (Allowed, _refused) = (beside, beside + 1);
        return true;
    }
}
