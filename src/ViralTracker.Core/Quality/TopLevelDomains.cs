using System.Collections.Frozen;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The endings of internet addresses that IANA lists, lower case, the international ones in their own script.</summary>
internal static class TopLevelDomains
{
    private static readonly Lazy<FrozenSet<string>> All = new(() => WordList.Of(EmbeddedText.Read("Quality.top-level-domains.txt")));

    /// <summary>Country codes that end file names, sentences run together, or both; those on their own are no addresses.</summary>
    private static readonly FrozenSet<string> OrdinaryCountries = WordList.Of(
        "ad am as ba be bf bs by bz cc cd cf cg cs do eg ec er et ga gd gl gp gs hm ht id il im in is it je ki kh la li lt lb mc md mk ml mm mo mp mq ms my na nc nf ni nr nu om pa pf pl pm pn ps pw py qa re rs sb sc sd sh sk sl sm so sr ss st su sv sx sy td tf tk tn to tp tt um va vc vi wf ye yt");

    /// <summary>Endings that code and file names have more often than addresses.</summary>
    private static readonly FrozenSet<string> OrdinaryWords = WordList.Of(
        "call cat data date dot email fail fit moe mov name new now open plus read save search select show style zip");

    private static readonly FrozenSet<string> Reserved = WordList.Of("example test invalid");

    public static bool Has(string ending) => All.Value.Contains(ending) || Reserved.Contains(ending) || ending.StartsWith("xn--", StringComparison.Ordinal);

    public static bool IsCountry(string ending) => ending.Length == 2 || ending[0] > '\u024F';

    /// <summary>True where a bare domain with it is hardly meant as an address.</summary>
    public static bool IsOrdinary(string ending) => OrdinaryCountries.Contains(ending) || OrdinaryWords.Contains(ending);
}
