using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>
/// A pattern that is built when a text is first tried on it, and interpreted. For large patterns that few texts reach: what the generator
/// writes for one of them is up to a megabyte, which compilers leave unoptimised after seconds of work. Thread-safe.
/// </summary>
/// <param name="options">By default, spaces in the pattern mean nothing.</param>
internal sealed class Pattern(string text, RegexOptions options = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)
{
    private readonly bool _given;
    private Regex? _regex;

    private Pattern(Regex given)
        : this(given.ToString(), given.Options) => (_given, _regex) = (true, given);

    public string Text => text;

    public RegexOptions Options => options;

    /// <summary>The same for everybody who asks.</summary>
    public Regex Regex => _regex ?? Interlocked.CompareExchange(ref _regex, new(text, options), null) ?? _regex;

    /// <summary>It as <see cref="Alternatives"/>; alone where it was given as a built one.</summary>
    public Pattern[] Parts => field ??= _given ? [this] : Alternatives.Of(this);

    public static implicit operator Pattern(Regex given) => new(given);
}
