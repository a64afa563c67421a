using System.Globalization;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Texts;

/// <summary>
/// Strings of which every match of a pattern holds at least one (whatever their case, where the pattern ignores it), so that most texts need not be matched at all. After R. Cox, "Regular
/// Expression Matching with a Trigram Index" (2012): what each part matches exactly where that is a few strings, else what it requires.
/// </summary>
internal sealed class RequiredLiterals
{
    /// <summary>More strings than this tell little and cost more to look for than they save.</summary>
    private const int Most = 64;

    private readonly string _pattern;
    private readonly bool _ignoreWhitespace;
    private int _at;

    private RequiredLiterals(string pattern, bool ignoreWhitespace) => (_pattern, _ignoreWhitespace) = (pattern, ignoreWhitespace);

    /// <param name="Exact">All it can match; null where that is not a few strings.</param>
    /// <param name="Required">One of these stands in whatever it matches; null where nothing is sure to.</param>
    private readonly record struct Part(string[]? Exact, string[]? Required)
    {
        public static readonly Part Anything = new(null, null);
        public static readonly Part Nothing = new([""], null);

        public string[]? Best => Better(Exact, Required);
    }

    /// <summary>Null where no string is sure to stand in a match, or only such as stand in every text.</summary>
    public static string[]? Of(Pattern pattern)
    {
        var reader = new RequiredLiterals(pattern.Text, pattern.Options.HasFlag(RegexOptions.IgnorePatternWhitespace));
        return reader.Alternatives().Best is { } best && best.All(Tells) ? Shortest(best) : null;
    }

    private static bool Tells(string text) => text.Length > 1 || (text.Length == 1 && !char.IsLetter(text[0]) && !char.IsWhiteSpace(text[0]));

    /// <summary>Without those that hold another one.</summary>
    private static string[] Shortest(string[] strings) =>
        [.. strings.Where(s => !strings.Any(other => other != s && s.Contains(other, StringComparison.Ordinal)))];

    private Part Alternatives()
    {
        var alternatives = new List<Part> { Sequence() };
        while (_at < _pattern.Length && _pattern[_at] is '|')
        {
            _at++;
            alternatives.Add(Sequence());
        }

        return new(Union(alternatives, a => a.Exact, Most), Union(alternatives, a => a.Best, int.MaxValue));
    }

    private Part Sequence()
    {
        // What stands side by side is joined as long as it stays a few strings.
        var (run, whole, best) = ((string[])[""], true, (string[]?)null);
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            if (_ignoreWhitespace && SkipsWhitespace()) continue;
            var part = Quantified(One(), out var repeats);
            if (part.Exact is { } exact && exact.Length * run.Length <= Most)
            {
                run = Joined(run, exact);
                if (!repeats) continue;
                part = new(exact, null);
            }

            // What may repeat ends as it begins: the last of it stands beside what follows.
            best = Better(Better(best, run), part.Best);
            (run, whole) = (part.Exact ?? [""], false);
        }

        return new(whole ? run : null, Better(best, run));
    }

    private static string[] Joined(string[] befores, string[] afters)
    {
        var joined = new string[befores.Length * afters.Length];
        var at = 0;
        foreach (var before in befores)
            foreach (var after in afters) joined[at++] = before + after;
        return joined;
    }

    private bool SkipsWhitespace()
    {
        if (_pattern[_at] is '#')
        {
            while (_at < _pattern.Length && _pattern[_at] is not '\n') _at++;
            return true;
        }

        if (!char.IsWhiteSpace(_pattern[_at])) return false;
        _at++;
        return true;
    }

    private Part One()
    {
        var sign = _pattern[_at++];
        switch (sign)
        {
            case '(':
                var group = Group();
                _at++;
                return group;
            case '[':
                return Class();
            case '.':
                return Part.Anything;
            case '^' or '$':
                return Part.Nothing;
            case '\\':
                var escaped = _pattern[_at++];
                if (escaped is 'u')
                {
                    _at += 4;
                    return Literal((char)ushort.Parse(_pattern.AsSpan(_at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                }

                if (escaped is 'p' or 'P') while (_pattern[_at++] is not '}') { }
                if (escaped is 'k') while (_pattern[_at++] is not '>') { }
                return escaped is 'b' or 'B' ? Part.Nothing : char.IsAsciiLetterOrDigit(escaped) ? Part.Anything : Literal(escaped);
            default:
                return Literal(sign);
        }
    }

    private static Part Literal(char sign) => new([sign.ToString()], null);

    private Part Group()
    {
        var looks = false;
        if (_pattern[_at] is '?')
        {
            _at++;
            looks = _pattern[_at] is '=' or '!' || (_pattern[_at] is '<' && _pattern[_at + 1] is '=' or '!');
            // Past ':', '=', '!', and the name of a named group.
            var named = _pattern[_at] is '<' && !looks;
            while (named ? _pattern[_at] is not '>' : _pattern[_at] is not (':' or '=' or '!')) _at++;
            _at++;
        }

        var inner = Alternatives();
        return looks ? Part.Nothing : inner;
    }

    private Part Class()
    {
        var (signs, plain) = (new List<string>(), _pattern[_at] is not '^');
        for (var first = true; _pattern[_at] is not ']' || first; first = false)
        {
            var sign = _pattern[_at++];
            if (sign is '\\')
            {
                sign = _pattern[_at++];
                plain &= !char.IsAsciiLetterOrDigit(sign);
            }
            else if (sign is '-' && !first && _pattern[_at] is not ']')
            {
                // The range's first sign is there already.
                var last = _pattern[_at++];
                plain &= char.IsAsciiDigit(last);
                for (var next = signs[^1][0]; plain && next < last;) signs.Add((++next).ToString());
                continue;
            }

            signs.Add(sign.ToString());
        }

        _at++;
        return plain ? new([.. signs], null) : Part.Anything;
    }

    /// <param name="repeats">It stands at least once, and may again.</param>
    private Part Quantified(Part part, out bool repeats)
    {
        repeats = false;
        var least = 1;
        switch (_at < _pattern.Length ? _pattern[_at] : '\0')
        {
            case '?':
                _at++;
                SkipsLazy();
                return part.Exact is { } exact ? new(["", .. exact], null) : Part.Anything;
            case '*':
                least = 0;
                _at++;
                break;
            case '+':
                _at++;
                break;
            case '{' when char.IsAsciiDigit(_pattern[_at + 1]):
                least = _pattern[_at + 1] - '0';
                while (_pattern[_at++] is not '}') { }
                break;
            default:
                return part;
        }

        SkipsLazy();
        repeats = least > 0;
        return least == 0 ? Part.Anything : part;
    }

    private void SkipsLazy()
    {
        if (_at < _pattern.Length && _pattern[_at] is '?') _at++;
    }

    private static string[]? Union(List<Part> parts, Func<Part, string[]?> of, int most)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (of(part) is not { } strings) return null;
            all.UnionWith(strings);
        }
        return all.Count <= most ? [.. all] : null;
    }

    private static string[]? Better(string[]? one, string[]? other)
    {
        var (rareness, others) = (Rareness(one), Rareness(other));
        return rareness == 0 && others == 0 ? null : rareness >= others ? one : other;
    }

    /// <summary>Of the most frequent one; 0 where nothing is sure to stand there.</summary>
    private static int Rareness(string[]? strings)
    {
        var least = int.MaxValue;
        foreach (var text in strings ?? [""]) least = Math.Min(least, SignFrequency.Rareness(text));
        return least;
    }
}
