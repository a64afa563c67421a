using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>A number said in words: where it stands among a text's words, and whether it claims a count or only is a way to speak.</summary>
/// <param name="Value">As digits.</param>
/// <param name="End">The word after it.</param>
internal readonly record struct SpelledNumber(string Value, string Shown, int End, bool Claims);

/// <summary>
/// Numbers in words, in seven languages; small ones that a post states, and shares in Russian and Ukrainian, in fifteen more and in Han numerals. From thirteen on they claim something; smaller ones (and 'a hundred times')
/// do so beside a share, money, people who were counted or a comparison.
/// </summary>
internal static partial class SpelledNumbers
{
    private const int LeastClaim = 13;
    private const int MostDigits = 16;

    private static readonly FrozenDictionary<string, long> Values = new (long Number, string Words)[]
    {
        (3, "three drei trois tres três tre drie"), (4, "four vier quatre cuatro quatro quattro"), (5, "five fünf cinq cinco cinque vijf"),
        (6, "six sechs seis sei zes"), (7, "seven sieben sept siete sete sette zeven"), (8, "eight acht huit ocho oito otto"),
        (9, "nine neun neuf nueve nove negen"), (10, "ten zehn dix diez dez dieci tien"), (11, "eleven elf onze undici"),
        (12, "twelve dozen zwölf dutzend douze douzaine doce docena doze dúzia dodici twaalf"),
        (13, "thirteen dreizehn treize trece treze tredici dertien"), (14, "fourteen vierzehn quatorze catorce catorze quattordici veertien"), (15, "fifteen fünfzehn quinze quince quindici vijftien"),
        (16, "sixteen sechzehn dieciséis dezesseis sedici zestien"), (17, "seventeen siebzehn diecisiete dezessete diciassette zeventien"), (18, "eighteen achtzehn dieciocho dezoito diciotto achttien"),
        (19, "nineteen neunzehn diecinueve dezenove diciannove negentien"), (20, "twenty zwanzig vingt veinte vinte venti twintig"), (30, "thirty dreissig trente treinta trinta trenta dertig"),
        (40, "forty vierzig quarante cuarenta quarenta quaranta veertig"), (50, "fifty fünfzig cinquante cincuenta cinquenta cinquanta vijftig"), (60, "sixty sechzig soixante sesenta sessenta sessanta zestig"),
        (70, "seventy siebzig septante setenta settanta zeventig"), (80, "eighty achtzig octante ochenta oitenta ottanta tachtig"), (90, "ninety neunzig nonante noventa novanta negentig"),
        (100, "hundred hundert cien cem cento honderd"), (200, "doscientos doscientas duzentos duzentas"), (300, "trescientos trescientas trezentos trezentas"), (400, "cuatrocientos quatrocentos"), (500, "quinientos quinhentos"),
        (600, "seiscientos seiscentos"), (700, "setecientos setecentos"), (800, "ochocientos oitocentos"), (900, "novecientos novecentos"), (1000, "thousand tausend mille mil duizend"),
        (1_000_000, "million millionen millions millón millones milhão milhões milione milioni miljoen"), (1_000_000_000, "billion milliarde milliarden milliard milliards"),
    }.SelectMany(n => n.Words.Split(' ').Select(word => (word, n.Number))).ToFrozenDictionary(n => n.word, n => n.Number);

    /// <summary>Small numbers of more languages: where a post has one of these, a draft may write it in digits. None that is another word in a language above.</summary>
    private static readonly FrozenDictionary<string, long> Elsewhere = new (long Number, string Words)[]
    {
        (3, "три трёх трех тремя троє трьох trzy trzech üç tiga ثلاثة ثلاث שלושה שלוש שלושת तीन 세 셋 tři tří τρεις τρία τριών kolme három trei"), (4, "четыре четырёх четырех чотири чотирьох cztery czterech dört empat أربعة أربع ארבעה ארבע चार 네 넷 fyra fire čtyři τέσσερις τέσσερα neljä bốn négy patru"),
        (5, "пять пяти п'ять п'яти pięć pięciu beş lima خمسة خمس חמישה חמש पाँच पांच 다섯 fem pět πέντε viisi năm öt cinci"), (6, "шесть шести шість sześć sześciu altı enam ستة ست שישה שש छह छः 여섯 šest έξι kuusi sáu șase"),
        (7, "семь семи сім siedem siedmiu yedi tujuh سبعة سبع שבעה שבע सात 일곱 sju sedm εφτά επτά seitsemän bảy hét șapte"), (8, "восемь восьми вісім osiem ośmiu sekiz delapan ثمانية ثماني שמונה आठ 여덟 åtta otte osm οκτώ οχτώ kahdeksan tám nyolc opt"),
        (9, "девять девяти дев'ять dziewięć dziewięciu dokuz sembilan تسعة تسع תשעה תשע नौ 아홉 nio devět εννιά εννέα yhdeksän chín kilenc nouă"), (10, "десять десяти dziesięć dziesięciu sepuluh عشرة عشر עשרה עשר दस 열 tio deset δέκα kymmenen mười tíz zece"),
        (12, "двенадцать дванадцять dwanaście oniki tolv dvanáct δώδεκα"), (15, "пятнадцать п'ятнадцять piętnaście femton femten patnáct"), (20, "двадцать двадцяти двадцять dwadzieścia yirmi عشرين عشرون עשרים बीस 스무 tjugo tyve dvacet είκοσι"),
        (30, "тридцать тридцять trzydzieści otuz ثلاثين ثلاثون שלושים तीस trettio třicet τριάντα"), (40, "сорок czterdzieści أربعين ארבעים"), (50, "пятьдесят п'ятдесят pięćdziesiąt elli خمسين חמישים पचास femtio padesát πενήντα"), (100, "сто sto مئة مائة מאה सौ hundra hundre εκατό"), (1000, "тысяча тысячу тысячи тысяч тисяча тисячу tysiąc ألف אלף हज़ार हजार tusen tisíc seribu"),
    }.SelectMany(n => n.Words.Split(' ').Distinct().Select(word => (word, n.Number))).DistinctBy(n => n.word).ToFrozenDictionary(n => n.word, n => n.Number);

    /// <summary>It counts something only beside what is counted.</summary>
    private static readonly FrozenSet<string> Two = "two zwei deux dos dois duas due twee".Split(' ').ToFrozenSet();

    /// <summary>What compounds end in.</summary>
    private static readonly (string Ending, int Factor)[] Magnitudes = [("hundert", 100), ("honderd", 100), ("cento", 100), ("tausend", 1000), ("duizend", 1000), ("mila", 1000)];

    private static readonly FrozenSet<string> Of = "of der des aller de das dos van".Split(' ').ToFrozenSet();

    /// <summary>What joins tens and units.</summary>
    private static readonly FrozenSet<string> And = "y e et".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Shares = "percent pct prozent procent процент процента процентов відсоток відсотки відсотків".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> SharesInTwo = new[] { "per cent", "pour cent", "por ciento", "por cento", "per cento" }.ToFrozenSet();

    /// <summary>Who is counted to prove something.</summary>
    private static readonly FrozenSet<string> Counted = WordList.Of(
        """
        engineers developers devs programmers reviewers managers founders employees colleagues teams companies firms startups customers clients users subscribers downloads installs
        entwickler entwicklern entwicklerinnen kollegen firmen unternehmen kunden nutzer nutzern mitarbeiter mitarbeitern développeurs équipes entreprises collègues utilisateurs
        desarrolladores equipos empresas clientes usuarios empleados desenvolvedores equipes usuários funcionários sviluppatori aziende clienti utenti bedrijven klanten gebruikers
        """);

    private static readonly FrozenSet<string> Comparing = "as more less fewer faster slower cheaper bigger larger smaller better worse longer shorter".Split(' ').ToFrozenSet();

    /// <summary>Every number of a text, whether it claims anything or not; of compounds the whole and its parts.</summary>
    public static IEnumerable<string> AllOf(Word[] words)
    {
        foreach (var (word, unspaced) in words)
        {
            if (unspaced)
                foreach (var han in HanNumerals.AllOf(word)) yield return Digits(han);
            if (Part(word) is { } part) yield return Digits(part);
            if (Elsewhere.TryGetValue(word, out var other)) yield return Digits(other);
        }

        for (var i = 0; i < words.Length; i++)
            if (Read(words, i) is { Count: > 0 } whole) yield return Digits(whole.Value);
    }

    public static IEnumerable<SpelledNumber> In(Word[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Read(words, i) is not { Count: > 0 } number) continue;
            var next = i + number.Count;
            // The scale of digits (2 million) was read with them.
            if (i > 0 && number.Value >= 1000 && char.IsDigit(words[i - 1].Text[^1])) continue;
            var shown = string.Join(' ', words[i..next].Select(w => w.Text));
            var magnitude = (number.Count == 1 && number.Value is 100 or 1000 or >= 1_000_000) || Two.Contains(words[i].Text);
            var round = number.Value == 50 && Word(words, next) == "fifty";
            var claims = (number.Value >= LeastClaim && !magnitude && !round) || Proves(words, next, magnitude) || (Prices.IsPrice(words, i, next) && !(number.Count == 1 && number.Value >= 1_000_000));
            yield return new(Digits(number.Value), shown, next, claims && !IsWhole(words, number.Value, next));
            i = round ? next : next - 1;
        }
    }

    private static bool Proves(Word[] words, int next, bool magnitude)
    {
        var (first, second) = (Word(words, next), Word(words, next + 1));
        return IsShare(words, next) || Counted.Contains(first) || Counted.Contains(second)
            || (first is "times" && !magnitude && Comparing.Contains(second)) || first is "fold" or "x";
    }

    /// <summary>Percent stands there.</summary>
    public static bool IsShare(Word[] words, int at) => Shares.Contains(Word(words, at)) || SharesInTwo.Contains($"{Word(words, at)} {Word(words, at + 1)}");

    /// <summary>A hundred percent, of nothing in particular.</summary>
    private static bool IsWhole(Word[] words, long value, int next) => value == 100 && Shares.Contains(Word(words, next)) && !Of.Contains(Word(words, next + 1));

    private static string Word(Word[] words, int at) => at < words.Length ? words[at].Text : "";

    /// <summary>The number that starts at a word, and how many words it takes: <c>forty five</c>, <c>three hundred</c>.</summary>
    private static (long Value, int Count) Read(Word[] words, int at)
    {
        if (words[at].Unspaced) return (0, 0);
        if ((Part(words[at].Text) ?? TwoOf(words, at)) is not { } value) return ShareElsewhere(words, at);
        var count = 1;
        if (value is >= 20 and < 100 && value % 10 == 0)
        {
            var joined = And.Contains(Word(words, at + count)) ? 1 : 0;
            if (Unit(Word(words, at + count + joined)) is { } unit) (value, count) = (value + unit, count + joined + 1);
        }

        while (value < 1000 && Magnitude(words, at + count) is { } factor && factor > value) (value, count) = (value * factor, count + 1);
        return (value, count);
    }

    /// <summary>In a language whose numbers are told by what follows only: <c>двадцать пять процентов</c>.</summary>
    private static (long Value, int Count) ShareElsewhere(Word[] words, int at)
    {
        var (value, count) = (0L, 0);
        while (at + count < words.Length && Elsewhere.TryGetValue(words[at + count].Text, out var part)) (value, count) = (value + part, count + 1);
        return count > 0 && IsShare(words, at + count) ? (value, count) : (0, 0);
    }

    private static long? Magnitude(Word[] words, int at) =>
        Values.TryGetValue(Word(words, at), out var value) && value is 100 or 1000 or >= 1_000_000 ? value
        // French hundreds, which are cents elsewhere.
        : Word(words, at) is "cent" or "cents" && Prices.IsUnit(words, at + 1) ? 100
        : null;

    private static long? TwoOf(Word[] words, int at) =>
        Two.Contains(words[at].Text) && (Magnitude(words, at + 1) is not null || IsShare(words, at + 1) || (Prices.IsUnit(words, at + 1) && words[at + 1].Text != "cents")) ? 2 : null;

    /// <summary>The number whose last word stands before another; null where there is none.</summary>
    public static long? Before(Word[] words, int end)
    {
        for (var count = Math.Min(3, end); count > 0; count--)
            if (Read(words, end - count) is { Count: > 0 } number && number.Count == count) return number.Value;
        return end > 0 ? Unit(words[end - 1].Text) : null;
    }

    /// <summary>Digits multiplied out; null where they are no number.</summary>
    /// <param name="scale">Folded: k, m, million, 万.</param>
    public static string? Scaled(string value, string scale) =>
        value.Length < MostDigits && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number * Scale(scale)).ToString("0.######", CultureInfo.InvariantCulture)
            : null;

    private static long Scale(string scale) => scale switch
    {
        "k" or "mil" or "mille" or "千" => 1000,
        "m" or "mn" or "mio" => 1_000_000,
        "b" or "bn" or "mrd" => 1_000_000_000,
        "万" or "萬" => 10_000,
        "億" or "亿" => 100_000_000,
        _ => Values[scale],
    };

    private static long? Unit(string word) => word is "one" ? 1 : word is "two" ? 2 : Values.TryGetValue(word, out var value) && value < 10 ? value : null;

    private static long? Part(string word)
    {
        if (Values.TryGetValue(word, out var value)) return value;
        // Fünfundvierzig.
        if (word.IndexOf("und", StringComparison.Ordinal) is var und and > 1 && Values.TryGetValue(word[(und + 3)..], out var tens) && tens is >= 20 and < 100)
            return tens + (word[..und] switch { "ein" => 1, "zwei" => 2, var unit => Values.GetValueOrDefault(unit) });
        return Compound(word);
    }

    /// <summary>Of a word such as zweihundert, duizend or trecento; null for others.</summary>
    private static long? Compound(string word)
    {
        foreach (var (ending, factor) in Magnitudes)
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && word[..^ending.Length] is var unit)
                return (Two.Contains(unit) ? 2 : Values.GetValueOrDefault(unit)) * factor is > 0 and var value ? value : null;
        return null;
    }

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share or a multiple in words, with numbers of a text that would bear it out.</summary>
    public static IEnumerable<(string Shown, string[] Numbers)> Relations(string spaced)
    {
        foreach (var pattern in Related.Candidates(spaced))
            foreach (Match found in pattern.Matches(spaced))
                yield return (found.Value.Trim(), Bearing(found.Value));
        if (Ascii.IsValid(spaced)) yield break;
        foreach (Match found in UnspacedShare.Matches(spaced)) yield return (found.Value, Bearing(found.Value));
    }

    private static string[] Bearing(string found) =>
        Thirds.IsMatch(found) ? ["3", "33", "66", "67"]
        : Quarters.IsMatch(found) ? ["25", "75"]
        : found.Contains("tripl", StringComparison.Ordinal) || found.Contains("dreifach", StringComparison.Ordinal) ? ["3", "200", "300"]
        : found.Contains("doubl", StringComparison.Ordinal) || found.Contains("dupl", StringComparison.Ordinal) || found.Contains("doppelt", StringComparison.Ordinal) ? ["2", "100", "200"]
        : found.Contains("hal", StringComparison.Ordinal) ? ["2", "50"]
        : [.. AllOf([.. Words.Of(found)])];

    [GeneratedRegex("third|drittel|tiers|terc|terç|terz|derde")]
    private static partial Regex Thirds { get; }

    [GeneratedRegex("quart|viertel|cuart|kwart")]
    private static partial Regex Quarters { get; }

    private static Pattern Fraction { get; } = new(
        """
        \ (?:(?:a|one)\ (?:third|quarter)\ of(?!\ an?\ (?:hour|second|century)) | (?:two|three|four)\ (?:thirds|quarters|fifths|tenths)
        | (?:ein|zwei)\ drittel | (?:ein|drei)\ ?viertel(?!\ ?stunde) | deux\ tiers | trois\ quarts(?!\ d) | un\ tiers\ (?:de|des|du) | dos\ tercios | un\ tercio\ de | dois\ terços | um\ terço\ d[aeo]s? | due\ terzi | un\ terzo\ de\w* | twee\ ?derde | driekwart
        )(?=\ )
        """);

    private const string Small = "one|two|three|four|five|six|seven|eight|nine|ten";
    private const string Klein = "eine?r?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn";

    private static Pattern Ratio { get; } = new(
        $"""
        \ (?:(?:{Small})\ (?:out\ of|in(?:\ every)?)\ (?:three|four|five|six|seven|eight|nine|ten|twenty)(?!\ times\ |\ out\ )(?<!ten\ out\ of\ ten|five\ out\ of\ five)
        | (?:{Klein})\ von\ (?:drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?!\ (?:mal|fällen)\ )
        | (?:une?|deux|trois|quatre|sept|huit|neuf)\ (?:\w+\ )?sur\ (?:trois|quatre|cinq|dix)(?<!neuf\ fois\ sur\ dix) | (?:una?|dos|tres|cuatro|siete|ocho|nueve)\ de\ cada\ (?:tres|cuatro|cinco|diez) | (?:uma?|dois|duas|três|quatro|sete|oito|nove)\ (?:em|de)\ cada\ (?:três|quatro|cinco|dez)
        )(?=\ )
        """);

    private static Pattern Multiple { get; } = new(
        """
        \ (?:(?:doubled|tripled|quadrupled|halved)(?!\ (?:down|over|up|back|as)\ ) | (?:tripling|quadrupling|twofold|threefold|fourfold|fivefold|tenfold|hundredfold)
        | (?:verdoppelt|verdreifacht|vervierfacht|verzehnfacht|halbiert)(?:e|en)? | (?:doublé|triplé|quadruplé)e?s? | (?:duplicado|duplicó|duplicaron|triplicado|triplicó|triplicaron|duplicou|dobrou|triplicou) | (?:raddoppiat|triplicat|dimezzat)[oaie] | verdubbeld | verdrievoudigd | gehalveerd
        )(?=\ )
        """);

    [GeneratedRegex("[二三四五六七八九十百千]+(?:割|倍|パーセント)")]
    private static partial Regex UnspacedShare { get; }

    private static readonly PatternSet Related = new(Fraction, Ratio, Multiple);
}
