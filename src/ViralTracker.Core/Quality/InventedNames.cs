using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Language;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Names that nobody stated: told by capitals within a sentence (not in German, where every noun has one), capitals within a word,
/// an uncommon word that opens an English sentence as its subject, or one that is no word, and a list of much-cited firms and tools. Without a reading
/// model it cannot tell other names in lower case, German ones without such a mark, or those that open a sentence in other languages.
/// </summary>
internal static partial class InventedNames
{
    private const int LeastAcronym = 3;
    private const int MostAcronym = 6;

    /// <summary>Capitals that name nobody: acronyms of everyday and of software, emphasis, calendars, languages, titles.</summary>
    private static readonly FrozenSet<string> CommonCapitals = WordList.Of(
        """
        ai api apis app ascii asap aws bbc byo ceo cet cfo ci cd cli cmd cpu cors crm crud css csv cta cto cv db ddl devops diy dm dns dom dns dpi dry eod eol eta eu eula faq fifo fomo ftp fwiw fyi gdpr gpu gui
        hr html http https iaas ide id ids iirc imho imo iot ip ios irl iso it jit json jwt kpi kpis lan lgtm lifo llm llms ml mit mr mrr mvp nda nlp npc oauth oop ok okr okrs okay orm os pc pdf phd pi pin pm pms po poc pr prs ps psa qa
        ram rag readme regex rest rfc roi rpc rss saas sdk sdks sem seo sla sli slo slos sme sms sql src ssd ssh ssl sso tba tbd tbh tcp tdd ti til tldr tls todo tos ttl tv ui uk url urls usa usb us utc utf ux vat vc vcs vm vms vpn vps
        wfh wip wifi wip www xml xss yaml yagni yml arr cac ltv mau dau nps b2b b2c it's adhd ocd id's am pm gb mb kb tb ghz mhz ms faq pto oom oss eof nul null nan true false none
        i i'm i'd i'll i've im god christmas easter english french german spanish portuguese italian japanese chinese korean russian dutch american european british latin roman
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mondays fridays sundays
        not no never always all any every only this that these those and or but if so very much more most less now then here there yes why how what when who which still too also just one is are was do does did can will must should would could
        acl adr arm atm bash bluetooth bsd cdn cgi cms css dag ddos dhcp dsl ethernet etl fps gif git gnu gps gpt grpc gui hdmi ics iam io ipv4 ipv6 jpeg jpg js jvm lcd led linux lru lts mfa mime mp3 mp4 mqtt mvc mvvm nas nat nfc nfs nosql ntp oidc olap oltp osi
        otp png ppa pwa qr raid repl rdbms rgb rpc s3 saml sata sftp sha sigkill sigterm smtp soap soc sre svg tco tdd tpm ts tsv udp uml unix uuid vlan vps vr wan wasm webrtc websocket wsl wysiwyg xhr xl xs yolo zip
        murphy conway goodhart hyrum pareto occam parkinson halloween thanksgiving swiss austrian swedish norwegian danish finnish polish turkish greek indian arabic
        mr mrs ms dr prof earth internet web mom mum dad grandma grandpa plus ctrl cmd alt shift esc enter reviewer editor phd's edge spring der die das sie ihnen ihr ihre du
        """);

    /// <summary>As <see cref="CommonCapitals"/>, in other languages: acronyms, days, months and feasts where they have capitals, polite pronouns that language lists lack.</summary>
    private static readonly FrozenSet<string> CommonAbroad = WordList.Of(
        """
        ia ias iag ki kis rgpd lgpd dsgvo rodo avg iva tva mwst ust btw vat ppn kdv ндс пдв pme pmes pyme pymes tpe pmi kmu kobi umkm mkb gmbh ag kg ug srl spa sarl sas sàrl ltda sa sp bv zzp mei ooo ооо ип тов фоп
        rh rrhh ti tic tics edv erp crm sav cdi cdd rtt pj clt cpf cnpj pix dni nif cif nie bic iban sepa sms pib bip bsp öpnv abs kfz pkw lkw tüv ihk bafög gkv pkv etf etfs zus pit cit nip hrd pns ktp npwp ии ши ші бд субд по ос пк тз фио сми вуз
        sns ng pdca ot pr ok gw inps irpef bsn uwv caf urssaf sii sat dian hmrc lol mdr ptdr jaja kkk rs sr sra srta mme mlle hr fr dr ing lic dott ud uds vd vds
        navidad reyes noël pâques natal páscoa natale pasqua ferragosto ramadán ramadan ramazan bayram diwali eid lebaran idul fitri
        δευτέρα δευτέρασ τρίτη τρίτησ τετάρτη τετάρτησ πέμπτη πέμπτησ παρασκευή παρασκευήσ παρασκευέσ σάββατο σαββάτου κυριακή κυριακήσ ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο δεκέμβριο πάσχα χριστούγεννα
        senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober desember inggris pazartesi salı çarşamba perşembe cuma cumartesi pazar türkçe ingilizce isnin khamis jumaat ahad
        """);

    /// <summary>Languages that change the end of a name, and its last letters before it, by case.</summary>
    private static readonly FrozenSet<string> Inflecting = "pl cs sk sl hr sr bs mk bg ru uk be lt lv et fi hu tr az kk el eu ka ro sq".Split(' ').ToFrozenSet();

    /// <summary>Names that are words of their own in lower case.</summary>
    private static readonly FrozenSet<string> Firms = WordList.Of(
        """
        Google Microsoft Amazon Facebook Twitter Stripe Jira YouTube Copilot Gemini Claude Basecamp Ansible Jenkins Prometheus Snowflake Firebase Confluence Bugzilla Asana Intercom Playwright Cypress Selenium Docker
        """);

    /// <summary>Such names that are called upon rather than used.</summary>
    private static readonly FrozenSet<string> Authorities = WordList.Of(
        """
        Gartner McKinsey Forrester Deloitte Accenture Uber Siemens Bosch IBM Tesla Harvard Stanford Oxford Cambridge Forbes Reuters Bloomberg Statista Pew WHO NASA UNESCO OECD
        """);

    /// <summary>Names that nothing else is called.</summary>
    private static readonly FrozenSet<string> Tools = WordList.Of(
        """
        openai anthropic github gitlab netflix airbnb shopify spotify nvidia vercel netlify cloudflare kubernetes datadog figma linkedin tiktok reddit wikipedia chatgpt postgres postgresql mysql mongodb redis
        jetbrains atlassian salesforce hubspot mailchimp zapier dropbox heroku bitbucket terraform grafana elasticsearch databricks supabase digitalocean hetzner backblaze trello zendesk twilio snyk
        dependabot pgbackrest sqlite rabbitmq kafka
        """, StringComparer.OrdinalIgnoreCase);

    /// <summary>Other names, and parts of names, that people answer with where tools, services and places are asked for.</summary>
    private static readonly FrozenSet<string> Answers = WordList.Of(
        """
        Slack Discord Telegram WhatsApp Signal Zoom Teams Instagram Threads Bluesky Mastodon Quora Medium Substack Ghost Pinterest Twitch Product Hunt Hacker News Indie Hackers Stack Overflow Craigslist Etsy eBay Upwork Fiverr Meetup
        Notion Obsidian Airtable Linear Todoist Evernote Excel Word Sheets Docs Drive Gmail Outlook Calendly Loom Miro Canva Sketch Framer Webflow WordPress Squarespace Wix Typeform Tally PayPal Paddle Wise Xero QuickBooks FreshBooks Klaviyo Postmark SendGrid Mailgun Resend
        Azure Render Railway Fly Linode Vultr Coolify Caddy Apache Nginx Traefik Podman Sentry Plausible Matomo Mixpanel Amplitude PostHog Analytics Ahrefs Semrush Retool Bubble Make
        Python Rust Go Java Kotlin Swift Ruby Elixir Scala Clojure Haskell TypeScript JavaScript Rails Django Flask Laravel Symfony React Vue Svelte Angular Next Nuxt Astro Remix Tailwind Bootstrap Phoenix Spring Express Vite
        MariaDB Cassandra DynamoDB DuckDB ClickHouse Neo4j Oracle Cursor Windsurf Vim Neovim Emacs VS Code VSCode Visual Studio IntelliJ PyCharm WebStorm Xcode Zed Sublime Llama Mistral DeepSeek Perplexity Midjourney Ollama
        Windows Linux Mac macOS Ubuntu Debian Fedora Arch Android iPhone iPad Kindle Firefox Chrome Safari Brave Bitwarden Restic Borg Syncthing Nextcloud Home Assistant
        """);

    private static readonly PatternSet InHan = new(MuchCitedInHan);

    /// <summary>As written, in no order.</summary>
    /// <param name="stated">Asks the sources.</param>
    /// <param name="vocabulary">Null: only lists tell what opens a sentence.</param>
    public static IEnumerable<string> Of(DraftToCheck draft, Func<Func<FactSource, bool>, bool> stated, WordsAndNames? vocabulary)
    {
        var language = draft.Language ?? LanguageTag.Primary(draft.Post.Language);
        var inflects = language is not null && Inflecting.Contains(language);
        if (!Ascii.IsValid(draft.Text))
            foreach (var famous in InHan.Matches(draft.Text))
                if (!Known(famous.Value)) yield return famous.Value;
        foreach (Match word in Word.Matches(draft.Text))
            if (LooksLikeName(draft.Text, word, language, vocabulary) && !Known(word.Value) && !NameSpellings.Around(draft.Text, word.Index).Any(name => stated(s => s.HasSpelling(name))) && !NameSpellings.InitialsAround(draft.Text, word.Index).Any(name => stated(s => s.HasAcronym(name)))) yield return word.Value;

        bool Known(string name)
        {
            var written = WithoutGenitive(name, inflects);
            var folded = TextFolding.FoldProse(written);
            // What ends in a capital (ISS) is no plural.
            var singular = written.EndsWith('s') ? folded[..^1] : folded;
            return CommonCapitals.Contains(folded) || IsEmphasis(written, folded, language) || (IsAcronym(written) && stated(s => s.HasInitials(folded))) || CommonCapitals.Contains(singular) || IsCommonIn(language, folded) || (inflects && stated(s => s.HasInflected(folded))) || stated(s => s.HasName(folded) || (singular.Length >= 2 && s.HasName(singular)));
        }
    }

    /// <summary>Known widely enough to be the answer to a post that asks for a tool, a service or a place.</summary>
    public static bool MayAnswer(string name) =>
        Plain(name) is var plain && (Tools.Contains(plain) || Firms.Contains(plain) || Answers.Contains(plain));

    /// <summary>An acronym of everyday, or one of the language's commonest words: emphasised, or a polite pronoun.</summary>
    private static bool IsCommonIn(string? language, string folded) =>
        language is not (null or "en") && (CommonAbroad.Contains(folded) || FunctionWords.Contains(folded) || CommonWords.Has(language, folded));

    private static bool IsAcronym(string name) => name.Length is >= LeastAcronym and <= MostAcronym && name.All(char.IsUpper);

    /// <summary>A common English word that is only written loudly.</summary>
    private static bool IsEmphasis(string name, string folded, string? language) =>
        language is null or "en" && name.Length >= LeastAcronym && name.All(char.IsUpper) && (CommonWords.Has("en", folded) || EnglishEnding.IsMatch(folded));

    /// <param name="inflects">Endings stand after an apostrophe, as in Turkish: Ankara'da.</param>
    private static string WithoutGenitive(string name, bool inflects = false) => name is [.., '\'' or '’', 's' or 'S'] ? name[..^2] : inflects ? Plain(name) : name;

    private static bool LooksLikeName(string text, Match word, string? language, WordsAndNames? vocabulary)
    {
        var value = word.Value;
        if (IsFamous(value)) return true;
        if (Compound.IsMatch(text, word.Index)) return false;
        // Within Han or kana most Latin letters are ordinary abbreviations.
        if (word.Index > 0 && char.IsLetter(text[word.Index - 1])) return MayAnswer(value);
        if (value.Length < 2 || !value.AsSpan().ContainsAnyInRange('A', 'Z') && !value.Any(char.IsUpper)) return false;
        if (value.Count(char.IsUpper) >= 2) return true;
        if (!char.IsUpper(value[0]) || value[1] is '\'' or '’') return false;
        return StartsSentence(text, word.Index) ? language is null or "en" && OpensAsName(text, word, vocabulary, language) : language != "de";
    }

    private static bool OpensAsName(string text, Match word, WordsAndNames? vocabulary, string? language)
    {
        var folded = TextFolding.FoldProse(WithoutGenitive(word.Value));
        if (SentenceOpeners.Has(folded)) return false;
        return SubjectOf.IsMatch(text, word.Index + word.Length)
            ? vocabulary is null || !vocabulary.IsOrdinary(folded) || MayAnswer(word.Value)
            : language is "en" && vocabulary is not null && WordAfter.IsMatch(text, word.Index + word.Length) && vocabulary.IsUnknown(folded);
    }

    private static bool IsFamous(string word) => Plain(word) is { Length: > 2 } name && (Tools.Contains(name) || Firms.Contains(name) || Authorities.Contains(name));

    private static string Plain(string word) => word.AsSpan().IndexOfAny('\'', '’') is > 0 and var genitive ? word[..genitive] : word;

    private static bool StartsSentence(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is ')' or ']' or '»' or '”' or '’' or '"' or '\'' or '“' or '‘' or '„' or '«' or '(' or '[' or '¿' or '¡' or '*' or '-'))
        {
            if (text[before] is '\n' or '"' or '“' or '„' or '«' or '(') return true;
            before--;
        }

        return before < 0 || char.IsSurrogate(text[before]) || char.GetUnicodeCategory(text[before]) is UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark || text[before] is '؟' or '؛' or '।' or '.' or '!' or '?' or ':' or ';' or '…' or '—' or '–' or '/' or '。' or '！' or '？' or '、' or '，';
    }

    [GeneratedRegex(@"(?<![A-Za-z\u00C0-\u1FFF\p{M}\p{N}_@#./~$\\-])[A-Za-zÀ-ɏ\u0370-\u052F][A-Za-zÀ-ɏ\u0370-\u052F0-9_]*(?:['’][A-Za-z]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }

    /// <summary>No name but a word with a prefix, or what commits end in (Signed-off-by).</summary>
    [GeneratedRegex(@"\G(?:(?:Co|Re|Pre|Non|Anti|Self|Multi|Semi|Sub|Un|Ex|Pro|Post|Over|Under|Cross)-\p{Ll}|\p{Lu}\p{Ll}+(?:-\p{Ll}+)*-by(?![\w-]))", RegexOptions.CultureInvariant)]
    private static partial Regex Compound { get; }

    [GeneratedRegex(@"^\p{L}{3,}(?:tion|sion|ness|ment|ing|able|ible|less|ously|edly|ally)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishEnding { get; }

    [GeneratedRegex(@"\G \p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex WordAfter { get; }

    /// <summary>A verb of one subject, or what the subject owns.</summary>
    [GeneratedRegex(
        """
        \G(?: (?<=['’]s)\s\p{Ll} | \s(?:also\ |still\ |already\ |now\ |never\ |always\ |only\ |even\ |just\ )?(?:
            is|was|has|does|did|had|can|will|would|could|might|doesn't|doesn’t|isn't|isn’t|won't|won’t|hasn't|hasn’t
          |adds|allows|approves|asks|automates|blocks|breaks|builds|caches|calls|catches|caught|charges|checks|cleans|comes|connects|costs|covers|cut|cuts|deploys|detects|drops|fails|finds|fixed|fixes|flags|forces
          |gets|gives|goes|handled|handles|helped|helps|hides|hosts|imports|integrates|keeps|lacks|lets|limits|lists|loads|logs|made|makes|manages|merges|moved|needs|offers|pays|prevents|processes|promises|protects|proves|provides
          |published|pulls|reads|rejects|removes|replaced|replaces|reports|requires|restores|reviews|runs|saved|saves|says|scales|scans|sells|sends|ships|shows|solved|solves|sorts|speeds|splits|stacks|stores|stops|supports|switched
          |syncs|takes|tells|tests|tracks|treats|tries|turns|uses|used|wants|warns|watches|worked|works|wraps|writes|wrote )(?![\w'’-]) )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex SubjectOf { get; }

    [GeneratedRegex(
        """
        日立|東芝|富士通|三菱|楽天(?!的|家|主義)|任天堂|住友|松下|野村|電通|博報堂|日産|本田技研|サイボウズ|メルカリ|トヨタ|ソニー|ホンダ|パナソニック|キヤノン|リクルート|ソフトバンク|グーグル|マイクロソフト|アマゾン|アップル社|フェイスブック|ネットフリックス|オープンAI
        |华为|華為|阿里巴巴|腾讯|騰訊|百度|字节跳动|京东|小米|美团|谷歌|微软|微軟|亚马逊|삼성|네이버|카카오|현대차|구글|마이크로소프트|아마존|株式会社[\p{L}]{2,8}
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex MuchCitedInHan { get; }
}
