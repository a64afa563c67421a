namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// How many calls may be under way at the same time: fewer where the provider shows that it takes no more, and more again as it answers.
/// A number that it refused is tried again only after many answers. Where refusals go on whatever the number, they limit the pace: after
/// the pause one call tries, and each answer allows one more. Not thread-safe.
/// </summary>
/// <param name="most">As asked for.</param>
internal sealed class CallsAtOnce(int most)
{
    /// <summary>Each try of a refused number costs a refusal: so many times as many answers come before it.</summary>
    private const int Caution = 10;

    /// <summary>So many refusals in a row, of calls each sent after the refusal before, are no matter of the number.</summary>
    private const int TooMany = 4;

    private readonly int _most = most;
    private int _answers;
    private int? _refused;
    private bool _afterPause;
    private int _inARow;
    private int _firstOfRow;

    public int Allowed { get; private set; } = most;

    /// <summary>How many came so far: tells of a call which of them it was sent after.</summary>
    public int Refusals { get; private set; }

    private int AnswersForOneMore => Allowed + 1 >= _refused ? Allowed * Caution : _afterPause ? 1 : Allowed;

    /// <param name="sentAfter"><see cref="Refusals"/> when it was sent.</param>
    public void Answered(int sentAfter)
    {
        if (sentAfter >= _firstOfRow) _inARow = 0;
        // What was sent before the last refusal says nothing of the number since.
        if (Allowed == _most || sentAfter < Refusals || ++_answers < AnswersForOneMore) return;
        _answers = 0;
        Allowed++;
    }

    /// <param name="overloaded">The provider said that it is.</param>
    public void Failed(bool overloaded)
    {
        _answers = 0;
        if (!overloaded) return;
        Allowed = Math.Max(1, Allowed / 2);
        _afterPause = false;
    }

    /// <summary>A call was refused by 'too many requests', and no limit named.</summary>
    /// <param name="sentAfter"><see cref="Refusals"/> when it was sent.</param>
    /// <param name="beside">Calls under way that are not refused.</param>
    /// <returns>Whether it may have been too many at once; else a pause is due.</returns>
    public bool Refused(int sentAfter, int beside)
    {
        if (sentAfter == Refusals && ++_inARow == 1) _firstOfRow = Refusals + 1;
        Refusals++;
        _answers = 0;
        if (beside == 0 || _inARow >= TooMany)
        {
            (Allowed, _refused, _afterPause, _inARow) = (1, null, true, 0);
            return false;
        }
        if (beside < Allowed) (Allowed, _refused, _afterPause) = (beside, beside + 1, false);
        return true;
    }
}
