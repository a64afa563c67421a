namespace ViralTracker.Pipeline.Drafting;

/// <summary>
/// How many requests may be under way: half as many whenever the provider is overloaded, one more after as many good answers in a
/// row as there are. Not thread-safe.
/// </summary>
internal sealed class Concurrency(int most)
{
    private readonly int _most = most;
    private int _answered;

    public int Allowed { get; private set; } = most;

    public int UnderWay { get; private set; }

    public void Sent() => UnderWay++;

    public void Ended() => UnderWay--;

    public void Answered()
    {
        if (Allowed == _most || ++_answered < Allowed) return;
        _answered = 0;
        Allowed++;
    }

    public void Failed(bool overloaded)
    {
        if (overloaded) Allowed = Math.Max(1, Allowed / 2);
        _answered = 0;
    }
}
