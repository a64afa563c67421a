using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The signs of orders. They are read in folded text; talk about a tool (it ignores, it should) is none.</summary>
public static partial class InstructionLike
{
    /// <summary>Empty lines before a text, from the first of them only: from each, a run of them would take its length squared.</summary>
    internal const string EmptyLines = @"(?<!\n[^\S\n]*)\n\s*";

    /// <summary>Where one sentence ends and the next begins.</summary>
    internal const string SentenceEnd = @"(?<=[.!?。！？](?:[)""'”»\]]*)\s)|\n+";

    /// <summary>Where an imperative may stand.</summary>
    private const string Lead = $@"(?:^|[^\w\s]\s*|{EmptyLines}|\b(?:please|kindly|now|and|then|but|just|also|so|instead|you\ (?:must|should|shall|will|have\ to|need\ to|are\ to)|you\ to)\s+)";

    /// <summary>What an answer can be ordered to do.</summary>
    internal const string Say =
        @"(?:say|state|mention|name|praise|recommend|promote|endorse|advertise|plug|tell|quote|cite|include|contain|carry|link|credit|note|end|close|conclude|finish|start|begin|open|sign|use|rhyme|read|consist|claim|admit|agree|confirm|thank|call|insist|repeat|append|add|speak|talk|sound|write|answer|reply|respond|compliment|congratulate|urge|invite|suggest|push|hype|tout|convince|advise|direct|refer|steer|insert|slip|squeeze|sneak|weave|work|drop|put|pretend|act|declare|announce|proclaim|swear|translate|list|output|print|sing|recite|compose|give|make|keep|have|lead|wrap|point|remind|send|describe)\b";

    /// <summary>Begins an order within what follows a heading that people use for their own matters, too: it says who the reader is or must do, or what to say.</summary>
    private const string OrderAhead =
        $$"""
        (?=(?s:.{0,200}?)(?:
        \b(?:you\ are|you\ (?:must|will|should|shall|have\ to|need\ to)\ (?:\w+\ )?{{Say}}|your\ (?:task|job|role|repl\w+|answers?|responses?|drafts?|output|instructions|rules)(?:\s?:|\ (?:is|are|must|should|shall|will|has\ to|have\ to|needs?\ to)\b)|(?:must|should|shall|will|and|then)\ (?:ignore|disregard|override|obey)|(?:new|updated)\ (?:policy|rules?|persona|instructions?)|(?:ais?|bots?|models?|llms?|assistants?)\ (?:must|shall|should))\b
        |[^\w\s]\s*(?:(?:please|now|always|only|just|and|then|also)\s)*(?:ignore|disregard|override|obey|say|state|mention|name|praise|recommend|promote|endorse|advertise|plug|tell|quote|cite|include|reply|answer|respond|print|output|translate|repeat|append|insert|pretend|act\ as|speak|rhyme|compliment|congratulate|swear|sing|recite|compose|reveal|end\ (?:with|by|each|every|all)|sign\ off|write\ (?:only|nothing|exactly|in|an?\ \w*\ ?(?:poem|haiku|song|reply|rhyme|love)))\b
        |(?<!\w)(?:antworte|schreib|sage?|erwähn|empfiehl|lob|responde|contesta|escribe|menciona|recomienda|répond|écri|mentionne|recommande|responda|diga|mencione|recomende)\w*\b|\b(?:du\ bist|eres|tu\ es|vous\ êtes|você\ é)\b|ください|なさい|请
        ))
        """;

    /// <summary>Double braces, unless they hold one name (what mail programs fill in) or open a loop or a condition.</summary>
    private const string Placeholder = @"\{\{[#/~\s]*(?:(?:system|assistant|instructions?)\b|(?!(?:(?:each|if|unless|with|for)\s)?[\w.-]+(?:\s[\w.-]+)?\s*\}\})\w)";

    /// <summary>The author's part in a made-up dialogue.</summary>
    private const string Me = @"me\s?:\s";

    private static Pattern Overrides { get; } = new(
        $$"""
        {{Lead}}(?:ignore|by\ ignoring|disregard|forget|override|bypass|drop|skip|violate)\b[^.\n]{0,40}?\b(?:instructions?|rules?|prompts?|brief|persona|(?:length\ |word\ )?limits?|guidelines?|constraints?|(?:all|everything)\ (?:earlier|previous|above|before)|(?:the|everything|all)\ above|training|json)\b
        | (?<!\w)(?:ignorier\w*|vergiss|vergesst|missachte\w*)\b[^.\n]{0,40}?\b(?:anweisung\w*|regeln?|vorgaben?|alles(?!,?\ was\ (?:du|ihr|sie|man)\b)|vorher\w*|bisherig\w*)
        | (?<!\w)(?:ignora|olvida|omite|desobedece)\b[^.\n]{0,40}?\b(?:instrucciones|reglas|indicaciones|todo(?!\ lo\ que\ \w+)|anterior\w*)
        | (?<!\w)(?:ignore[zr]?|oublie[zr]?)\b[^.\n]{0,40}?\b(?:instructions|consignes|regles|règles|précédent\w*|tout(?!\ ce\ que?\ (?:tu|vous|l'on|on)\b))
        | (?<!\w)(?:ignore|esqueça|esquece|desconsidere)\b[^.\n]{0,40}?\b(?:instruções|regras|anteriores|tudo(?!\ (?:o\ )?que\ (?:te|lhe|você|vc|sabe|aprendeu)\b))
        | (?:これまで|以前|上記|以上|すべて|全て|全部|元|あなた|君|システム)の?[^。]{0,4}(?:指示|命令|ルール|プロンプト|設定)[^。]{0,8}(?:無視|忘れ|従わ) | (?:指示|命令|ルール|プロンプト|設定)(?:は|を|など)?(?:全て|すべて|全部)?(?:無視し|忘れ)(?:て(?:ください|下さい|、|。|$)|ろ(?:[。!]|$)|なさい)
        | (?:忽略|无视|無視)[^。，]{0,8}(?:之前|以上|上面|上述|所有|先前|前面|你的|一切|任何)[^。，]{0,8}(?:指令|指示|规则|提示|要求) | (?:忽略|无视)(?:指令|指示|提示词?)(?!的) | (?:игнорируй|забудь)\w*\s[^.\n]{0,30}(?:инструкц\w*|(?:предыдущ|прежн|сво)\w*\sправил\w*)
        | \bstop\ (?:everything|drafting|replying)\b | \b(?:(?:new\ (?:instructions?|task|rules?\ for|system\ prompt)|developer\ mode|jailbreak|policy\ update)\b{{OrderAhead}}|you\ are\ (?:now\ )?in\ developer\ mode\b) | \brules\ are\ ?:
        | \byou\ are\ (?:now\ )?\p{L}+(?:bot|gpt)\b | \byou\ are\ now\ (?:an?\ |the\ )?\p{L}*\ ?(?:bot|gpt|agent|assistant|model)\b
        """);

    private static Pattern Roles { get; } = new(
        $$"""
        <\|\s?\w+\s?\|> | <\|im_ | \[/?inst\] | </?(?:system|instructions?|tweet|prompt|post|assistant)> | <!--(?!\s*\w*\s*-->) | {{Placeholder}} | \[\[\s?\w+_?note | ["']role["']\s*:
        | (?:^\s*|[.!?]\s+|{{EmptyLines}})(?:\#+\s*)?(?:(?:system|developer|admin){{OrderAhead}}|assistant(?!\s?:[^\n]{0,200}\b{{Me}})(?<!\b{{Me}}[^\n]{0,200}assistant)|scoring\ model|(?:tool\ result|function\ result)[^:\n]{0,30}|reviewer\ bot|moderator\ note)\s?:\s
        | \bend\ of\ (?:tweets?|posts?|prompt|instructions|input|document|context)\b | (?:^\s*|{{EmptyLines}})\#+\s*(?:original\ tweet|output\ format|requirements|instructions?|new\ task|task|system|response\ format|(?:new\ )?(?:rules?|policy|policies|guidelines?))\b
        | ["'](?:add_value|ask_question|mirror_reframe|required_text|api_key|content|instructions?|prompt|system_prompt|system|task)["']\s*: | "\}\]
        """);

    private static Pattern Addressed { get; } = new(
        $$"""
        \b(?:note|message|reminder|attention|hint|memo|order)\ (?:to|for)\ (?:\w+\ ){0,2}(?:ai|bots?|llms?|models?|assistants?|reply\ (?:tools?|bots?)|language\ models?|agents?|automation|automated\ \w+)\b
        | \bdear\ (?:ai|llm|language\ model|bot|assistant|model|chatbot|machine)\b | \bfor\ (?:ai\ )?(?:reply|answer)(?:ing)?\ (?:tools?|bots?)\b
        | \b(?:anyone|anything|everyone|any\ (?:ai|bot|tool|model|llm)|all\ (?:ais?|bots?|tools?|models?|llms?)|every\ (?:ai|bot|automated\ \w+|tool|model|assistant))\ (?:(?:generating|drafting|writing|reading|answering|replying)\ (?:to\ |on\ )?(?:this|these|here|below|repl|an?\ (?:reply|answer|response))|that\ (?:reads|writes|answers|replies)|(?:must|has\ to|should)\ (?:{{Say}}))
        | \bif\ you\ are\ an?\ (?:ai|llm|bot|language\ model|assistant)\b | \b(?:every|each|all|your|any)\ (?:automated\ )?(?:repl(?:y|ies)|answers?|responses?|drafts?|comments?)\ (?:has\ to|have\ to|must|should|shall|needs?\ to|will)\ (?:also\ |always\ |only\ )?(?:{{Say}}|be\ (?:in|an?|only|exactly|written|signed|phrased|at\ (?:least|most)|under)\b)
        | {{Lead}}(?:put|place|include|add|write|work|use|quote|name|mention|say|tell)\b[^.?!\n]{1,60}?\b(?:in|into|to)\ your\ (?:reply|answer|response|draft|comment)\b
        | \b(?:in|into|to|of)\ (?:all\ |each\ |every\ )?(?:of\ )?your\ (?:repl(?:y|ies)|answers?|response|draft|comment)\b | \bwhen\ you\ (?:answer|reply|respond)\b | \byou\ must\b[^.\n]{0,40}\b(?:label|score|rate|reply|answer|say|include|mention|write)\b
        | \bautomated\ (?:account|reply|replies)\b | \b(?:ai|llm)\ reply\b | \bscoring\ model\b | \b(?:rate|score|label|mark)\ this\ (?:post|tweet|author)\b
        | (?:^|[.!?]\s*|{{EmptyLines}})(?:all\ |every\ )?(?:repl(?:y|ies)|answers|responses|drafts)\ (?:mention|include|contain|carry|name|end\ with|close\ with|start\ with|begin\ with)\b
        | \bif\ (?:a|an|any|some)\ (?:machine|bot|ai|llm|model|language\ model|assistant)\ (?:answers|replies|reads|writes|responds|drafts)\b
        | (?<!\w)(?:hinweis|nachricht|bitte|aufgabe|anweisung)\ (?:an|für)\ (?:\w+\ ){0,2}(?:ki\b|kis\b|bots?\b|modelle?\b|sprachmodell|assistent) | (?<!\w)(?:sprachmodelle?|ki-?(?:modelle?|bots?|assistenten))\s?[:,] | (?<!\w)(?:eure|deine|jede)\ antwort(?:en)?\ (?:lautet|lauten|muss|soll|hat|enthält) | (?<!\w)(?:falls|wenn)\ du\ eine?\ (?:ki|bot|sprachmodell|assistent)\w*\ bist | (?<!\w)solltest\ du\ eine?\ (?:ki|bot|sprachmodell|assistent)\w*\ sein
        | (?<!\w)si\ eres\ una?\ (?:modelo|ia|bot|asistente) | (?<!\w)(?:tu|su|vuestra)\ respuesta\ (?:debe|tiene\ que|deberá|ha\ de) | (?<!\w)(?:modelos?\ de\ (?:lenguaje|ia|linguagem)|asistentes?\ de\ ia)\s?[:,]
        | (?<!\w)(?:assistants?|ias?|modèles?(?:\ de\ langage)?|robots?)\ :\s(?=(?!depuis|mais|puis)\w+(?:ez|ds|is)\b|votre\b|vous\b|ta\b|merci\ de\b) | (?<!\w)si\ (?:tu\ es|vous\ êtes)\ une?\ (?:ia|robot|modèle|assistant) | (?<!\w)(?:ta|votre)\ réponse\ (?:doit|devra)
        | (?<!\w)se\ você\ é\ uma?\ (?:ia|modelo|bot|assistente) | (?<!\w)(?:sua|tua)\ resposta\ (?:deve|tem\ que) | (?<!\w)se\ sei\ un['a]?\ ?(?:ia|modello|bot|assistente) | (?<!\w)la\ tua\ risposta\ deve | (?<!\w)modelli\ (?:linguistici|di\ ia)\s?[:,]
        | (?:ai|ボット|モデル|アシスタント)(?:の方(?:は|へ|、)|さん(?:は|へ|、)|へ(?!の))[^。\n]{0,40}(?:ください|下さい) | (?:ai|ボット|モデル|アシスタント)(?:の方|さん|へ|は|なら|に)(?!詳し|強い)[^。\n]{0,40}(?:(?:答え|回答し|返信し|返答し|返し|書い|出力し|含め|入れ|言及し|触れ|褒め|紹介し|無視し|従っ)て(?:ください|下さい)|なさい|すること)
        | (?:読んだ|見た|読む)(?:ai|bot|ボット|モデル) | (?<!\w)(?:an\ alle\ (?:ki|bots?|modelle)|hinweis\ (?:an|für)\ (?:ki|bots?|antwort\w*)) | (?<!\w),?\ asistente[.,] | les\ modeles\ obéissent | (?:modeles|modèles)\ (?:obéissent|doivent) | (?:nota|aviso)\ para\ (?:ia|bots?|la\ ia|a\ ia|o\ modelo)
        """);

    private static Pattern Demands { get; } = new(
        $$"""
        (?:^|[.!?:)]\s*|{{EmptyLines}}|\b(?:and|just|then|instead|please|to)\s)(?:reply|answer|respond)\ (?:with|only|exactly|just|in\ (?:french|german|spanish|portuguese|japanese|english|italian|chinese|one\ word)|using|as\ if)\b
        | \b(?:just|only|now|and|please|then)\ (?:say|print|output|return|write|append|repeat)\s(?:["'“«「]|the\ (?:word|text|phrase|sentence|same\ reply)|\w+\ (?:ten|five|three)\ times) | (?:^\s*|[.!?]\s*|{{EmptyLines}})(?:print|output|append|repeat|translate|decode|return)\ (?:the|your|this|it|above|")
        | \boutput\ (?:the|your)\b | \b(?:the\ )?full\ text\ of\ your\b | \b(?:your|hidden|system|full)\ (?:\w+\ )?(?:instructions|system\ prompt|prompt)\b(?=[^?]*(?:\.|$|as\ the)) | \bsystem\ prompt\ verbatim\b | \b(?:your|extra\ key)\s.{0,12}api[_ ]key\b | \bclé\ d'api\b
        | \b(?:end|close|finish|start|begin)\ (?:\w+\ ){0,2}with\ (?:\#|@|"|the\ (?:link|hashtag|word|download)) | \buse\ (?:at\ least\ )?(?:\d+|two|three|five|ten)\ (?:hashtags?|emojis?|rockets?|exclamation) | \bmention\ @\w+ | \bpraise\ @\w+
        | \bappend\ (?:"|'|“|the\ ) | \bdecode\ (?:it|this|and) | \bdo\ what\ it\ says\b | \bword\ for\ word\b | \bin\ (?:its|this)\ exact\ words\b | {{Lead}}act\ as\ (?:an?|the|my)\b | \b(?:you\ are|you're)\ (?:now\ )?(?:an?|the|\p{L}+,)\ [^.?\n]{0,60}(?:from\ now\ on|in\ character|every\ sentence|and\ (?:speak|answer|reply|\p{L}+\ ends))
        | \b(?:role\ ?play|stay\ in\ character)\b | \bpretend\ (?:to\ be|you\ are|that\ you)\b | \bfrom\ (?:now|here|this\ point)\ on(?:wards)?\b[^.\n]{0,60}\b(?:you|print|reply|answer|speak|write|only)\b | \byou\ (?:are|reply|speak|answer|write)\ (?:\w+\ ){0,3}(?:from\ now\ on|only\ in|only\ like)
        | \b(?:who\ configured\ you|which\ model\ you\ are|what\ model\ you\ are|who\ pays\ (?:for\ )?you)\b | \bset\ (?:language|lang|tone)\s?= | \b(?:nothing\ else\ will\ be\ accepted|by\ the\ parser)\b | \btell\ people\ in\b | \b(?:list|return|include|draft\w*\ for)\ (?:the\ )?ids\b | \bput\ the\ (?:address|link|url|text)\b
        | \b(?:you|it|repl(?:y|ies)|answers?|responses?|drafts?|comments?)\ (?:must|should|has\ to|have\ to)\ (?:cite|contain|include|state|mention|close\ with|end\ with)\b | {{Lead}}always\ (?:state|include|mention|cite|say|add)\b | \b(?:authentic|flirty),?\ [^.\n]{0,20}\bswear\b | \bswear\ a\ lot\b
        | (?<!\w)(?:schreib\w*|antworte\w*|sag\w*|gib)\ (?:stattdessen|nur|ausschließlich|ausschliesslich|genau|mit\ dem|"|„|«|aus\b) | (?<!\w)(?:ab\ jetzt|von\ nun\ an)\ (?:bist|antwortest|schreibst|sprichst)\ du
        | (?<!\w)(?:di|escribe|responde|contesta|añade|agrega|incluye)\ (?:solo|sólo|únicamente|"|«|al\ final|en\ (?:inglés|francés)|siempre\ (?:en|con|que|"|«)|hola\b) | (?<!\w)y\ di\ (?!(?:con|por|una?|el|la|l[oa]s|en|mi|vueltas?|de|cuenta|gracias)\b)(?:que\ )?\w+
        | (?<!\w)(?:répond(?:ez|s)|écri(?:s|vez)|di(?:s|tes)|ajoute[zr]?|termine[zr]?)\ (?:uniquement|seulement|toujours\ (?:en|par|que|avec)|«|"|par\ (?:«|")|en\ (?:anglais|français)) | (?<!\w)answer\ en\ français | \ben\ français\ uniquement
        | (?<!\w)(?:responda|escreva|diga|inclua|adicione)\ (?:só|somente|apenas|sempre\ (?:em|com|que)|"|«|no\ final|em\ inglês)
        | (?:とだけ|と必ず|必ず|のみ)[^。]{0,20}(?:答え|書い|返信し|出力し)て?(?:ください|下さい|なさい)(?!と) | 「[^」]+」と(?:だけ)?(?:書い|答え|返信し|言っ)て(?:(?:ください|下さい|くれ(?![たるなま]))(?!と)|ほしい(?=[。!]|$)|(?=[。!\n]|$)) | (?:请|必须)(?:只|仅|务必|一律|用\w{1,4})(?:用\w{1,4})?(?:回答|回复|输出) | (?:请|必须)输出 | 请(?:回答|回复)\s?["“「:]
        """);

    [GeneratedRegex(
        """
        \b(?:you\ are|you're)\ (?:now\ )?(?:an?|the)\ \w+[^.\n]{0,30}\bfrom\ now\ on | \b(?:speak|write|talk|answer|reply)\ (?:only\ )?like\ (?:an?|one) | \bin\ the\ (?:voice|style|tone)\ of | \btone\s?=\s?\w+ | \bstay\ in\ character | \brole\ ?play | \bswear\ a\ lot
        | \b(?:liebesbrief|love\ letter|poem|haiku|song) | \bpretend\ (?:to\ be|you\ are)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Persona { get; }

    // Patterns for orders that name no machine were tried: a hundred lines of them found 2 of 30 unseen ones more than PossibleOrder does.
    private static readonly PatternSet Orders = new(Overrides, Roles, Addressed, Demands);
    private static readonly PatternSet ToMachines = new(Overrides, Roles, Addressed);
}
