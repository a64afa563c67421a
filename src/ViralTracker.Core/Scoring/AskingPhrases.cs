using System.Buffers;

namespace ViralTracker.Core.Scoring;

/// <summary>
/// Wordings that too few labelled posts hold for <see cref="AskingModel"/> to learn them. Phrases are tokens of <see cref="Texts.PlainReading"/>.
/// </summary>
internal static class AskingPhrases
{
    /// <summary>Calls for help or opinions that need no question mark.</summary>
    private const string Calls = """
        any ideas|any thoughts|any tips|any advice|any suggestions|any recommendations|any recs|any plans to|any pointers
        any experience with|any good alternatives|any opinions|any feedback|anyone know|anyone else|anyone else's|anyone have|anyone ever|anyone has|anyone got|anyone tried|anyone using|anyone here|anybody know
        anybody else|anybody have|does anyone|does anybody|has anyone|has anybody|is anyone|is there anyone|did anyone|someone explain|somebody explain|explain to me|somebody fill me in|fill me in|please help me|need help with|need some help|i need help
        need help picking|need help choosing|need help deciding|need advice|need some advice|need recommendations|need suggestions|need a second opinion|need a recommendation|need your opinion|recommendations for a|recommendations for an|recommendations for the|looking for recommendations|looking for advice|looking for suggestions|looking for tips
        would love feedback|would love some feedback|would love to get feedback|would love any feedback|would love to hear|would appreciate feedback|would appreciate any|appreciate feedback|love some feedback|need feedback|want feedback|seeking feedback|seeking advice|feedback please|thoughts please|please explain|pls explain|advice needed|help needed|roast my|rate my
        is there a tool|is there an app|is there a library|is there a plugin|is there an extension|is there any tool|is there something that|is there anything that|is there a good|are there any good|which is better|which one is better|what's better|what is better|do you guys|do u guys|do y'all|do you prefer|do u prefer|do you folks
        looking for feedback|looking for ideas|looking for input|asking for a friend|open to suggestions|suggestions welcome|suggestions are welcome|feedback welcome
        feedback is welcome|tips welcome|advice welcome|advice appreciated|help appreciated|appreciate any|would love your|love to hear your|love to hear how|love to know
        let me know what you|let me know how you|let me know if you know|tell me what you|tell me how you|what are your thoughts|what do you think|what do y'all|what do you all
        thoughts on|thoughts ?|curious to hear|curious to know|curious what|curious how|curious if|curious whether|is there a way to|is there any way|how do i|how can i
        how do you|how do y'all|how do you guys|how would you|how should i|what should i|what would you|which one should|should i |who else|who knows how
        i have a question|quick question|question for|eli5|help me understand|help me decide|help me find|help me figure|help me name|help me choose|help me pick|help me debug|recommend me|please recommend|what am i missing|what did i miss|am i missing
        change my mind :|change my mind .|^ change my mind|convince me|^ prove me wrong|sell me on|wdyt|agree or disagree|how long do you|how long do your|how often do you|how much do you|when did you know|when do you|where do you|where did you
        tell me your|tell me about your|^ name a|^ name one|^ name your|^ recommend a|^ suggest a
        alguien sabe|alguien conoce|alguien tiene|alguien ha|alguien puede|alguna recomendación|alguna idea|algún consejo|qué opinan|que opinan|qué opináis|qué piensan|necesito ayuda|se aceptan sugerencias
        quelqu'un sait|quelqu'un connaît|quelqu'un a|quelqu'un peut|qu'en pensez|vous en pensez
        weiß jemand|weiss jemand|kennt jemand|kennt wer|hat jemand|kann jemand|jemand eine idee|jemand tipps|irgendwelche tipps|was meint ihr|was denkt ihr|eure meinung|wie macht ihr|wie seht ihr
        alguém sabe|alguém conhece|alguém tem|alguém já|alguma dica|alguma sugestão|o que acham|o que vocês acham|preciso de ajuda|aceito sugestões
        qualcuno sa|qualcuno conosce|qualcuno ha|qualche consiglio|cosa ne pensate|che ne pensate|iemand een idee|weet iemand|heeft iemand|bilen var mı|fikri olan|ne düşünüyorsunuz|önerisi olan|ada yang tahu|ada yang punya|menurut kalian|ktoś wie|ktoś ma|co sądzicie|кто знает|кто нибудь|подскажите|посоветуйте|как думаете|хто знає|підкажіть
        me pueden recomendar|me puede recomendar|alguien me recomienda|alguien me ayuda|alguien me explica|alguien que me ayude|alguien que me recomiende|alguien que me oriente|qué me recomiendan|alguém me indica|alguém me ajuda|alguém me explica|alguém me recomenda|alguém pode|me indicam
        vous avez des idées|vous avez une idée|vous avez des conseils|vous me conseillez|kann mir jemand|wer kennt einen|wer kennt eine|wer kennt ein|hat wer erfahrung|habt ihr tipps|habt ihr erfahrung|habt ihr empfehlungen|könnt ihr empfehlen|qualcuno mi consiglia|qualcuno mi aiuta|qualcuno mi spiega|qualcuno può|mi consigliate|avete consigli
        kan iemand|kent iemand|iemand ervaring|iemand tips|ktoś poleci|poleci ktoś|co polecacie|czy ktoś z was|ktoś używa|kullanan var mı|öneren var mı|deneyen var mı|önerir misiniz|tavsiye eder misiniz|кто пробовал|кто пользуется|у кого есть опыт|порадьте|хто пробував|хто користується|чи хтось|має хтось
        حد جرب|حدا جرب|مين جرب|أحد جرب|أحدكم|وش رأيكم|ايش رأيكم|شو رأيكم|ما رأيكم|ممكن أحد|מישהו מכיר|מישהו יודע|מישהו יכול|אשמח להמלצה|אשמח להמלצות|יש למישהו|कोई बताए|बताइए|बताइये|कोई सुझाव|सुझाव दें|सुझाव दीजिए|koi batao|koi suggest|mohon saran|minta saran|minta rekomendasi
        ^ någon som|^ har någon|^ noen som|^ har noen|^ nogen der|er der nogen der|onko kenelläkään|tietääkö joku|osaako joku|má někdo|neví někdo|zná někdo|poradí někdo|nevie niekto|má niekto|ξέρει κανείς|έχει κανείς|μπορεί κάποιος|știe cineva|are cineva|recomandă cineva|tudja valaki|tud valaki|van valakinek|có ai|ai biết
        """;

    /// <summary>Calls on whoever reads, for an answer rather than an action.</summary>
    private static readonly IEnumerable<string> CallsOnAnyone =
        from call in new[] { "can", "could", "would" }
        from who in new[] { "anyone", "anybody", "someone", "somebody" }
        from what in new[] { "explain", "tell", "help", "recommend", "confirm", "point", "share", "suggest", "clarify", "advise", "remind", "please" }
        select $"{call} {who} {what}";

    /// <summary>Doubts that leave the matter to the reader.</summary>
    private const string Hedges = """
        i wonder if|i wonder whether|i wonder how|i wonder why|i wonder what|i wonder when|i wonder who|i'm wondering|i am wondering|was wondering|just wondering|been wondering|wondering if anyone|got me wondering
        not sure if|not sure whether|not sure how|not sure why|not sure what|not sure which|unsure if|unsure whether|unsure how|is it just me|is it only me|am i the only|just me or|or is it me
        don't understand why|don't understand how|don't get why|don't get how|can't figure out|cannot figure out|can't work out|can't decide|still trying to figure|i have no idea|i've no idea|still no idea|i have no clue
        don't know if i should|don't know whether|don't know how to|correct me if|maybe i'm missing|i'm stuck|i am stuck|been stuck|stuck on this|trying to figure out if|trying to figure out whether|trying to decide
        no sé si|me pregunto|je me demande|je sais pas si|je ne sais pas si|ich frage mich|frage mich ob|bin mir nicht sicher|keine ahnung wie|keine ahnung ob|keine ahnung warum|me pergunto|será que|não sei se|mi chiedo|non so se|ik vraag me af|merak ediyorum|zastanawiam się
        """;

    /// <summary>Asking in scripts without spaces, at any place of a text.</summary>
    public static readonly SearchValues<string> Unspaced = Search("""
        教えてください|教えて下さい|教えてほしい|教えて欲しい|誰か教え|誰か知|だれか教え|どなたか|どう思います|どう思う |ご意見|わかる人|分かる人|詳しい人|どうすればいい|どうしたらいい|おすすめは |おすすめありますか|でしょうか |ですかね |ますかね |よくわかってない|よく分からない|よくわからん|よくわからない|ましたか |いいですか |知りたいです 
        请问|請問|求推荐|求推薦|有没有人|有沒有人|大家觉得|大家覺得|谁知道|誰知道|求助|怎么办|怎麼辦|怎么看|怎麼看|有人用过|有人用過|谁用过|誰用過|推荐一下|推薦一下
        궁금|알려주|아시는 분|추천해|어떻게 생각|나요 |까요 |써보신 분|해보신 분|ช่วยแนะนำ|ใครรู้|มีใคร|แนะนำหน่อย|ขอคำแนะนำ
        """);

    /// <summary>Ends of questions in such scripts. Under a question mark they tell nothing more; they are as often said in scorn.</summary>
    public static readonly SearchValues<string> UnspacedUnmarked = Search("ますか |んですか |吗 |嗎 |신가요 |인가요 |은가요 ");

    /// <summary>Openers of adverts, threads and fixed figures of speech: they end in a question mark and want no answer.</summary>
    private const string Rhetorical = """
        have you tried|have you ever|have you heard|have you seen|have you checked|have you met|have you been|have you even|did you know|did you hear|did you see|did you miss|do you know what|do you know that|do you want|do you need|do you wish|do you struggle|do you remember
        you know what|want to|want some|want a|want more|wanna|ready to|ready for|are you ready|are you looking|are you tired|are you struggling|are you interested|are you curious|are you kidding|are you serious|looking for|looking to|tired of|sick of|struggling with|struggling to|interested in|curious about|need a|need an|need help|need some|need to
        guess what|guess who|guess how|know what|who knew|who needs|who cares|who would have|who would've|who wants|who's ready|who said|who doesn't|who hasn't|who can blame|why not|why bother|why wait|why the hell|why on earth|why tf|what if i told|isn't it amazing|isn't it great|isn't it crazy|isn't it wild|isn't it funny|isn't it beautiful|do you really think|do you honestly think|do you seriously|what could go wrong|what could possibly|what's not to|what else is new|what a|what the|who the hell|who the fuck|who tf|wtf|wth|what did you expect|what are you waiting|nobody|no one
        how cool|how cute|how funny|how crazy|how amazing|how great|how dare|how about that|how about no|how are you ?|how are you doing ?|how are you doing today|how are you doin|how are you today|how are you tonight|how are you feeling|how are you guys|how are you guy's|how are you everyone|how are you all ?|how are you all doing|how's it going|how is everyone|how was your|how many times|how hard can|how else|can you believe|can you imagine|can you guess|could it be|could you imagine|would you believe|would you look|imagine if|remember when|remember that|remember the|is it any wonder|is that a joke|is this a joke|is this real life|am i right|wait what|say what|see what|get it|got it|happy now|so you|so you're|so that's|so they|so he|so she|since when do
        spot the|missed the|sound familiar|sounds familiar|sounds good|sounds great|could this be|is this the future|is this the end|is the end
        sabías que|sabias que|sabia que|você sabia|quieres|quer|querem|te imaginas|te acuerdas|se acuerdan|recuerdan|imaginas|listo para|estás listo|cansado de|saviez vous|le saviez|savez vous|connaissez vous|vous voulez|envie de|prêt à|wusstest du|wusstet ihr|wussten sie|lust auf|suchst du|sucht ihr|kennst du|kennt ihr|kennen sie|schon gehört|noch kein|sapevi che|lo sapevi|sapevate|vuoi|volete|biliyor musun|biliyor muydunuz|wist je|tahukah|ingin|mau|tau gak|wiesz
        """;

    /// <summary>Openers of sentences that are put as questions and never are one.</summary>
    private static IEnumerable<string> Figures =>
    [
        .. Pairs("what if i told", "you u ya y'all"), "what if we told you", "who else but", "who but", "where does the time go", "where has the time gone",
        .. Pairs("where did the", "time year month week weekend day summer winter spring").Select(p => p + " go"),
        .. new[] { "how is it", "how's it", "how is" }.SelectMany(how => Moments.SelectMany(moment => new[] { $"{how} already {moment}", $"{how} {moment} already", $"{how} almost {moment}", $"{how} only {moment}" })),
    ];

    /// <summary>Said of one's doings, at any place of a sentence.</summary>
    private static IEnumerable<string> Doubts => from who in new[] { "are you", "are we", "are they", "am i", "is he", "is she" } select $"what {who} even doing";

    private static IEnumerable<string> Moments =>
        $"january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas halloween summer winter autumn {WordSequences.Number}".Split(' ');

    /// <summary>What asks on another page.</summary>
    private const string Surveys = "our survey|take the survey|this survey|our poll|our quiz|vote now|vote below";

    /// <summary>The wording of adverts, notices and threads: what they ask is no question.</summary>
    private const string Announcements = """
        ^ why i|^ how i|here's how|here is how|here are some|here are the|here are a few|here's a thread|a thread|thread 👇|👇|link in bio|in this thread|read more|learn more|find out more|find out how|check out|check it out|click here|sign up|register now|register today|register here|register for|join us|join our|joining us|subscribe|download|giveaway|to win|chance to win|enter to|comment below|in the comments|tag someone|tag a|drop your|drop a|retweet|rt if|follow us|follow me|follow for|dm us|dm me|new blog|blog post|latest blog|our latest|my latest|new episode|latest episode|podcast|webinar|newsletter|our team|our new|we're excited|we are excited|excited to announce|proud to announce|we're hiring|we are hiring|now available|available now|coming soon|out now|free trial|book a demo|use code|discount|% off|limited time|don't miss|save the date|cheat sheet|step by step|tips to|ways to|tools that|tools to|prompts to|prompts for|you need to know|should know about|will blow your mind|that will change|introducing|via @|vía|here : %|here %|more : %|more %|details : %|link : %|link %|this link|source :|news :
        jetzt anmelden|anmeldung|registriere|más información|inscríbete|regístrate|descubre|aprende|s'inscrire|inscription|découvrez|inscreva|saiba mais|descubra|iscriviti|scopri|kayıt ol|daftar sekarang|klik
        """;

    /// <summary>Words of somebody who speaks for himself.</summary>
    private const string FirstPerson = """
        i|i'm|i've|i'd|i'll|my|me|mine|myself|imo|imho|tbh|ich|mein|meine|mir|mich|je|j'ai|mon|moi|yo|mi|mis|eu|meu|minha|io|mio|mia|ik|mijn|jag|benim|saya|aku|я|мой|мне
        """;

    private static readonly string[] LocalFirstPersons = ["私", "僕", "ぼく", "俺", "自分", "わたし", "オレ", "だろう", "わかん", "我", "나는", "제가", "내가"];

    public static readonly SearchValues<string> UnspacedFirstPerson = SearchValues.Create(LocalFirstPersons, StringComparison.Ordinal);

    /// <summary>First words of a question in its usual order.</summary>
    private const string Openings = """
        what|what's|whats|why|how|how's|who|who's|whom|whose|where|where's|wheres|when|which|isn't|aren't|don't|doesn't|didn't|can't|couldn't|shouldn't|wouldn't|is|are|am|was|were|do|does|did|can|could|should|would|will|has|have|had|may|any|anyone|anybody|someone|somebody|you mean|thoughts|recommendations|suggestions|tips|does|if|¿|qué|que|por|cómo|quién|cuándo|dónde|pourquoi|comment|qui|quand|où|est|warum|wie|wer|wann|wo|was|ist|por|como|quem|onde|perché|come|chi
        hast|habt|haben|hat|gibt|kann|kannst|könnt|könnte|können|sind|seid|bist|weiß|wird|werden|soll|sollte|muss|darf|kennt|woher|welche|welcher|welches|wieso|weshalb|jemand|puede|pueden|hay|tiene|tienen|cuál|cual|quien|alguien|avez|peut|pouvez|quel|quelle|quels|combien|quelqu'un|dans quel|alguém|qual|quais|tem|será|cosa|quale|quanto|hai|avete|può|qualcuno|heeft|weet|waarom|hoe|wie|wat|apa|apakah|gimana|kenapa|siapa|kapan|dimana|ada|bagaimana|kas|czy|jak|dlaczego|как|что|кто|где|когда|почему|зачем|какой|какие|есть|можно|هل|كيف|لماذا|ماذا|متى|أين|ما|من|آیا|چرا|چطور|क्या|कैसे|क्यों|האם|איך|למה|πώς|τι|γιατί
        """;

    /// <summary>Beginnings of questions that need no mark: "which would", "does anyone", "is there".</summary>
    private static IEnumerable<string> Unmarked =>
    [
        .. Pairs("is", "there it this that the anyone anybody my your"), .. Pairs("are", "there you u they we any people"), .. Pairs("do", "you u y'all yall we i they people any"),
        .. Pairs("does", "the this that it anyone anybody any your"), .. Pairs("did", "you u anyone anybody"), .. Pairs("can", "i we you u anyone anybody someone somebody"),
        .. Pairs("could", "someone somebody anyone you"), .. Pairs("should", "i we"), .. Pairs("would", "you u it anyone"), .. Pairs("has", "anyone anybody"), .. Pairs("will", "it this the"),
        .. Pairs("which", "one ones do does would should of tool editor model language framework library app ai"), .. Pairs("what", "do does would should are tool tools kind editor model stack"), .. Pairs("what's", "the your a better everyone everybody"), .. Pairs("whats", "the your a better everyone everybody"),
        .. Pairs("how", "do does can could would should are is much many long often"), .. Pairs("why", "is are do does did can't don't doesn't isn't"), .. Pairs("where", "can do should"), .. Pairs("who", "here else uses is has knows"), .. Pairs("when", "will does is are"),
        .. Pairs("any", "good way chance tool tools alternative alternatives"),
    ];

    private static IEnumerable<string> Pairs(string first, string seconds) => seconds.Split(' ').Select(second => $"{first} {second}");

    private const string Greetings =
        "happy birthday|happy bday|happy new year|happy friday|happy anniversary|congratulations|congrats|thank you|thanks for|good morning|good night|well done";

    public static IEnumerable<Phrase> All =>
    [
        .. Of(Calls, Wording.Call), .. CallsOnAnyone.Select(p => new Phrase(p, Wording.Call)), .. Of(Hedges, Wording.Hedge),
        .. Of(Rhetorical, Wording.Rhetorical, WordSequences.Start), .. Of(Openings, Wording.Opening, WordSequences.Start),
        .. Unmarked.Select(p => new Phrase($"{WordSequences.Start} {p}", Wording.Unmarked)),
        .. Figures.Select(p => new Phrase($"{WordSequences.Start} {p}", Wording.Figure)), .. Doubts.Select(p => new Phrase(p, Wording.Figure)),
        .. Of(Surveys, Wording.Rhetorical), .. Of(Announcements, Wording.Announcement), .. Of(FirstPerson, Wording.FirstPerson), .. Of(Greetings, Wording.Greeting),
    ];

    private static IEnumerable<Phrase> Of(string list, Wording kind, string? before = null) =>
        Entries(list).Select(p => new Phrase(before is null ? p : $"{before} {p}", kind));

    private static SearchValues<string> Search(string list) => SearchValues.Create([.. Entries(list, trim: false)], StringComparison.Ordinal);

    private static IEnumerable<string> Entries(string list, bool trim = true) =>
        list.Split(['|', '\n']).Select(p => trim ? p.Trim() : p.TrimStart()).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal);
}
