using System.Buffers;

namespace ViralTracker.Core.Language;

/// <summary>Letters of a text by script, and the language that a script stands for.</summary>
internal readonly ref struct ScriptCount
{
    private const int Han = 0;
    private const int Kana = 1;

    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u3400', '\u9FFF', "zh"), ('\u3040', '\u30FF', "ja"), ('\u0370', '\u03FF', "el"), ('\u1F00', '\u1FFF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"),
        ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"),
        ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\uAC00', '\uD7AF', "ko"), ('\u1100', '\u11FF', "ko"),
        ('\u0600', '\u06FF', "ar"), ('\u0750', '\u077F', "ar"), ('\uFB50', '\uFEFC', "ar"), ('\u0400', '\u052F', "ru"),
    ];

    /// <summary>Where the ranges of a language are counted: at its first.</summary>
    private static readonly int[] Counters = [.. Scripts.Select(script => Array.FindIndex(Scripts, first => first.Language == script.Language))];

    private static readonly SearchValues<char> Urdu = SearchValues.Create("ٹڈڑےں");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگیک");

    /// <summary>Signs that most Chinese sentences have one of, and Japanese none without kana.</summary>
    private static readonly SearchValues<char> Chinese = SearchValues.Create("的了是我你他她们們这這那吗嗎呢吧啊哪么麼没沒还還");

    // As counted: of fifteen signs, two each.
    private const int LeastHan = 30;

    public ScriptCount(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.Length];
        counts.Clear();
        var tag = false;
        foreach (var c in text)
        {
            if (c is '#') tag = true;
            else if (c is ' ') tag = false;
            if (tag || char.IsSurrogate(c) || !char.IsLetter(c)) continue;
            var script = c > '\u0250' ? Find(c) : -1;
            // A character of these scripts is about as much text as two or three letters.
            var weight = script is Han or Kana ? 2 : 1;
            Letters += weight;
            if (script >= 0) counts[Counters[script]] += weight;
        }

        var kana = counts[Kana];
        (counts[Han], counts[Kana]) = (counts[Han] + kana, 0);
        var most = Han;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[most]) most = i;
        if (counts[most] == 0) return;
        (var language, Next) = Scripts[most].Language switch
        {
            "zh" => kana * 12 >= counts[Han] ? ("ja", null) : ("zh", counts[Han] <= LeastHan && !text.ContainsAny(Chinese) ? "ja" : null),
            "ar" => (Arabic(text), null),
            "ru" => CyrillicLanguages.Of(text),
            "hi" => ("hi", text.Contains('ळ') ? "mr" : null),
            var other => (other, null),
        };
        Foremost = (language, (double)counts[most] / Letters);
    }

    public int Letters { get; }

    /// <summary>Where what is written may as well be in this language as in the foremost.</summary>
    public string? Next { get; }

    public static bool Tells(string code) => code is "ja" or "fa" or "ur" or "uk" or "bg" || Scripts.Any(script => script.Language == code);

    /// <summary>The language of the commonest script that is not Latin, and its share of the letters.</summary>
    public (string? Language, double Share) Foremost { get; }

    private static string Arabic(ReadOnlySpan<char> text) => text.ContainsAny(Urdu) ? "ur" : text.ContainsAny(Persian) ? "fa" : "ar";

    private static int Find(char c)
    {
        for (var i = 0; i < Scripts.Length; i++)
            if (c >= Scripts[i].First && c <= Scripts[i].Last)
                return i;
        return -1;
    }
}
