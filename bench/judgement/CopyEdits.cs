using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ViralTracker.Judgement;

/// <summary>The edits by which people pass on a post as their own. Each gives null where it finds nothing to change.</summary>
internal static partial class CopyEdits
{
    private const double LeastKept = 0.6;
    private const double MostKept = 0.9;
    private const int WordsOfATypo = 10;
    private const int MostSynonyms = 3;
    private const int LettersOfATypo = 4;

    private static readonly string[] Tags = ["#tech", "#news", "#today", "#mustread", "#daily", "#learning", "#community", "#tips"];

    private static readonly FrozenDictionary<string, string> Synonyms = """
        good great|great good|bad poor|big large|large big|small little|little small|fast quick|quick fast|easy simple|simple easy|hard difficult|difficult hard|happy glad|glad happy
        smart clever|funny amusing|nice lovely|beautiful pretty|important key|new fresh|old aged|many several|really truly|very quite|just only|also too|maybe perhaps|perhaps maybe
        start begin|begin start|stop end|help assist|use employ|using employing|used employed|make create|makes creates|made created|create make|build construct|buy purchase|get obtain|need require|needs requires
        want wish|think believe|believe think|know understand|see notice|look glance|find discover|found discovered|show display|shows displays|tell inform|say state|said stated|says states|ask enquire|try attempt
        trying attempting|work function|works functions|change alter|keep retain|give provide|gives provides|like enjoy|love adore|read peruse|learn study|write compose|wrote composed|fix repair|check verify|wait hold|talk speak
        people folks|person individual|man guy|friend pal|kids children|child kid|job post|company firm|company's firm's|money cash|problem issue|problems issues|issue problem|idea notion|ideas notions|way method|thing item|things items
        today now|tomorrow soon|always forever|never not|often frequently|again anew|answer reply|answers replies|question query|questions queries|story tale|article piece|tool instrument|tools instruments|photo picture|video clip|world globe
        amazing astonishing|awesome superb|excited thrilled|wonderful marvellous|strange odd|wrong mistaken|right correct|sure certain|possible feasible|available obtainable|different distinct|huge enormous
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' ')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    public static (string Kind, Func<string, Random, string?> Edit)[] All =>
        [("retweet mark", Retweet), ("truncation", Truncate), ("typo", Typo), ("synonym", Synonym), ("hashtag", Hashtag)];

    private static string Retweet(string text, Random random) => $"RT @reader{random.Next(1000)}: {text}";

    /// <summary>Cut at the end of a word, 60 to 90 % kept, with an ellipsis.</summary>
    private static string? Truncate(string text, Random random)
    {
        var room = (int)(text.Length * (LeastKept + ((MostKept - LeastKept) * random.NextDouble())));
        var end = text.AsSpan(0, room).LastIndexOfAny(' ', '\n');
        return end < room / 2 ? null : $"{text.AsSpan(0, end).TrimEnd()}…";
    }

    /// <summary>In one of ten words, two letters change places, one is lost or one is doubled.</summary>
    private static string? Typo(string text, Random random)
    {
        var words = Words().Matches(Links().Replace(text, m => new string(' ', m.Length))).Where(m => m.Length >= LettersOfATypo).ToArray();
        if (words.Length == 0) return null;
        random.Shuffle(words);
        foreach (var word in words.Take(1 + (words.Length / WordsOfATypo)).OrderByDescending(w => w.Index))
        {
            var at = word.Index + 1 + random.Next(word.Length - 2);
            text = random.Next(3) switch
            {
                0 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
                1 => text.Remove(at, 1),
                _ => text.Insert(at, text[at].ToString()),
            };
        }

        return text;
    }

    /// <summary>Up to three words exchanged.</summary>
    private static string? Synonym(string text, Random random)
    {
        var words = Words().Matches(text).Where(m => Synonyms.ContainsKey(m.Value)).ToArray();
        if (words.Length == 0) return null;
        random.Shuffle(words);
        foreach (var word in words.Take(MostSynonyms).OrderByDescending(w => w.Index))
            text = string.Concat(text.AsSpan(0, word.Index), Synonyms[word.Value], text.AsSpan(word.Index + word.Length));
        return text;
    }

    private static string Hashtag(string text, Random random)
    {
        var tags = random.GetItems(Tags, 1 + random.Next(2));
        return $"{text} {string.Join(' ', tags)}";
    }

    [GeneratedRegex(@"(?<![@#\p{L}\p{N}])\p{L}+('\p{L}+)?")]
    private static partial Regex Words();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();
}
