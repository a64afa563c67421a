namespace ViralTracker.Core.Drafting;

/// <summary>Output tokens to keep free for a model's thinking: a guess until calls were seen, then half as much again as the most seen.</summary>
public sealed class ThinkingRoom
{
    private const long Guess = 2_048;
    private const long TightGuess = 512;
    private const long Least = 64;
    private const long Most = 32_768;
    private const int Enough = 3;

    private readonly Lock _lock = new();
    private long _mostSeen;
    private int _seen;
    private long _raised;
    private long _guess = Guess;

    public long Tokens
    {
        get
        {
            lock (_lock) return Math.Max(_raised, _seen < (_guess == TightGuess ? 1 : Enough) ? _guess : Least + _mostSeen * 3 / 2);
        }
    }

    /// <summary>A smaller guess, for when the budget has no room for the usual one; false when there is nothing left to take away.</summary>
    public bool Tighten()
    {
        lock (_lock)
        {
            if (_seen >= Enough || _raised > 0 || _guess == TightGuess) return false;
            _guess = TightGuess;
            return true;
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
