using System.Buffers;

namespace ViralTracker.Core.Language;

/// <summary>Letters of a text by script, and the language that a script stands for.</summary>
internal readonly ref struct ScriptCount
{
    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u1F00', '\u1FFF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0900', '\u097F', "hi"),
        ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"),
        ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\uAC00', '\uD7AF', "ko"), ('\u1100', '\u11FF', "ko"),
    ];

    private static readonly SearchValues<char> Urdu = SearchValues.Create("ٹڈڑےں");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگیک");
    private static readonly SearchValues<char> Serbian = SearchValues.Create("ђјљњћџ");
    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґ");

    private readonly int _kana;
    private readonly int _han;
    private readonly int _arabic;
    private readonly int _cyrillic;
    private readonly string? _other;
    private readonly int _otherCount;
    private readonly ReadOnlySpan<char> _text;

    public ScriptCount(ReadOnlySpan<char> text)
    {
        _text = text;
        var tag = false;
        foreach (var c in text)
        {
            if (c is '#') tag = true;
            else if (c is ' ') tag = false;
            if (tag || char.IsSurrogate(c) || !char.IsLetter(c)) continue;
            // A character of these scripts is about as much text as two or three letters.
            if (c is >= '\u3040' and <= '\u30FF') (_kana, Letters) = (_kana + 2, Letters + 2);
            else if (c is >= '\u3400' and <= '\u9FFF') (_han, Letters) = (_han + 2, Letters + 2);
            else if (c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC') (_arabic, Letters) = (_arabic + 1, Letters + 1);
            else if (c is >= '\u0400' and <= '\u052F') (_cyrillic, Letters) = (_cyrillic + 1, Letters + 1);
            else if (c > '\u0250' && Named(c) is { } language)
            {
                _other ??= language;
                if (_other == language) _otherCount++;
                Letters++;
            }
            else Letters++;
        }
    }

    public int Letters { get; }

    /// <summary>The language of the commonest script that is not Latin, and its share of the letters.</summary>
    public (string? Language, double Share) Foremost
    {
        get
        {
            var eastAsian = _kana + _han;
            var most = Math.Max(Math.Max(eastAsian, _otherCount), Math.Max(_arabic, _cyrillic));
            if (most == 0) return (null, 0);
            var language = most == eastAsian ? (_kana * 12 >= eastAsian ? "ja" : "zh")
                : most == _otherCount ? _other
                : most == _arabic ? Arabic()
                : Cyrillic();
            return (language, (double)most / Letters);
        }
    }

    private string Arabic() => _text.ContainsAny(Urdu) ? "ur" : _text.ContainsAny(Persian) ? "fa" : "ar";

    private string Cyrillic() =>
        _text.ContainsAny(Ukrainian) ? "uk" : _text.ContainsAny(Serbian) ? "sr" : _text.ContainsAny("ыэё") || !_text.Contains('ъ') ? "ru" : "bg";

    private static string? Named(char c)
    {
        foreach (var (first, last, language) in Scripts)
            if (c >= first && c <= last)
                return language;
        return null;
    }
}
