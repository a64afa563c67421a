using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>
/// A number or a name that is in neither the post nor the project. Numbers up to two and a few idioms pass. Names are told by
/// capitals within a sentence (not in German, where every noun has one), capitals within a word, and a list of much-cited firms.
/// </summary>
internal static partial class InventedFacts
{
    private static readonly FrozenSet<string> PlainNumbers = new[] { "0", "1", "2", "100", "24", "80", "404", "500" }.ToFrozenSet();

    /// <summary>Capitals that name nobody: acronyms of everyday and of software, emphasis, calendars, languages, titles.</summary>
    private static readonly FrozenSet<string> CommonCapitals = """
        ai api apis app ascii asap aws bbc byo ceo cet cfo ci cd cli cmd cpu cors crm crud css csv cta cto cv db ddl devops diy dm dns dom dns dpi dry eod eol eta eu eula faq fifo fomo ftp fwiw fyi gdpr gpu gui
        hr html http https iaas ide id ids iirc imho imo iot ip ios irl iso it jit json jwt kpi kpis lan lgtm lifo llm llms ml mit mr mrr mvp nda nlp npc oauth oop ok okr okrs okay orm os pc pdf phd pi pin pm pms po poc pr prs ps psa qa
        ram rag readme regex rest rfc roi rpc rss saas sdk sdks sem seo sla sli slo slos sme sms sql src ssd ssh ssl sso tba tbd tbh tcp tdd ti til tldr tls todo tos ttl tv ui uk url urls usa usb us utc utf ux vat vc vcs vm vms vpn vps
        wfh wip wifi wip www xml xss yaml yagni yml arr cac ltv mau dau nps b2b b2c it's adhd ocd id's am pm gb mb kb tb ghz mhz ms faq pto oom oss eof nul null nan
        i i'm i'd i'll i've im god christmas easter english french german spanish portuguese italian japanese chinese korean russian dutch american european british latin roman
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mondays fridays sundays
        not no never always all any every only this that these those and or but if so very much more most less now then here there yes why how what when who which still too also just one is are was do does did can will must should would could
        mr mrs ms dr prof earth internet web mom dad plus ctrl cmd alt shift esc enter reviewer editor phd's edge spring der die das sie ihnen ihr ihre du
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(
        """
        \b(?:Google|Microsoft|Amazon|Facebook|Twitter|OpenAI|Anthropic|Gartner|McKinsey|Forrester|Deloitte|Accenture|GitHub|GitLab|Netflix|Uber|Airbnb|Stripe|Shopify|Spotify|Siemens|Bosch|IBM|Nvidia|Tesla|Harvard|Stanford|Oxford|Cambridge
        |Vercel|Netlify|Cloudflare|Kubernetes|Datadog|Jira|Figma|LinkedIn|YouTube|TikTok|Reddit|Wikipedia|ChatGPT|Copilot|Gemini|Claude|Postgres|PostgreSQL|MySQL|MongoDB|Redis|JetBrains|Atlassian|Salesforce|HubSpot|Mailchimp|Zapier|Forbes|Reuters|Bloomberg|Statista|Pew|WHO|NASA|UNESCO|OECD)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MuchCited { get; }

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var post = draft.Post.Facts;
        foreach (var (value, shown, _, thousands) in FactSource.Numbers(draft.Folded))
        {
            var known = PlainNumbers.Contains(value) || Stated(s => s.HasNumber(value) || (thousands && s.HasNumber(value + "000")));
            if (!known) return Invented($"The number {shown}");
        }

        var german = (draft.Language ?? draft.Post.Language) == "de";
        foreach (Match word in Word.Matches(draft.Text))
        {
            if (!LooksLikeName(draft.Text, word, german)) continue;
            var name = AnsweredPost.Fold(word.Value) is var folded && folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded;
            var singular = name.TrimEnd('s');
            if (!CommonCapitals.Contains(name) && !CommonCapitals.Contains(singular) && !Stated(s => s.HasName(name) || (singular.Length >= 2 && s.HasName(singular)))) return Invented($"The name \"{word.Value}\"");
        }

        return null;

        bool Stated(Func<FactSource, bool> has) => has(post) || has(context.Stated);
    }

    private static Rejection Invented(string what) => new(QualityRule.InventedFact, $"{what} is in neither the post nor the project.");

    private static bool LooksLikeName(string text, Match word, bool german)
    {
        var value = word.Value;
        if (value.Length < 2 || !value.Any(char.IsUpper)) return false;
        if (MuchCited.Match(value) is { Success: true, Index: 0 }) return true;
        var shouted = value.Count(char.IsUpper) >= 2;
        if (shouted) return true;
        return char.IsUpper(value[0]) && !german && !StartsSentence(text, word.Index) && (value[1] is not ('\'' or '’'));
    }

    private static bool StartsSentence(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is '"' or '\'' or '“' or '‘' or '„' or '«' or '(' or '[' or '¿' or '¡' or '*' or '-'))
        {
            if (text[before] is '\n' or '"' or '“' or '„' or '«' or '(') return true;
            before--;
        }

        return before < 0 || text[before] is '.' or '!' or '?' or ':' or ';' or '…' or '—' or '–' or '/' or '。' or '！' or '？' or '、' or '，';
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@#./~$\\-])[A-Za-zÀ-ɏ\u0370-\u052F][A-Za-zÀ-ɏ\u0370-\u052F0-9_]*(?:['’][A-Za-z]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
