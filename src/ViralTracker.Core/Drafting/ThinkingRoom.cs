namespace ViralTracker.Core.Drafting;

/// <summary>Output tokens to keep free for a model's thinking: a guess until calls were seen, then half as much again as the most seen.</summary>
public sealed class ThinkingRoom
{
    private const long Guess = 2_048;
    private const long Least = 64;
    private const long Most = 32_768;
    private const int Enough = 3;

    private readonly Lock _lock = new();
    private long _mostSeen;
    private int _seen;
    private long _raised;

    public long Tokens
    {
        get
        {
            lock (_lock) return Math.Max(_raised, _seen < Enough ? Guess : Least + _mostSeen * 3 / 2);
        }
    }

    /// <param name="truncated">The answer hit the limit: twice the room from now on.</param>
    public void Saw(long thoughts, bool truncated)
    {
        lock (_lock)
        {
            _seen++;
            _mostSeen = Math.Max(_mostSeen, thoughts);
            if (truncated) _raised = Math.Min(Most, Math.Max(Guess, Math.Max(_raised, _mostSeen) * 2));
        }
    }
}
