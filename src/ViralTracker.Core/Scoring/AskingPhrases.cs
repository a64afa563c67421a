using System.Buffers;

namespace ViralTracker.Core.Scoring;

/// <summary>The wordings by which a post asks, hedges or only seems to ask. Phrases are tokens of <see cref="Texts.PlainReading"/>.</summary>
internal static class AskingPhrases
{
    /// <summary>Calls for help or opinions that need no question mark.</summary>
    private const string Calls = """
        any ideas|any thoughts|any tips|any advice|any suggestions|any recommendations|any recs|any plans to|any pointers
        any experience with|any good alternatives|any opinions|anyone know|anyone else|anyone have|anyone has|anyone got|anyone tried|anyone using|anyone here|anybody know
        anybody else|anybody have|does anyone|does anybody|has anyone|has anybody|is anyone|is there anyone|did anyone|someone explain|somebody explain|explain to me|somebody fill me in|fill me in|please help me|need help with|need some help|i need help
        need advice|need some advice|need recommendations|need suggestions|looking for recommendations|looking for advice|looking for suggestions|looking for tips
        looking for feedback|looking for ideas|looking for input|asking for a friend|open to suggestions|suggestions welcome|suggestions are welcome|feedback welcome
        feedback is welcome|tips welcome|advice welcome|advice appreciated|help appreciated|appreciate any|would love your|love to hear your|love to hear how|love to know
        let me know what you|let me know how you|let me know if you know|tell me what you|tell me how you|what are your thoughts|what do you think|what do y'all|what do you all
        thoughts on|thoughts ?|curious to hear|curious to know|curious what|curious how|curious if|curious whether|is there a way to|is there any way|how do i|how can i
        how do you|how do y'all|how do you guys|how would you|how should i|what should i|what would you|which one should|should i |who else|who knows how
        i have a question|quick question|question for|eli5|help me understand|help me decide|help me find|help me figure|recommend me|please recommend|what am i missing|what did i miss|am i missing
        alguien sabe|alguien conoce|alguien tiene|alguien ha|alguien puede|alguna recomendación|alguna idea|algún consejo|qué opinan|que opinan|qué opináis|qué piensan|necesito ayuda|se aceptan sugerencias
        quelqu'un sait|quelqu'un connaît|quelqu'un a|quelqu'un peut|qu'en pensez|vous en pensez
        weiß jemand|weiss jemand|kennt jemand|kennt wer|hat jemand|kann jemand|jemand eine idee|jemand tipps|irgendwelche tipps|was meint ihr|was denkt ihr|eure meinung|wie macht ihr|wie seht ihr
        alguém sabe|alguém conhece|alguém tem|alguém já|alguma dica|alguma sugestão|o que acham|o que vocês acham|preciso de ajuda|aceito sugestões
        qualcuno sa|qualcuno conosce|qualcuno ha|qualche consiglio|cosa ne pensate|che ne pensate|iemand een idee|weet iemand|heeft iemand|bilen var mı|fikri olan|ne düşünüyorsunuz|önerisi olan|ada yang tahu|ada yang punya|menurut kalian|ktoś wie|ktoś ma|co sądzicie|кто знает|кто нибудь|подскажите|посоветуйте|как думаете|хто знає|підкажіть
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
        don't know if i should|don't know whether|don't know how to|correct me if|maybe i'm missing
        no sé si|me pregunto|je me demande|je sais pas si|je ne sais pas si|ich frage mich|frage mich ob|bin mir nicht sicher|keine ahnung wie|keine ahnung ob|keine ahnung warum|me pergunto|será que|não sei se|mi chiedo|non so se|ik vraag me af|merak ediyorum|zastanawiam się
        """;

    /// <summary>Asking in scripts without spaces, at any place of a text.</summary>
    public static readonly SearchValues<string> Unspaced = Search("""
        教えてください|教えて下さい|教えてほしい|教えて欲しい|誰か教え|誰か知|だれか教え|どなたか|どう思います|どう思う |ご意見|わかる人|分かる人|詳しい人|どうすればいい|どうしたらいい|おすすめは |おすすめありますか|でしょうか |ですかね |ますかね |よくわかってない|よく分からない|よくわからん|よくわからない
        请问|請問|求推荐|求推薦|有没有人|有沒有人|大家觉得|大家覺得|谁知道|誰知道|求助|怎么办|怎麼辦|怎么看
        궁금|알려주|아시는 분|추천해|어떻게 생각|나요 |까요 |ช่วยแนะนำ|ใครรู้|มีใคร|แนะนำหน่อย|ขอคำแนะนำ
        """);

    /// <summary>Question words and particles of scripts without spaces; Japanese only in its polite form, the plain one muses as often.</summary>
    public static readonly SearchValues<string> UnspacedInversions = Search("""
        ですか|ますか|でしたか|ましたか|ませんか|なぜ|何故|どう|どこ|どれ|いつ|誰|どんな|吗|嗎|什么|什麼|怎么|怎麼|如何|哪|多少|습니까|나요|까요|어떻게|무엇|왜|ไหม|มั้ย|อะไร|อย่างไร|ยังไง|ทำไม
        """);

    /// <summary>Openers of adverts, threads and fixed figures of speech: they end in a question mark and want no answer.</summary>
    private const string Rhetorical = """
        have you tried|have you ever|have you heard|have you seen|have you checked|have you met|have you been|have you even|did you know|did you hear|did you see|did you miss|do you know what|do you know that|do you want|do you need|do you wish|do you struggle|do you remember
        you know what|want to|want some|want a|want more|wanna|ready to|ready for|are you ready|are you looking|are you tired|are you struggling|are you interested|are you curious|are you kidding|are you serious|looking for|looking to|tired of|sick of|struggling with|struggling to|interested in|curious about|need a|need an|need help|need some|need to
        guess what|guess who|guess how|know what|who knew|who needs|who cares|who would have|who would've|who wants|who's ready|who said|who doesn't|who hasn't|who can blame|why not|why bother|why wait|why the hell|why on earth|why tf|what if i told|what could go wrong|what could possibly|what's not to|what else is new|what a|what the|who the hell|who the fuck|who tf|wtf|wth|what did you expect|what are you waiting|nobody|no one
        how cool|how cute|how funny|how crazy|how amazing|how great|how dare|how about that|how about no|how are you|how's it going|how is everyone|how was your|how many times|how hard can|how else|can you believe|can you imagine|can you guess|could it be|could you imagine|would you believe|would you look|imagine if|remember when|remember that|remember the|is it any wonder|is that a joke|is this a joke|is this real life|am i right|wait what|say what|see what|get it|got it|happy now|since when do
        spot the|missed the|sound familiar|sounds familiar|sounds good|sounds great|could this be|is this the future|is this the end|is the end
        sabías que|sabias que|sabia que|você sabia|quieres|quer|querem|te imaginas|te acuerdas|se acuerdan|recuerdan|imaginas|listo para|estás listo|cansado de|saviez vous|le saviez|savez vous|connaissez vous|vous voulez|envie de|prêt à|wusstest du|wusstet ihr|wussten sie|lust auf|suchst du|sucht ihr|kennst du|kennt ihr|kennen sie|schon gehört|noch kein|sapevi che|lo sapevi|sapevate|vuoi|volete|biliyor musun|biliyor muydunuz|wist je|tahukah|ingin|mau|tau gak|wiesz
        """;

    /// <summary>Openers that mock or presume more often than they ask.</summary>
    private const string Mocking = """
        maybe|perhaps|because|when will you|when will they|when will people|why can't|why would|why wouldn't|why won't|why do they|why do people|why are people|why is everyone|are you ever|are you that|is it really|is it so|is it too much|did you even|do you even|did you really|do you really|does anyone even|does anybody even
        isn't it|isn't that|isn't this|ain't|isn't he|isn't she|wasn't it|wouldn't it|aren't we|aren't you|don't you|doesn't it|can't you|couldn't you|shouldn't you|haven't you|didn't you|how hard is it|how is that|how is this|how can you|how can they|how could you|what kind of|what makes you|what do you want|what world|in what world|you mean|so you|so you're|so you'll|so that|so that's|so it|so it's|so he|so she|so they|so we|so this|so the|ok so|oh so|oh you|oh they|oh really|really|seriously|this you|who gave|who let|who asked|what happened to
        """;

    /// <summary>What follows a question that its own post answers.</summary>
    private const string Answers = """
        here are|here is|here's|here're|these are|this is how|this is why|this is what|let's find|let's see|let's talk|let's dive|find out|learn|learn how|read|read on|read more|read the|check out|check it|watch|join|join us|discover|click|see how|see what|get|get yours|try|sign up|register|subscribe|download|visit|meet|introducing|look no|we've got|we have you|we got|we put|we asked|i asked|i'll tell|i will tell|in this|in our|in my latest|in today's|the answer|answer|short answer|spoiler|because|yes|no|nope|maybe|ask|ah no|exactly|absolutely|of course|definitely|certainly|probably|sure|nah|hell no|hell yes|obviously|not at all|not yet|i think|i believe|i'd say|i don't think|i say|in my opinion|it sure|it isn't|it's not|pff|not anymore|not really|dm|follow|say hello|say no|it depends|it is|it's|that's because|it's because|turns out|a thread|thread|👇
        """;

    /// <summary>The wording of adverts, surveys, notices and threads: what they ask is no question.</summary>
    private const string Announcements = """
        here's how|here is how|here are some|here are the|here are a few|here's a thread|a thread|thread 👇|👇|link in bio|in this thread|read more|learn more|find out more|find out how|check out|check it out|click here|sign up|register now|register today|register here|register for|join us|join our|joining us|subscribe|download|giveaway|to win|chance to win|enter to|our survey|take the survey|this survey|our poll|vote now|vote below|comment below|in the comments|tag someone|tag a|drop your|drop a|retweet|rt if|follow us|follow me|follow for|dm us|dm me|new blog|blog post|latest blog|our latest|my latest|new episode|latest episode|podcast|webinar|newsletter|our team|our new|we're excited|we are excited|excited to announce|proud to announce|we're hiring|we are hiring|now available|available now|coming soon|out now|free trial|book a demo|use code|discount|% off|limited time|don't miss|save the date|cheat sheet|step by step|tips to|ways to|tools that|tools to|prompts to|prompts for|you need to know|should know about|will blow your mind|that will change|introducing|via @|vía|here : %|here %|more : %|more %|details : %|link : %|link %|this link|source :|news :
        jetzt anmelden|anmeldung|registriere|más información|inscríbete|regístrate|descubre|aprende|s'inscrire|inscription|découvrez|inscreva|saiba mais|descubra|iscriviti|scopri|kayıt ol|daftar sekarang|klik
        """;

    /// <summary>Words of somebody who speaks for himself.</summary>
    private const string FirstPerson = """
        i|i'm|i've|i'd|i'll|my|me|mine|myself|imo|imho|tbh|ich|mein|meine|mir|mich|je|j'ai|mon|moi|yo|mi|mis|eu|meu|minha|io|mio|mia|ik|mijn|jag|benim|saya|aku|я|мой|мне
        """;

    private static readonly string[] LocalFirstPersons = ["私", "僕", "ぼく", "俺", "自分", "わたし", "オレ", "だろう", "わかん", "我", "나는", "제가", "내가"];

    public static readonly SearchValues<string> UnspacedFirstPerson = SearchValues.Create(LocalFirstPersons, StringComparison.Ordinal);

    /// <summary>First words of a question, so that a sentence of emphasis marks is told from one.</summary>
    private const string QuestionStarts = """
        what|what's|whats|why|how|how's|who|who's|whom|whose|where|where's|wheres|when|which|isn't|aren't|don't|doesn't|didn't|can't|couldn't|shouldn't|wouldn't|is|are|am|was|were|do|does|did|can|could|should|would|will|has|have|had|may|any|anyone|anybody|someone|somebody|you mean|thoughts|recommendations|suggestions|tips|does|if|¿|qué|que|por|cómo|quién|cuándo|dónde|pourquoi|comment|qui|quand|où|est|warum|wie|wer|wann|wo|was|ist|por|como|quem|onde|perché|come|chi
        hast|habt|haben|hat|gibt|kann|kannst|könnt|könnte|können|sind|seid|bist|weiß|wird|werden|soll|sollte|muss|darf|kennt|woher|welche|welcher|welches|wieso|weshalb|jemand|puede|pueden|hay|tiene|tienen|cuál|cual|quien|alguien|avez|peut|pouvez|quel|quelle|quels|combien|quelqu'un|dans quel|alguém|qual|quais|tem|será|cosa|quale|quanto|hai|avete|può|qualcuno|heeft|weet|waarom|hoe|wie|wat|apa|apakah|gimana|kenapa|siapa|kapan|dimana|ada|bagaimana|kas|czy|jak|dlaczego|как|что|кто|где|когда|почему|зачем|какой|какие|есть|можно|هل|كيف|لماذا|ماذا|متى|أين|ما|من|آیا|چرا|چطور|क्या|कैसे|क्यों|האם|איך|למה|πώς|τι|γιατί
        """;

    private static readonly string[] Verbs = [.. "do does did is are was were am can could should would will has have isn't aren't don't doesn't didn't can't won't".Split(' ')];

    /// <summary>A verb before its subject or after a question word; other sentences are statements with a question mark.</summary>
    private static readonly IEnumerable<string> Inversions =
    [
        .. from verb in Verbs
           from subject in "i you we he she it they this that these those there anyone anybody someone a an the my your our his her their one all any".Split(' ')
           select $"{verb} {subject}",
        .. from word in "what why how where when who which".Split(' ')
           from verb in Verbs
           select $"{word} {verb}",
        .. "what's|where's|who's|how's|how about|what about|how many|how much|how long|how often|how far|right ?|correct ?|or not ?|or no ?|or is|or are|or do|or does|or was|or should|any tips|any thoughts|any ideas|any recommendations|any suggestions".Split('|'),
        .. "mı|mi|mu|mü|mısın|misin|musun|nasıl|neden|kim|ли|est ce|¿|gibt es|gibt's|ist das|ist es|hast du|habt ihr|kann man|kann ich|sollte man|könnt ihr|was ist|was sind|was würde|warum|wieso|peut on|y a t il|c'est quoi|sont ce|hay alguna|hay algún|cómo|por qué|existe alguma".Split('|'),
    ];

    /// <summary>Talk between others, quoted with who says what.</summary>
    private const string Transcripts = "me :|chatgpt :|chat gpt :|gpt :|gpt4 :|bot :|user :|ai :|her :|him :|he :|she :|wife :|husband :|boss :|client :|dev :|prompt :|q :";

    /// <summary>Ends of sentences that repeat what somebody asked.</summary>
    private const string Echoes = "you ask ?|you say ?|you may ask ?|you might ask ?|one may ask ?|i hear you ask ?|no ?|they ask ?|he asks ?|she asks ?|hello ?|hello ??|huh ?|eh ?|lol ?|lmao ?";

    /// <summary>Asks for an action rather than an answer.</summary>
    private const string Requests = "please|pls|plz|can i get|can i have|could i get|can we get|can we have|can we please|can we stop|can we just|bring back|can you add|could you add|will you add|can you fix|could you fix|can you stop|could you stop|can you send|can you follow|can you check|can you make|follow back|marry me|por favor|per favore|bitte|s'il vous|lütfen|tolong";

    /// <summary>Words that open a sentence before what it says.</summary>
    private const string Lead = "@|%|and|but|or|well|ok|okay|fair|enough|hey|hi|hello|oh|lol|lmao|also|btw|hmm|um|yo|guys|gm|now|wait|honestly|serious|genuine|question|folks|friends|people|dear|please|sorry|thanks|y|e|et|und|aber|pero|mas|mais|ma";

    private const string Greetings =
        "happy birthday|happy bday|happy new year|happy friday|happy anniversary|congratulations|congrats|thank you|thanks for|good morning|good night|well done";

    /// <summary>All of them by their first token.</summary>
    public static readonly PhraseIndex Index = new(
    [
        .. Of(Calls, Wording.Call), .. CallsOnAnyone.Select(p => new Phrase(p, Wording.Call)), .. Of(Hedges, Wording.Hedge),
        .. Of(Rhetorical, Wording.Rhetorical), .. Of(Mocking, Wording.Mocking),
        .. Of(Answers, Wording.Answer), .. Of(Announcements, Wording.Announcement),
        .. Of(FirstPerson, Wording.FirstPerson), .. Of(Requests, Wording.Request), .. Of(QuestionStarts, Wording.QuestionStart),
        .. Inversions.Select(p => new Phrase(p, Wording.Inversion)), .. Of(Transcripts, Wording.Transcript),
        .. Of(Echoes, Wording.Echo), .. Of(Lead, Wording.Lead), .. Of(Greetings, Wording.Greeting),
    ]);

    private static IEnumerable<Phrase> Of(string list, Wording kind) => Entries(list).Select(p => new Phrase(p, kind));

    private static SearchValues<string> Search(string list) => SearchValues.Create([.. Entries(list, trim: false)], StringComparison.Ordinal);

    private static IEnumerable<string> Entries(string list, bool trim = true) =>
        list.Split(['|', '\n']).Select(p => trim ? p.Trim() : p.TrimStart()).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal);
}
