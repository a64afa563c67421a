using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Text in a post that gives orders to machines.</summary>
/// <param name="Sign">What shows it, as read.</param>
/// <param name="Commanded">Content words of the orders that the rest of the post does not have.</param>
/// <param name="Names">Those of them that are quoted, numbers, capitals or names: one in a draft is enough.</param>
/// <param name="Phrases">What the post puts in quotation marks, as <see cref="Words.Spaced"/> of the folded text.</param>
/// <param name="Uncheckable">The order is hidden, or demands a persona or tone from machines: what obeys it cannot be told by its words.</param>
public sealed record Instruction(string Sign, FrozenSet<string> Commanded, FrozenSet<string> Names, ImmutableArray<string> Phrases, bool Uncheckable);

/// <summary>Finds orders to machines in posts: overrides, role marks, addresses to tools, demands on an answer's form, hidden text.</summary>
public static partial class InstructionLike
{
    private const int TagBase = 0xE0000;
    private const int LeastPhrase = 8;

    private static readonly PatternSet Orders = new(Overrides, Roles, Addressed, Demands), ToMachines = new(Overrides, Roles, Addressed);

    public static Instruction? Check(string post)
    {
        var hidden = HiddenText(post);
        var text = hidden.Length > 0 ? post + "\n" + hidden : post;
        var folded = TextFolding.Skeleton(text).Replace('’', '\'');
        var sign = Orders.Find(folded);
        if (sign is null && hidden.Length == 0) return null;
        var persona = Persona.IsMatch(folded) && ToMachines.IsMatch(folded);
        var (commanded, names) = WordsOf(text);
        return new(Short(sign ?? hidden), commanded, names, Phrases(text), hidden.Length > 0 || persona);
    }

    private static string Short(string sign) => string.Join(' ', Words.Split(sign).Take(8).Select(w => w.Text)) is { Length: > 0 } words ? words : sign.Trim();

    /// <summary>Splits the post at its sentences: those from an order on to the end of the next are orders, the rest is talk.</summary>
    private static (FrozenSet<string> Commanded, FrozenSet<string> Names) WordsOf(string text)
    {
        var (orders, talk) = (new StringBuilder(), new StringBuilder());
        var left = 0;
        foreach (var sentence in Sentences.Split(text))
        {
            var folded = TextFolding.Skeleton(sentence).Replace('’', '\'');
            var ordering = Orders.IsMatch(folded) || Quoted.IsMatch(sentence);
            left = ordering ? 1 : left - 1;
            // A question is talk unless it carries the order itself.
            (ordering || (left == 0 && !sentence.TrimEnd().EndsWith('?')) ? orders : talk).Append(sentence).Append('\n');
        }

        var said = Content(AnsweredPost.Fold(talk.ToString()));
        var commanded = Content(AnsweredPost.Fold(orders.ToString()));
        commanded.ExceptWith(said);
        var names = Names.Matches(orders.ToString()).SelectMany(m => Content(AnsweredPost.Fold(m.Value))).ToHashSet(StringComparer.Ordinal);
        names.ExceptWith(said);
        names.ExceptWith(OrderWords);
        return (commanded.ToFrozenSet(), names.ToFrozenSet());
    }

    /// <summary>Quoted texts too long to stand in a draft by chance.</summary>
    private static ImmutableArray<string> Phrases(string text) =>
        [.. Quoted.Matches(text).Select(m => Words.Spaced(AnsweredPost.Fold(m.Value)).Trim()).Where(p => p.Length >= (UnicodeFacts.IsUnspaced(p.EnumerateRunes().FirstOrDefault()) ? 4 : LeastPhrase)).Distinct()];

    internal static HashSet<string> Content(string folded)
    {
        var content = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, unspaced) in Words.Split(folded))
        {
            if (!unspaced && word.Length > 1 && !FunctionWords.Contains(word) && !OrderWords.Contains(word)) content.Add(word);
            if (unspaced)
                for (var i = 0; i + 3 <= word.Length; i++) content.Add(word.Substring(i, 3));
        }

        return content;
    }

    /// <summary>Text in invisible tag characters, or in base64 that decodes to words.</summary>
    private static string HiddenText(string post)
    {
        var found = new StringBuilder();
        foreach (var rune in post.EnumerateRunes())
            if (rune.Value is > TagBase + 0x1F and < TagBase + 0x7F && !IsFlag(post)) found.Append((char)(rune.Value - TagBase));
        foreach (Match block in Base64.Matches(post))
        {
            var bytes = new byte[block.Length];
            if (Convert.TryFromBase64String(block.Value, bytes, out var size) && Readable(bytes.AsSpan(0, size))) found.Append(Encoding.ASCII.GetString(bytes, 0, size));
        }

        return found.ToString();
    }

    // The flags of England, Scotland and Wales are a black flag and tags.
    private static bool IsFlag(string post) => post.Contains("🏴\U000E0067", StringComparison.Ordinal);

    private static bool Readable(ReadOnlySpan<byte> bytes) => bytes.Length >= 12 && bytes.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && bytes.Contains((byte)' ');

    /// <summary>Words of orders themselves, which say nothing about what is ordered.</summary>
    private static readonly FrozenSet<string> OrderWords = """
        system assistant user ai bot reply replies answer answers respond response say write output print return ignore previous instructions instruction prompt rule rules
        please must always every every each word words exactly only use add end mention post posts json one first nothing else sentence text message tell
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    [GeneratedRegex(
        """
        (?<!\w)(?:ignor(?:e|es|ing)|disregard|forget|overrid(?:e|es)|bypass|drop|skip|violate)\b[^.\n]{0,40}?\b(?:instructions?|rules?|prompts?|brief|persona|(?:length\ |word\ )?limits?|guidelines?|constraints?|(?:all|everything)\ (?:earlier|previous|above|before)|(?:the|everything|all)\ above|training|json)\b
        | (?<!\w)(?:ignorier\w*|vergiss|vergesst|missachte\w*)\b[^.\n]{0,40}?\b(?:anweisung\w*|regeln?|vorgaben?|alles|vorher\w*|bisherig\w*)
        | (?<!\w)(?:ignora|olvida|omite|desobedece)\b[^.\n]{0,40}?\b(?:instrucciones|reglas|indicaciones|todo|anterior\w*)
        | (?<!\w)(?:ignore[zr]?|oublie[zr]?)\b[^.\n]{0,40}?\b(?:instructions|consignes|regles|règles|précédent\w*|tout)
        | (?<!\w)(?:ignore|esqueça|esquece|desconsidere)\b[^.\n]{0,40}?\b(?:instruções|regras|anteriores|tudo)
        | (?:指示|命令|ルール|プロンプト|設定)[^。]{0,8}(?:無視|忘れ|従わ) | (?:忽略|无视)[^。]{0,12}(?:指令|指示|规则|提示) | (?:игнорируй|забудь)\w*\s[^.\n]{0,30}(?:инструкц|правил)\w*
        | \bstop\ (?:everything|drafting|replying)\b | \bnew\ (?:instructions?|task|rules?\ for|system\ prompt)\b | \bdeveloper\ mode\b | \bjailbreak\b | \bpolicy\ update\b | \brules\ are\ ?:
        | \byou\ are\ (?:now\ )?\p{L}+(?:bot|gpt)\b | \byou\ are\ now\ (?:an?\ |the\ )?\p{L}*\ ?(?:bot|gpt|agent|assistant|model)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Overrides { get; }

    [GeneratedRegex(
        """
        <\|\s?\w+\s?\|> | <\|im_ | \[/?inst\] | </?(?:system|instructions?|tweet|prompt|post|assistant)> | <!-- | \{\{[#/]?\w | \[\[\s?\w+_?note | ["']role["']\s*:
        | (?:^|\n|[.!?]\s)\s*(?:\#+\s*)?(?:system|assistant|developer|scoring\ model|(?:tool\ result|function\ result)[^:\n]{0,30}|reviewer\ bot|admin|moderator\ note)\s?:\s
        | \bend\ of\ (?:tweets?|posts?|prompt|instructions|input|document|context)\b | (?:^|\n)\s*\#+\s*(?:original\ tweet|output\ format|requirements|instructions?|new\ task|task|system|response\ format|(?:new\ )?(?:rules?|policy|policies|guidelines?))\b
        | ["'](?:add_value|ask_question|mirror_reframe|required_text|api_key|content|instructions?|prompt|system_prompt|system|task)["']\s*: | "\}\]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Roles { get; }

    [GeneratedRegex(
        """
        \b(?:note|message|reminder|attention|hint|memo|order)\ (?:to|for)\ (?:\w+\ ){0,2}(?:ai|bots?|llms?|models?|assistants?|reply\ (?:tools?|bots?)|language\ models?|agents?|automation|automated\ \w+)\b
        | \bdear\ (?:ai|llm|language\ model|bot|assistant|model|chatbot|machine)\b | \bfor\ (?:ai\ )?(?:reply|answer)(?:ing)?\ (?:tools?|bots?)\b
        | \b(?:anyone|anything|everyone|any\ (?:ai|bot|tool|model|llm)|all\ (?:ais?|bots?|tools?|models?|llms?)|every\ (?:ai|bot|automated\ \w+|tool|model|assistant))\ (?:generating|drafting|writing|reading|answering|replying|that\ (?:reads|writes|answers|replies)|must|has\ to|should)\b
        | \bif\ you\ are\ an?\ (?:ai|llm|bot|language\ model|assistant)\b | \b(?:every|each|all|your|any)\ (?:automated\ )?(?:repl(?:y|ies)|answers?|responses?|drafts?|comments?)\ (?:has\ to|have\ to|must|should|shall|needs?\ to|will)\b
        | \b(?:in|into|to|of)\ (?:all\ |each\ |every\ )?(?:of\ )?your\ (?:repl(?:y|ies)|answers?|response|draft|comment)\b | \bwhen\ you\ (?:answer|reply|respond)\b | \byou\ must\b[^.\n]{0,40}\b(?:label|score|rate|reply|answer|say|include|mention|write)\b
        | \bautomated\ (?:account|reply|replies)\b | \b(?:ai|llm)\ reply\b | \bscoring\ model\b | \b(?:rate|score|label|mark)\ this\ (?:post|tweet|author)\b
        | (?:^|[.!?\n]\s*)(?:all\ |every\ )?(?:repl(?:y|ies)|answers|responses|drafts)\ (?:mention|include|contain|carry|name|end\ with|close\ with|start\ with|begin\ with)\b
        | \bif\ (?:a|an|any|some)\ (?:machine|bot|ai|llm|model|language\ model|assistant)\ (?:answers|replies|reads|writes|responds|drafts)\b
        | (?<!\w)(?:hinweis|nachricht|bitte|aufgabe|anweisung)\ (?:an|für)\ (?:\w+\ ){0,2}(?:ki\b|kis\b|bots?\b|modelle?\b|sprachmodell|assistent) | (?<!\w)(?:sprachmodelle?|ki-?(?:modelle?|bots?|assistenten))\s?[:,] | (?<!\w)(?:eure|deine|jede)\ antwort(?:en)?\ (?:lautet|lauten|muss|soll|hat|enthält) | (?<!\w)(?:falls|wenn|solltest)\ du\ eine?\ (?:ki|bot|sprachmodell|assistent)
        | (?<!\w)si\ eres\ una?\ (?:modelo|ia|bot|asistente) | (?<!\w)(?:tu|su|vuestra)\ respuesta\ (?:debe|tiene\ que|deberá|ha\ de) | (?<!\w)(?:modelos?\ de\ (?:lenguaje|ia|linguagem)|asistentes?\ de\ ia)\s?[:,]
        | (?<!\w)(?:assistants?|ias?|modèles?(?:\ de\ langage)?|robots?)\ :\s | (?<!\w)si\ (?:tu\ es|vous\ êtes)\ une?\ (?:ia|robot|modèle|assistant) | (?<!\w)(?:ta|votre)\ réponse\ (?:doit|devra)
        | (?<!\w)se\ você\ é\ uma?\ (?:ia|modelo|bot|assistente) | (?<!\w)(?:sua|tua)\ resposta\ (?:deve|tem\ que) | (?<!\w)se\ sei\ un['a]?\ ?(?:ia|modello|bot|assistente) | (?<!\w)la\ tua\ risposta\ deve | (?<!\w)modelli\ (?:linguistici|di\ ia)\s?[:,]
        | (?:ai|ボット|モデル|アシスタント)(?:の方|さん|へ|は|なら|に)[^。\n]{0,40}(?:ください|下さい|なさい|すること)
        | (?:読んだ|見た|読む)(?:ai|bot|ボット|モデル) | (?<!\w)(?:an\ alle\ (?:ki|bots?|modelle)|hinweis\ (?:an|für)\ (?:ki|bots?|antwort\w*)) | (?<!\w),?\ asistente[.,] | les\ modeles\ obéissent | (?:modeles|modèles)\ (?:obéissent|doivent) | (?:nota|aviso)\ para\ (?:ia|bots?|la\ ia|a\ ia|o\ modelo)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed { get; }

    [GeneratedRegex(
        """
        (?:^|[.!?:\n)]\s*|\b(?:and|just|then|instead|please|to)\s)(?:reply|answer|respond)\ (?:with|only|exactly|just|in\ (?:french|german|spanish|portuguese|japanese|english|italian|chinese|one\ word)|using|as\ if)\b
        | \b(?:just|only|now|and|please|then)\ (?:say|print|output|return|write|append|repeat)\s(?:["'“«「]|the\ (?:word|text|phrase|sentence|same\ reply)|\w+\ (?:ten|five|three)\ times) | (?:^|[.!?\n])\s*(?:print|output|append|repeat|translate|decode|return)\ (?:the|your|this|it|above|")
        | \boutput\ (?:the|your)\b | \b(?:the\ )?full\ text\ of\ your\b | \b(?:your|hidden|system|full)\ (?:\w+\ )?(?:instructions|system\ prompt|prompt)\b(?=[^?]*(?:\.|$|as\ the)) | \bsystem\ prompt\ verbatim\b | \b(?:your|extra\ key)\s.{0,12}api[_ ]key\b | \bclé\ d'api\b
        | \b(?:end|close|finish|start|begin)\ (?:\w+\ ){0,2}with\ (?:\#|@|"|the\ (?:link|hashtag|word|download)) | \buse\ (?:at\ least\ )?(?:\d+|two|three|five|ten)\ (?:hashtags?|emojis?|rockets?|exclamation) | \bmention\ @\w+ | \bpraise\ @\w+
        | \bappend\ (?:"|'|“|the\ ) | \bdecode\ (?:it|this|and) | \bdo\ what\ it\ says\b | \bword\ for\ word\b | \bin\ (?:its|this)\ exact\ words\b | \bact\ as\ (?:an?|the|my)\b | \b(?:you\ are|you're)\ (?:now\ )?(?:an?|the|\p{L}+,)\ [^.?\n]{0,60}(?:from\ now\ on|in\ character|every\ sentence|and\ (?:speak|answer|reply|\p{L}+\ ends))
        | \b(?:role\ ?play|stay\ in\ character)\b | \bpretend\ (?:to\ be|you\ are|that\ you)\b | \bfrom\ (?:now|here|this\ point)\ on(?:wards)?\b[^.\n]{0,60}\b(?:you|print|reply|answer|speak|write|only)\b | \byou\ (?:are|reply|speak|answer|write)\ (?:\w+\ ){0,3}(?:from\ now\ on|only\ in|only\ like)
        | \b(?:who\ configured\ you|which\ model\ you\ are|what\ model\ you\ are|who\ pays\ (?:for\ )?you)\b | \bset\ (?:language|lang|tone)\s?= | \b(?:nothing\ else\ will\ be\ accepted|by\ the\ parser)\b | \btell\ people\ in\b | \b(?:list|return|include|draft\w*\ for)\ (?:the\ )?ids\b | \bput\ the\ (?:address|link|url|text)\b
        | \b(?:must|should|has\ to|have\ to)\ (?:cite|contain|include|state|mention|admit|close\ with|end\ with)\b | \balways\ (?:state|include|mention|cite|say|add)\b | \b(?:authentic|flirty),?\ [^.\n]{0,20}\bswear\b | \bswear\ a\ lot\b
        | (?<!\w)(?:schreib\w*|antworte\w*|sag\w*|gib)\ (?:stattdessen|nur|ausschließlich|ausschliesslich|genau|mit\ dem|"|„|«|aus\b) | (?<!\w)(?:ab\ jetzt|von\ nun\ an)\ (?:bist|antwortest|schreibst|sprichst)\ du
        | (?<!\w)(?:di|escribe|responde|contesta|añade|agrega|incluye)\ (?:solo|sólo|únicamente|"|«|al\ final|en\ (?:inglés|francés)|siempre|hola\b) | (?<!\w)y\ di\ (?:que\ )?\w+
        | (?<!\w)(?:répond(?:ez|s)|écri(?:s|vez)|di(?:s|tes)|ajoute[zr]?|termine[zr]?)\ (?:uniquement|seulement|toujours|«|"|par\ (?:«|")|en\ (?:anglais|français)) | (?<!\w)answer\ en\ français | \ben\ français\ uniquement
        | (?<!\w)(?:responda|escreva|diga|inclua|adicione)\ (?:só|somente|apenas|sempre|"|«|no\ final|em\ inglês)
        | (?:とだけ|と必ず|必ず|のみ)[^。]{0,20}(?:答え|書い|返信し|出力し)て?(?:ください|下さい|なさい) | 「[^」]+」と(?:書い|答え|返信し|言っ)て | (?:请|必须)(?:只)?(?:回答|回复|输出)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Demands { get; }

    [GeneratedRegex(
        """
        \b(?:you\ are|you're)\ (?:now\ )?(?:an?|the)\ \w+[^.\n]{0,30}\bfrom\ now\ on | \b(?:speak|write|talk|answer|reply)\ (?:only\ )?like\ (?:an?|one) | \bin\ the\ (?:voice|style|tone)\ of | \btone\s?=\s?\w+ | \bstay\ in\ character | \brole\ ?play | \bswear\ a\ lot
        | \b(?:liebesbrief|love\ letter|poem|haiku|song) | \bpretend\ (?:to\ be|you\ are)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Persona { get; }

    [GeneratedRegex(@"(?<=[.!?。！？](?:[)""'”»\]]*)\s)|(?<=[。！？])|\n+|(?<=-->)|(?=\((?:note|assistant|n\.b)\b)|(?<=/[^/]{1,12}\}\})", RegexOptions.IgnoreCase)]
    private static partial Regex Sentences { get; }

    [GeneratedRegex("\"[^\"]{3,}\"|“[^”]{3,}”|„[^“”]{3,}[“”]|«[^»]{3,}»|「[^」]{2,}」|(?<=[\\s:(])['‘][^'’\n]{6,}['’](?!\\p{L})")]
    private static partial Regex Quoted { get; }

    /// <summary>What can hardly stand in a draft by chance: quoted text, capitals and names within a sentence, numbers of three digits.</summary>
    [GeneratedRegex("""(?<=[\p{Ll},:]\s)\p{Lu}[\p{L}\p{N}]{3,}|\b\p{Lu}\p{Ll}+\p{Lu}\w*|\b\p{Lu}{4,}\b|\b[0-9][0-9.,]{2,}\b""")]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])")]
    private static partial Regex Base64 { get; }
}
