using System.Collections.Immutable;

namespace ViralTracker.Core.Projects;

/// <summary>One thing wrong with what a person configured.</summary>
/// <param name="File">As shown to people, relative to the workspace; empty where no file is at fault.</param>
/// <param name="Line">1-based; null where the whole file is meant.</param>
/// <param name="Key">Dotted, as in <c>weights.velocity</c> or <c>taxonomy[2].label</c>; may be empty.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record ConfigProblem(string File, int? Line, string Key, string Message)
{
    /// <summary>A problem of no particular file.</summary>
    public static ConfigProblem Of(string message) => new("", null, "", message);
}

/// <summary>A value, or every problem that kept it from being one.</summary>
public sealed record Validated<T> where T : class
{
    public T? Value { get; }
    public ImmutableArray<ConfigProblem> Problems { get; }

    public Validated(T value) => (Value, Problems) = (value, []);

    public Validated(IEnumerable<ConfigProblem> problems)
    {
        Problems = [.. problems];
        if (Problems.IsEmpty)
            throw new ArgumentException("A value without problems must be given.", nameof(problems));
    }

    public Validated(ConfigProblem problem) : this([problem]) { }
}
