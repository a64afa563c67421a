using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>The little English the drafter knows.</summary>
internal static partial class EnglishWords
{
    private static readonly FrozenSet<string> NounLeads = Set(
        "the a an my our your their his her its this that these those some any every each no another of for with about on in at from into over without between behind around through under");

    private static readonly FrozenSet<string> Function = Set(
        "the a an my our your their his her its this that these those some any every each no another of for with about on in at from into over without between behind around through under " +
        "i me you he him she it we us they them myself yourself itself who whom whose which what when where why how there here " +
        "and or but nor so yet if then than because as while until though although since before after once unless whether via per vs " +
        "to by up down out off back away again according regarding not only just also too very really quite even still already ever never always often sometimes maybe perhaps " +
        "is am are was were be been being do does did doing done have has had having will would shall should can could may might must " +
        "yes ok okay please lol omg wow hey hi hello etc");

    // Common verbs, judgements and fillers: true of everything, so nothing a reply could turn on.
    private static readonly FrozenSet<string> Empty = Set(
        "get gets got getting go goes going gone went make makes made making take takes took taking give gives gave giving come comes came coming " +
        "say says said saying tell tells told think thinks thought thinking know knows knew known see sees saw seen seeing look looks looked looking " +
        "want wants wanted need needs needed use uses used using try tries tried trying let lets put puts keep keeps kept find finds found feel feels felt " +
        "work works worked working build builds built building run runs ran running start starts started stop stops stopped show shows showed seem seems become becomes " +
        "love loves loved like likes liked hate hates enjoy enjoyed help helps helped ask asks asked call calls called read reads write writes wrote share shared sharing " +
        "happen happens happened mean means meant believe believes guess hope hopes wish wait waiting talk talks talking change changes changed fail fails failed follow add adds added " +
        "good great nice bad best better worse worst big bigger small little new newer old older other others same different own able sure right wrong true real actual full whole " +
        "many much more most less least few several lot lots bit kind sort type way ways thing things stuff something anything everything nothing someone anyone everyone people guy guys " +
        "one two three first second last next today tomorrow yesterday now time times day days week weeks month months year years hour hours morning night later soon ago " +
        "cool awesome amazing terrible horrible awful insane crazy huge super pretty hard easy interesting interested helpful useful ready happy sad sorry thanks thank welcome free " +
        "gonna wanna gotta dont doesnt cant wont im ive youre thats isnt actually basically literally obviously probably definitely almost enough especially however instead " +
        "general fact point case example course idea part end rest top side shit fuck fucking damn hell ass crap fun oh ah yeah yep nope btw imo tbh fyi rt via amp");

    private static readonly FrozenSet<string> OtherLanguages = Set(
        "de la el los las que en un una por para con es se su del al como más pero le les des et est une pour dans qui sur pas vous nous je ce avec " +
        "der die das und ist nicht ein eine ich mit den von zu auf für dem sich auch wie aber wir sie il che di non per sono della gli uma não os ao com mais " +
        "het een van niet dat och att det som är på yang dan ini itu tidak untuk di ke ve bir bu için ile hai ka ki ko se");

    public static bool LeadsNoun(string lower) => NounLeads.Contains(lower);

    public static bool CarriesMeaning(string lower) =>
        lower.Length >= 2 && !Function.Contains(lower) && !Empty.Contains(lower)
        && !lower.Contains('\'') && !lower.Contains('’')
        && !lower.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>By its ending; a phrase that stops there has lost its noun.</summary>
    public static bool LooksLikeAdjective(string lower) =>
        lower.Length > 4 && AdjectiveEndings.Any(ending => lower.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] AdjectiveEndings = ["est", "ous", "ful", "able", "ible", "less", "stic", "ish", "ive"];

    /// <summary>Function words tell a language even in a short post; without any, only a post of two or three words passes.</summary>
    public static bool LooksEnglish(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        if (words.Count == 0 || text.Count(c => char.IsLetter(c) && c > '\u024F') * 4 > text.Count(char.IsLetter)) return false;
        var english = words.Count(Function.Contains);
        var other = words.Count(w => OtherLanguages.Contains(w) && !Function.Contains(w));
        return words.Count <= 3 ? other == 0 : english > other && english * 12 >= words.Count;
    }

    /// <summary>Distinct words in lower case.</summary>
    public static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Stems of the words that carry meaning.</summary>
    public static HashSet<string> Stems(string text) => [.. Words(text).Where(CarriesMeaning).Select(Stem)];

    public static string Stem(string lower) => lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(@"[\p{L}\p{N}]+(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
