using System.Text.RegularExpressions;

namespace ViralTracker.Core.Quality;

/// <summary>Orders that name no machine: an imperative that meets the reply, its writer or a manner to speak in.</summary>
public static partial class InstructionLike
{
    private const string Replies = @"(?:repl(?:y|ies)|answers?|responses?|comments?|drafts?)";

    /// <summary>The one reply this post gets; 'the comments' and 'the replies' are where people talk.</summary>
    private const string TheReply =
        @"(?:(?:your|any|each|every|all)\ (?:\w+\ )?(?:repl(?:y|ies)|answers?|responses?|comments?|drafts?)\b|(?:the|a|an)\ (?:\w+\ )?(?:reply|answer|response|comment|draft)\b(?!\ (?:section|box|thread|field)))";

    private const string Must = @"(?:must|should|shall|ought\ to|needs?\ to|has\ to|have\ to|(?:is|are)\ (?:to|asked\ to|required\ to|expected\ to|supposed\ to|told\ to)|may\ only|can\ only|had\ better|better|please|kindly)";
    private const string Writes = @"(?:drafts?|drafting|writes?|writing|composes?|composing|generates?|generating|repl(?:y|ies)|replying|answers?|answering|responds?|responding|comments?|commenting)";

    [GeneratedRegex(
        $$"""
        \b(?:whoever|who\ ever|whomever|anyone\ who|anybody\ who|everyone\ who|those\ who|the\ one\ who|all\ who|if\ you(?:'re|\ are)?|when\ you(?:'re|\ are)?)\ (?:\w+\ ){0,3}?{{Writes}}\b[^.?!\n]{0,60}?(?:[:;,–—-]\s*|\b{{Must}}\s+)(?:please\ |kindly\ |also\ |then\ )?{{Say}}(?=\s)
        | (?:^|[^\w\s]\s*|\n\s*|\b(?:the|every|each|all|any|these|good|proper|ai|generated|suggested|and)\s){{Replies}}\ (?:(?:to|on|for|under|about)\ \w+\ (?:\w+\ )?|here\ |below\ )?{{Must}}\ (?:\w+ly\ |also\ |always\ |only\ )?{{Say}}
        | \b(?:end|close|conclude|finish|start|begin|open|preface|wrap\ up|sign\ off|sign|fill|season|pepper|phrase|word|format|frame|round\ off|top\ off|write|give|craft|compose|turn|limit|spice\ up)\ (?:your|the|this|that|any|each|every|all)\ (?:\w+\ ){0,2}?{{Replies}}\ (?:\w+\ )?(?:by|with|as|in|like|into|around|so|from|to)\b
        | {{Lead}}(?:recommend|promote|praise|endorse|advertise|plug|mention|name|say|tell|state|credit|cite|include|add|work|slip|squeeze|sneak|weave|drop|insert|use|quote|call|claim|hype|tout|thank|compliment|put|bring\ up|talk\ up|point|steer|refer|send|declare|admit|promise)\b[^.?!\n]{1,80}?\b(?:in|into|inside|within|to|of|with|throughout|for)\ {{TheReply}}
        | {{Lead}}(?:recommend|promote|praise|endorse|advertise|plug|mention|name|say|tell|state|credit|cite|include|add|use|quote|call|claim|hype|tout|thank|compliment|bring\ up|talk\ up)\b[^.?!\n]{1,80}?\b(?:when|while|as)\ (?:you\ )?{{Writes}}\b
        | \b(?:llms?|ais?|bots?|gpts?|chatbots?|language\ models?|models|assistants?|machines?|robots?|reply\ (?:tools?|bots?|generators?|writers?)|auto-?repl(?:y|ies|iers?))(?:\ (?:readers?|writers?|users?|systems?|tools?|models?|assistants?|agents?|bots?|drafting\ this|reading\ this|out\ there|here)){0,2}\s*[:;,–—-]+\s*(?:please\ |kindly\ |do\ |now\ |you\ (?:must|will|should)\ )?(?:{{Say}}|answer|reply|respond)
        | {{Lead}}(?:speak|talk|write|reply|answer|respond|comment|behave|act|sound|text|type|sing|phrase\ (?:it|everything))\ (?:\w+ly\ |only\ |back\ |to\ (?:me|us)\ |this\ |it\ |everything\ |here\ )?(?:as|like|in\ the\ (?:voice|style|tone|manner|role|persona)\ of)\ (?:if|though|an?|the|my|our|you)\b
        | {{Lead}}(?:forget|ignore|skip|disregard|drop|never\ mind|leave\ aside|set\ aside|stop\ reading|put\ aside)\ (?:about\ )?(?:the|this|that|my|everything|all|what)\b[^.?!\n]{0,50}?(?:[,;:.–—-]|\ and|\ then|\ but)\s*(?:and\ |then\ |instead\ |please\ |just\ )*(?:write|give|tell|say|compose|recite|sing|produce|list|reply|answer|respond|print|output|draft|recommend|praise|promote|describe|speak|talk|rhyme|act)\b
        | {{Lead}}(?:write|compose|recite|sing|give\ (?:me|us|them)|produce|draft|make\ it)\ (?:me\ |us\ )?(?:an?|one|your)\ (?:\w+\ ){0,2}(?:haiku|poem|limerick|sonnet|rap|ballad|ode|love\ letter|rhyme|verse|acrostic|recipe|song|sermon)\b
        | \bsign\ off\ (?:as|with|by)\b | \b(?:end|close|conclude|finish|start|begin|open|wrap\ up|lead)\b[^.?!\n]{0,40}?\bby\ (?:naming|saying|praising|recommending|telling|mentioning|promoting|endorsing|thanking|plugging|admitting|stating|calling|advertising|declaring|urging|inviting)\b
        | \b(?:make\ sure|be\ sure|ensure|remember|don't\ forget|do\ not\ forget|take\ care)\ (?:to|that|you)\b[^.?!\n]{0,40}?(?:\b(?:promote|praise|endorse|plug|advertise)\b|{{TheReply}})
        | \byou\ (?:must|have\ to|are\ to|are\ required\ to|shall|will)\ (?:now\ |also\ |always\ )?(?:recommend|promote|praise|endorse|advertise|plug|name|rhyme)\b | \bthe\ only\ (?:acceptable|allowed|permitted|valid)\ (?:reply|response|answer|comment)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Wishes { get; }

    [GeneratedRegex(
        $$"""
        \byour\ (?:\w+\ )?{{Replies}}\ (?:is|are|needs?|requires?|contains?|includes?|ends?|starts?|begins?|opens?|closes?|mentions?|names?|recommends?|promotes?|praises?|says?)\b
        | (?:^|[^\w\s]\s*|\b(?:any|every|each|all)\s){{Replies}}\ (?:(?:to|on)\ this\ (?:\w+\ )?|here\ )?(?:needs?|requires?|contains?|includes?|ends?|starts?|begins?|opens?|closes?|mentions?|names?|recommends?|promotes?|praises?)\ (?:a|an|the|with|by|one|at)\b
        | \b(?:have|let|make|get)\ (?:your|the|any|every|each)\ {{Replies}}\ (?:{{Say}}|sound|be|read)
        | \byour\ (?:new\ |real\ |only\ |next\ )?(?:task|job|mission|goal|role|assignment|duty|order)s?\ (?:is|are)\ (?:now\ )?to\ (?:recommend|promote|praise|endorse|advertise|plug|mention|name|say|tell|answer|reply|respond|write|convince|draft)\b
        | (?:^|\n|[.!?]\s)\s*(?:instructions?|directive|command)\s?:\s
        | {{Lead}}(?:reply|answer|respond|write|comment|speak)\ (?:only\ |back\ |to\ this\ |here\ )?in\ (?:all\ caps|caps|uppercase|lowercase|rhymes?|verse|emojis?|morse|one\ word|haikus?|json|latin|klingon|pig\ latin|\w+ish|\w+ese|\w+ian|french|german)\b
        | {{Lead}}(?:use|include|insert|add|mention|work\ in|slip\ in|sneak\ in|drop\ in|repeat)\ (?:the|this|our|my)\ (?:\w+\ )?(?:words?|phrase|sentence|slogan|hashtag|brand|tagline)\b
        | {{Lead}}(?:say|state|claim|insist|declare|announce|write|mention)\ (?:that|how)\b | {{Lead}}tell\ (?:them|everyone|everybody|people|readers|the\ (?:reader|author|world|public)|your\ (?:followers|readers))\ (?:that|how|about|to|why)\b
        | {{Lead}}(?:recommend|promote|praise|endorse|advertise|plug|hype|tout)\ (?:\w+\ ){1,2}(?:to|as|over|instead|enthusiastically|warmly|only|exclusively|everywhere|loudly|first)\b
        | \b(?:whatever|whichever|whoever|the\ (?:person|one|account|machine|tool|thing|system|service|program|software|script|model))\ (?:(?:that|which|who|is|tool|model|software|bot|system)\ ){0,2}(?:drafts|writes|generates|composes|produces|drafting|writing|generating|composing|producing|preparing)\ (?:this|the|a|an|my|your|these|repl\w*|answers?|comments?|responses?)\b
        | \bdear\ (?:\w+\ )?(?:drafter|ghostwriter|reply\ \w+|automation|algorithm|software|tool|generator|writing\ \w+)\b
        | \b(?:when|if|while|before|after)\ (?:you\ (?:are\ )?)?(?:replying|responding|answering|commenting|drafting)\b[^.?!\n]{0,40}?,\s*(?:please\ )?{{Say}}
        | \b(?:reply|answer|respond|say|write|comment)\b[^.?!\n]{0,20}\bnothing\ (?:but|else|except)\b
        | {{Lead}}(?:end|close|finish|conclude|wrap\ up|sign\ off)\ (?:\w+\ ){0,2}with\ (?:a|an|some|our|my|praise|this|these|one)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex OtherWishes { get; }

    [GeneratedRegex(
        """
        (?<!\w)(?:antwortet|antworte|antworten\ sie|kommentiert|kommentiere|reagiert|reagiere)\ (?:(?:bitte|nur|immer|stets|hier|darauf|ausschliesslich|jetzt|nun)\ )*(?:mit|als|wie|auf\ (?:deutsch|englisch|französisch)|in\ (?:form|reimen|der\ rolle|versen))\b
        | (?<!\w)(?:empfiehl|empfehlt|empfehlen\ sie|erwähne?t?|erwähnen\ sie|nenne?t?|nennen\ sie|lobe?t?|bewirb|bewerbt|wirb|werbt|preise?t?|schreibt?|schreibe|sage?t?|fügt?|füge|baut?|baue|bringt?|bringe)\b[^.?!\n]{0,60}?\b(?:in|mit|zu|am\ ende|zum\ schluss|zu\ beginn|beim)\ (?:der|deine[rm]?|eure[rm]?|ihre[rm]?|jede[rm]?|allen|einer)\ (?:antwort|antworten|kommentar|entwurf)\b
        | (?<!\w)(?:beende|beendet|schliess|schliesse|schliesst|beginn|beginne|beginnt|eröffne|eröffnet)\ (?:bitte\ )?(?:die|deine|eure|ihre|jede|den|deinen|euren|ihren|jeden)\ (?:antwort|antworten|kommentar|entwurf)\b
        | (?<!\w)(?:antwort(?:en)?|kommentare?|entwürfe|entwurf)\ (?:hier\ |darauf\ |auf\ \w+\ (?:\w+\ )?)?(?:soll|sollen|sollten|sollte|müssen|muss|haben|hat)\b[^.?!\n]{0,50}?\b(?:nennen|erwähnen|enthalten|empfehlen|loben|enden|beginnen|werben|bewerben|lauten|schliessen|anpreisen|preisen)\b
        | (?<!\w)(?:wer|alle,?\ die|falls\ du|wenn\ du|wenn\ ihr)\ (?:\w+\ ){0,3}?(?:antwortet|antwortest|entwirft|entwirfst|schreibt|formuliert|kommentiert|verfasst|beantwortet|beantwortest)\b[^.?!\n]{0,30}?[:,]\s*(?:bitte|der|die|soll|möge|muss|empf\w+|nenn\w*|lob\w*|schreib\w*|sag\w*|erwähn\w*|ende\w*|schliess\w*|preis\w*)\b
        | (?:^|[^\w\s]\s*|\b(?:bitte|und|dann|jetzt)\s)(?:sprich|sprecht|rede|redet|schreib|schreibe|schreibt|antworte|antwortet|verhalte\ dich|tu|tut)\ (?:\w+\ )?(?:wie|als|so,?\ als)\ (?:ein|eine|einer|der|die|ob|wärst)\b
        | (?<!\w)in\ (?:deiner|eurer|ihrer|jeder)\ antwort\b | (?:^|[^\w\s]\s*|\b(?:bitte|und|dann)\s)(?:sag|sage|sagt|schreib|schreibe|schreibt|behaupte|behauptet),?\ dass\b
        | (?<!\w)(?:vergiss|vergesst|lass|lasst)\ (?:die|den|das|alles)\b[^.?!\n]{0,40}?\s(?:schreib|sag|nenn|empfiehl|empfehlt|dichte|antworte|erzähl|lob)\w*
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex GermanWishes { get; }

    [GeneratedRegex(
        """
        (?<!\w)(?:responde|responded|respondan|responda|contesta|contestad|contesten|comenta|comentad|termina|terminad|terminen|cierra|cierren|concluye|concluyan|acaba|acabad|empieza|empezad|finaliza|finalicen)\ (?:(?:por\ favor|siempre|solo|sólo|aquí)\ )*(?:(?:tu|su|vuestro|vuestra|la|el|cada)\ (?:respuesta|comentario)\ )?(?:con|como|recomendando|mencionando|diciendo|nombrando|elogiando|en\ (?:verso|rima|inglés|francés))\b
        | (?<!\w)(?:recomienda|recomienden|recomendad|menciona|mencionad|mencionen|promociona|promocionen|nombra|nombrad|nombren|elogia|elogien|alaba|alaben|incluye|incluid|incluyan|di|decid|digan|cita|citad|añade|añadid|agrega)\b[^.?!\n]{0,60}?\b(?:(?:en|al\ (?:final|principio)\ de)\ (?:tu|tus|su|sus|la|cada|vuestra|vuestras|toda)\ (?:respuestas?|comentarios?)|al\ (?:responder|contestar))\b
        | (?<!\w)(?:las?|tus?|sus?|todas?(?:\ las?)?|cualquier|cada|vuestras?)\ (?:respuestas?|comentarios?)\ (?:debe|deben|debería|deberían|tiene\ que|tienen\ que|ha\ de|han\ de)\b
        | (?<!\w)(?:quien|quienes|el\ que|los\ que|si)\ (?:\w+\ ){0,2}?(?:responda|respondan|conteste|contesten|escriba|redacte|redacten|comente|respondes|contestas)\b[^.?!\n]{0,40}?(?:[:,]\s*|\b(?:debe|deben|tiene\ que|que)\s)(?:por\ favor\ )?(?:recom|mencion|promo|nombr|elogi|alab|incluy|dig|di\ |cit|termin|acab|cierr|habl)\w*
        | (?<!\w)en\ (?:tu|su|vuestra|cada)\ respuesta\b | (?:^|[^\w\s]\s*|\by\s)(?:di|decid|digan|escribe|escribid|afirma|afirmad)\ que\b
        | (?<!\w)dans\ (?:ta|votre|chaque)\ réponse\b | (?:^|[^\w\s]\s*|\bet\s)(?:dis|dites|écris|écrivez|affirme|affirmez)\ que\b
        | (?:^|[^\w\s]\s*|\by\s)(?:habla|hablad|hablen|escribe|escribid|responde|contesta|actúa|compórtate)\ como\ (?:un|una|si)\b
        | (?<!\w)(?:olvida|olvidad|ignora|ignorad)\ (?:la|el|esta|este|lo)\b[^.?!\n]{0,40}?\s(?:y\ )?(?:escribe|di|recomienda|recita|compón|responde|habla|cuenta)\b
        | (?<!\w)(?:réponds|répondez|termine|terminez|conclus|concluez|finis|finissez|commence|commencez|achève|achevez)\ (?:(?:toujours|svp|seulement)\ )*(?:(?:ta|votre|la|le|ton|chaque)\ (?:réponse|commentaire)\ )?(?:par|avec|en\ (?:vers|rimes|recommandant|disant|citant|mentionnant|nommant|vantant)|comme\ (?:un|une|si))\b
        | (?<!\w)(?:recommande|recommandez|mentionne|mentionnez|cite|citez|vante|vantez|nomme|nommez|loue|louez|dis|dites|inclus|incluez|ajoute|ajoutez|glisse|glissez)\b[^.?!\n]{0,60}?\b(?:dans\ (?:ta|tes|votre|vos|la|chaque|toute)\ (?:réponses?|commentaires?)|en\ répondant)\b
        | (?<!\w)(?:les?|la|ta|tes|votre|vos|toutes?(?:\ les?)?|chaque)\ (?:réponses?|commentaires?)\ (?:doit|doivent|devrait|devraient|devra|devront)\b
        | (?<!\w)(?:celui\ qui|celle\ qui|ceux\ qui|quiconque|si\ (?:tu|vous))\ (?:\w+\ ){0,2}?(?:répond|répondra|répondent|réponds|répondez|rédige|rédigera|écrit|écrira)\b[^.?!\n]{0,40}?(?:[:,]\s*|\b(?:doit|devra)\s)(?:recommand|mentionn|cite|vant|nomm|lou|di|inclu|ajout|termin|fini|parl|conclu)\w*
        | (?:^|[^\w\s]\s*|\bet\s)(?:parle|parlez|écris|écrivez|réponds|répondez|agis|agissez)\ comme\ (?:un|une|si)\b
        | (?<!\w)(?:oublie|oubliez|ignore|ignorez)\ (?:la|le|cette|ce)\b[^.?!\n]{0,40}?\s(?:et\ )?(?:écris|écrivez|dis|dites|recommande|recommandez|récite|compose|parle)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex RomanceWishes { get; }

    /// <summary>What its writer is about to write.</summary>
    private const string YourText =
        @"(?:your\ (?:\w+\ )?(?:repl(?:y|ies)|answers?|responses?|comments?|drafts?|text|suggestions?|wording|sentences?|words|writing|message|output|statement|contribution|verdict)|the\ (?:\w+\ )?(?:reply|response|answer|comment|draft)|(?:whatever|anything|everything|what|all)\ (?:that\ )?you\ (?:write|say|post|draft|answer|produce|generate|reply|come\ up\ with)|you\ (?:are\ about|are\ going|intend|plan)\ to\ (?:write|post|say|draft|generate))\b(?!\ (?:section|box|thread|field))";

    private const string Speech = @"(?:speak|talk|write|reply|answer|respond|comment|phrase|word|say|tell|sound|pose|present\ yourself|act|behave|draft|type|sing)\b";
    private const string Writing = @"(?:drafting|writing|composing|generating|producing|preparing|answering|replying\ to|responding\ to|reading|handling|processing|crafting|formulating|drafts|writes|composes|generates|produces|prepares|answers|crafts|formulates)";
    private const string ThisText = @"(?:this|these|here|repl(?:y|ies)\b|answers?\b|responses?\b|(?:the|a|an|any|your|my|its)\ (?:\w+\ )?(?:repl(?:y|ies)|answers?|responses?|comments?|drafts?|text)\b)";
    private const string ThePost = @"(?:about\ )?(?:the|this|my|that|our)\ (?:\w+\ )?(?:topic|question|post|subject|matter|tweet|thread|above|rest|problem)\b";

    [GeneratedRegex(
        $$"""
        {{Lead}}{{Say}}[^.?!\n]{0,100}?\b{{YourText}}
        | \b{{YourText}}[^.?!\n]{0,80}?(?:[,:;–—]\s*(?:please\ |kindly\ |do\ |also\ )?|\b{{Must}}\ (?:\w+ly\ |also\ |always\ |only\ )?){{Say}}(?=\s)
        | \byour\ (?:very\ )?(?:opening|closing|first|last|final|only)\ (?:words?|line|sentence)\b
        | \b(?:if|should|when|whenever|in\ case|where)\ (?:an?\ |any\ |some\ |the\ |it\ is\ an?\ )?(?:\w+\ ){1,3}?(?:is\ |are\ |be\ |happens\ to\ be\ )?{{Writing}}\ {{ThisText}}
        | \b(?:assistants?|bots?|models?|programs?|tools?|machines?|software|systems?|ais?|llms?|agents?|writers?|authors?|scripts?|services?|something|someone|whoever|whatever|whichever|anybody|anyone|anything|everyone|those)\ (?:that\ (?:is\ )?|who\ (?:is\ )?|which\ |currently\ |now\ |is\ |are\ )?{{Writing}}\ {{ThisText}}
        | \b(?:generated|automated|automatic|synthetic|machine\ written|ai\ written)\ (?:text|words?|output|content|writing|prose|repl(?:y|ies)|answers?|comments?|responses?)\b[^.?!\n]{0,60}?\b{{Must}}\ 
        | \b(?:(?:text|reply|comment|answer|response)\ (?:generators?|writers?|drafters?|bots?|engines?)|(?:automated|automatic|artificial|robot|machine|electronic|synthetic)\ (?:writers?|authors?|readers?|commenters?|responders?|drafters?|helpers?|friends?))\b
        | {{Lead}}(?:take|play|assume|adopt|step\ into|slip\ into|put\ on)\ (?:on\ )?(?:the|a)\ (?:role|part|voice|persona|identity|character|tone|mask)\ of\b
        | {{Lead}}{{Speech}}[^.?!\n]{0,60}?\b(?:in\ (?:the|his|her|their|a|an)\ (?:\w+\ )?(?:style|voice|tone|manner|accent|role|character)\b|as\ (?:if|though)\b|(?:like|as|into|with)\ an?\ (?:\w+\ )?(?:advert|advertisement|ad|commercial|sales\ pitch|pitch|press\ release|slogan|endorsement|testimonial|sermon|poem|haiku|rhyme|song|pirate|robot|knight|fan|customer|salesman|salesperson|seller|employee)\b)
        | {{Lead}}(?:leave|put|set|push)\ {{ThePost}}\ (?:aside|behind|alone) | {{Lead}}(?:forget|ignore|skip|disregard|never\ mind|drop|overlook)\ {{ThePost}}
        | \b(?:don't|do\ not|never|no\ need\ to|instead\ of|rather\ than)\ (?:answer|reply|respond|answering|replying|responding|help|helping)(?:\ (?:me|us|this|it|the\ question|to\ \w+))?[^.?!\n]{0,20}?[,;:–—]\s*(?:but\ |just\ |instead\ |simply\ )?{{Say}}
        | (?:^|[^\w\s]\s*){{Replies}}\ (?:are|is|count|work|matter|only)\ [^.?!\n]{0,30}?\b(?:if|when|unless)\ (?:they|it|you)\b
        | {{Lead}}(?:advertise|make\ (?:an?\ )?(?:advert|ad|advertisement|promotion)|do\ (?:some\ )?(?:advertising|promotion))\ (?:for\ )?\w+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex LooseWishes { get; }

    [GeneratedRegex(
        """
        (?:^|[^\w\s]\s*|\b(?:bitte|und|dann|jetzt|also|aber)\s)(?:schreib|antworte|sprich|sprecht|sag|nenn|lob|baue?|bau|füg|pack|erwähn|empfiehl|empfehl|form|verfass|beginn|end|beend|gestalt|mach|nutz|verwend|bring|stell|richt|halt)\w*\b[^.?!\n]{0,80}?\b(?:(?:deine|eure|ihre)[nmrs]?|(?:in|mit|an|aus)\ (?:den|dem|der|die|das))\ (?:\w+\ )?(?:antwort|kommentar|reply|entwurf|text|worte|satz)\b
        | (?:^|[^\w\s]\s*|\b(?:bitte|und|dann|jetzt)\s)(?:schreib|antworte|sprich|sprecht|rede|formulier|kommentier)\w*\b[^.?!\n]{0,40}?\b(?:(?:als|wie)\ (?:eine?[nmr]?\b|gedicht|haiku|werbung|ob|wärst|wäre)|in\ (?:reimen|versen|reimform)|auf\ (?:englisch|französisch|spanisch|italienisch|latein))
        | (?:^|[^\w\s]\s*|\b(?:bitte|und|dann)\s)(?:sag|sage|sagt|schreib|schreibe|schreibt|behaupte|behauptet)(?:\ (?:einfach|bitte|nur|doch|mal|allen|jedem))*,?\ dass\b
        | \b(?:mach|macht|machen\ sie)\ (?:\w+\ )?(?:werbung|reklame)\b | (?<!\w)wirb\ für\b | (?<!\w)(?:vergiss|vergesst|ignoriere?t?|lass|lasst)\ (?:die|meine|diese|das|den|mein)\ (?:frage|thema|post|beitrag|text|tweet)\b
        | \b(?:wer|was)\ (?:auch\ immer\ )?(?:diese[nrs]?|die|den|das|hier|darauf|eine)\ (?:\w+\ )?(?:antwort|kommentar|text|entwurf|reply)?\ ?(?:verfasst|schreibt|erzeugt|generiert|entwirft|formuliert|erstellt|antwortet)\b | (?<!\w)(?:textgeneratoren|antwortbots?|schreibprogramme?|automaten)\b
        | (?:^|[^\w\s]\s*|\by\ )(?:escrib|respond|contest|habl|redact|haz|hag|comenta|menciona|nombra|recomiend|termin|acab|empiez|comienz|inclu|añad)\w*\b[^.?!\n]{0,60}?\b(?:(?:tu|su|vuestr[oa])\ (?:\w+\ )?(?:respuesta|comentario|texto|mensaje)|como\ (?:si|un|una)\b|en\ (?:verso|rima|inglés|francés|italiano|latín))
        | \b(?:haz|haced|hagan)\ (?:publicidad|propaganda|promoción)\b | (?<!\w)(?:olvida|ignora|deja|olvidad|ignorad|dejad)\ (?:la|mi|esta|el|este)\ (?:pregunta|tema|post|tuit|texto|mensaje)\b | (?<!\w)(?:quien|quienes|lo\ que|el\ programa\ que)\ (?:redacte|escriba|genere|responda|conteste)\w*\ (?:la|esta|este|el|una?|aquí)\b
        | (?<!\w)(?:tu|su|vuestr[oa]|el|la|cada|cualquier)\ (?:comentario|respuesta|texto)\ (?:debe|debería|tiene\ que|ha\ de)\b
        | (?:^|[^\w\s]\s*|\bet\ )(?:écri|répond|parl|rédige|comment|mentionn|cite|termin|commenc|fini|inclu|ajout|di[ts]|fai[ts])\w*\b[^.?!\n]{0,60}?\b(?:(?:ta|ton|votre)\ (?:\w+\ )?(?:réponse|commentaire|texte|message)|comme\ (?:si|un|une)\b|en\ (?:vers|rimes?|anglais|espagnol|italien|latin|alexandrins))
        | \b(?:fais|faites)\ (?:de\ la\ |une\ )?(?:pub|publicité|promo|promotion)\b | (?<!\w)(?:oublie|oubliez|ignore|ignorez|laisse|laissez)\ (?:ma|la|cette|le|ce|mon)\ (?:question|sujet|post|tweet|texte|message)\b | (?<!\w)(?:celui|celle|ceux|quiconque|le\ programme|la\ machine)\ (?:qui\ )?(?:rédige|écrit|génère|répond)\w*\b
        | (?<!\w)(?:ton|votre|le|la|ta|chaque|tout)\ (?:commentaire|réponse|texte)\ (?:doit|devra|devrait)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex LooseForeignWishes { get; }
}
