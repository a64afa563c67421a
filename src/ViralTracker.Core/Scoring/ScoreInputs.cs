using System.Collections;

namespace ViralTracker.Core.Scoring;

/// <summary>One number that went into a score, or came up on the way.</summary>
public readonly record struct ScoreInput(string Name, double Value);

/// <summary>
/// Inputs and intermediate values of a score, in the order they were added; whoever makes the score adds them, nobody later.
/// Two arrays: one of these is made for every post, and a list of structs would be generic code that is compiled at start-up.
/// </summary>
public sealed class ScoreInputs : IEnumerable<ScoreInput>
{
    public static readonly ScoreInputs None = [];

    /// <summary>The names under which scorers tell <see cref="PostScore.OnTopic"/> and <see cref="PostScore.Answerable"/>.</summary>
    public const string OnTopic = "on_topic", Answerable = "answerable";

    /// <summary>That of <see cref="TopicRelevance.Margin"/>.</summary>
    public const string TopicMargin = "topic_margin";

    private string[] _names = [];
    private double[] _values = [];
    private int _count;

    public int Count => _count;

    /// <exception cref="KeyNotFoundException">No input has this name.</exception>
    public double this[string name] => Find(name) ?? throw new KeyNotFoundException($"No input is named '{name}'.");

    /// <summary>Null where no input has this name.</summary>
    public double? Find(string name)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_names[i] == name) return _values[i];
        }
        return null;
    }

    /// <summary>Adds a value; null adds nothing.</summary>
    public void Add(string name, double? value)
    {
        if (value is not { } number) return;
        if (_count == _names.Length)
        {
            Array.Resize(ref _names, _count + 12);
            Array.Resize(ref _values, _count + 12);
        }
        (_names[_count], _values[_count]) = (name, number);
        _count++;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<ScoreInput> IEnumerable<ScoreInput>.GetEnumerator()
    {
        foreach (var input in this) yield return input;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<ScoreInput>)this).GetEnumerator();

    public struct Enumerator(ScoreInputs inputs)
    {
        private int _at = -1;

        public readonly ScoreInput Current => new(inputs._names[_at], inputs._values[_at]);

        public bool MoveNext() => ++_at < inputs._count;
    }
}
