using System.Collections.Frozen;

namespace ViralTracker.Core.Language;

/// <summary>The commonest words of languages in Latin script, written for this file; words that several share tell less.</summary>
internal static class LanguageProfiles
{
    private static readonly (string Language, string Words)[] Lists =
    [
        ("en", """
            the of and to in is that it was for on are as with his they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more two like him see time could no make than first been its who now people my made over did down only way find use may long little very after words just where most know get through back much before go good new write our me man too any day same right look think also around another came come work three word must because does part even place well such here take why things help put years different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always looked show large often together asked house don't world going want school until form food keep children feet land side without boy once animals life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light parts country father let night following picture being study second eyes soon times story boys since white days ever paper hard near sentence better best across during today others however sure means knew it's try told young miles ways thing whole hear example heard several change answer room against top turned learn point city play toward five using himself usually i i'm i've i'll i'd you he can't won't isn't doesn't didn't that's you're we're they're there's what's let's he's she's yes please thanks thank happy love lol birthday ask asked really actually omg wish hope check out via news join free week month tomorrow yesterday tonight morning thread tweet guys everyone someone anyone bug bot vs account accounts available feature features bans ban science matters data public link link's game games code user users tool tools based help faces growing research learning software book report says season dreams sweet guide anything nothing everything lot bit stuff yeah ok okay hey hello
            watch watching listen listening playing played win winning won lose lost fight start started stop stopped begin open close closed build building built broke
            broken fix fixed buy buying bought sell sold pay paid cost price cheap worth spend spent save saves saved money business company market job jobs working
            worked worker office boss team meeting project client customer service support order ship shipped delivery store shop sale street road car drive driving
            ride train travel trip flight walk walking run running sleep sleeping wake eat eating ate drink drinking coffee breakfast lunch dinner chicken cheese bread
            kitchen cook cooking taste hungry healthy health doctor hospital sick pain heart brain blood body face hair skin eye ear mouth hands woman
            women girl girls guy dude bro sister brother daughter son dad mom friend friends wife husband kids child baby neighbor human humans dog dogs cat cats bird
            fish horse tree trees flower garden river ocean sea beach sun sunny moon star stars sky weather rain rainy snow wind storm cold warm cool heat fire winter
            spring summer autumn january february march april june july august october november december monday tuesday wednesday thursday friday saturday sunday
            weekend holiday hour hours minute minutes early late later already probably maybe perhaps definitely absolutely literally totally basically finally suddenly
            quickly slowly easily simply clearly mostly nearly recently currently especially obviously honestly seriously exactly completely awesome
            amazing beautiful gorgeous lovely cute pretty nice fun funny hilarious crazy weird strange scary sad angry mad glad proud excited boring bored tired lazy
            stupid dumb smart clever brilliant common special perfect favorite favourite worst worse bad wrong true false real fake huge tiny heavy dark bright
            strong weak rich poor safe dangerous easy simple difficult possible impossible important useful useless necessary ready busy empty full clean dirty quiet
            loud fast slow wild wow lmao tbh imo btw idk gonna wanna gotta hate loved loves loving enjoy enjoyed hoping hoped wishing miss
            missed missing remember forget forgot forgotten believe believes guess wonder wondering agree disagree understand understood explain explained describe
            compare choose choice decide decided decision problem problems issue issues solution idea ideas reason reasons result results truth fact facts lie lies
            mistake mistakes chance luck lucky risk danger death dead die died dying alive kill killed war peace law rights police court crime government president
            minister election vote votes voters party congress state states countries nation national local global community society history culture language languages
            english letter letters article articles stories books reader pages writer written author poem poetry song songs music album band sing
            singing dance dancing perform performs performing performance shows movie movies film episode actor theater art artist paint painting draw drawing design
            designer photo photos camera video videos audio voice screen phone computer laptop keyboard mouse machine machines hardware internet website web site online
            offline email message messages password download upload update updates upgrade version release released launch launches launched announce announces
            announced announcement coding coder coders programmer programming developer developers engineer engineering engineers framework frameworks library libraries
            tutorial course courses lesson lessons class teacher teachers student students teach teaching taught learned college university education exam test tests
            testing skill skills training researcher researchers scientist scientists papers studies studying knowledge question questions answers answered reply
            replies comment comments opinion opinions thoughts feeling feelings feel feels felt mind minds dream fear trust respect honor pride power control freedom
            future past present moment moments forever anymore somewhere anywhere everywhere nowhere nobody everybody somebody anybody whatever whoever wherever
            whenever master growth grow grows grew builder builds create creates created creating creative creator makes making maker bring brings brought
            carry catch caught throw threw push pull hold held hit cut hurt break breaks wins lead leads leading leader follow followed followers joined joins share
            shared shares sharing post posted posts posting stream official original according despite towards within throughout unless although though whether instead
            rather quite yet ago per upon beyond behind beside beneath among inside outside nor neither either else otherwise therefore meanwhile anyway besides piece
            pieces type types kinds sort level levels size shape forms color colour red blue green yellow black brown pink purple gold silver numbers count half third
            quarter dozen hundred hundreds thousand thousands million millions billion billions percent average total amount rate rates speed degree distance weight
            length higher highest lower lowest bigger biggest smaller smallest faster fastest slower easier harder stronger older younger newest latest earlier earliest
            trending breaking alert warning caution reminder
            """),
        ("es", "el la los las de del que y a en un una unos unas es son fue era por para con sin no se su sus lo le les al como más pero ya o este esta esto estos estas ese esa eso muy también hay todo toda todos todas porque cuando donde quien qué cómo cuándo está están estaba ser tener tiene tienen hacer hace puede pueden solo sólo mi mis tu tus yo ella nosotros ellos ustedes nos me te si sí hasta desde sobre entre otro otra así bien día hoy años gracias aquí ahora después antes nunca siempre nada algo mucho mucha gente vida mejor quiero voy va sabe sé creo había han ha he pregunta nuevo nueva usar"),
        ("fr", "le la les de du des un une et à au aux en que qui quoi est sont était être avoir a ont il elle ils elles on nous vous je tu me te se ce cette ces cet son sa ses mon ma mes ton ta tes leur leurs pas ne plus pour par avec sans dans sur sous mais ou où donc comme si tout tous toute toutes très bien fait faire peut c'est j'ai d'un d'une qu'il qu'on n'est l'a s'est aussi encore même quand alors moi toi lui y ça cela ici déjà trop chez entre depuis après avant jamais toujours rien merci bonjour aujourd'hui voilà va vais sera grâce vers dont êtes suis"),
        ("de", "der die das den dem des ein eine einen einem einer eines und ist sind war waren wird werden wurde nicht kein keine keinen mit von zu zum zur im in am an auf aus bei für über unter nach vor durch ohne um als wie wenn weil dass daß ob oder aber auch nur noch schon sehr mehr so es er sie wir ihr ich du mich mir dich dir uns euch sich man hat haben hatte hätte kann können muss müssen soll sollte will wollen mal ja nein doch dann da hier dort was wer wo warum wieder immer nie heute jetzt gut ganz alle alles viel viele diese dieser dieses mein meine dein sein seine ihre unsere gibt geht macht danke leider gerade eigentlich mehr beim vom ins"),
        ("it", "il lo la gli le i di del della dei delle dello degli da dal dalla in nel nella nei con su sul sulla per tra fra un uno una e è sono era che chi cosa come quando dove perché non più ma anche se si ci mi ti vi ne ho hai ha hanno abbiamo essere avere fare fatto può questo questa questi queste quello quella tutto tutti tutte molto bene oggi ora solo mio mia suo sua loro noi voi io tu lui lei al alla alle all'anno dell un'altra altro ancora già poi prima dopo sempre mai niente grazie ciao così senza c'è dopo oppure"),
        ("pt", "o os as um uma uns umas de do da dos das em no na nos nas por pelo pela para pra com sem que e é são foi era ser estar está estão tem têm ter não mais mas também como quando onde quem porque se ou muito muita já só até eu você ele ela nós eles meu minha seu sua isso isto esse essa este esta aqui agora hoje sempre nunca nada tudo todos todas bem bom fazer faz vai vou pode tá ao à às dia gente obrigado obrigada ainda depois sobre entre lá mesmo"),
        ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als maar bij nog naar uit dan wel geen over door wat je ik hij ze we jij jullie mijn zijn haar hun ons die deze dit daar hier zo nu heeft hebben had was waren wordt worden kan kunnen moet moeten zou gaan gaat meer veel al alleen goed heel echt toch want omdat hoe waarom wie waar mensen vandaag bedankt tegen onze jouw iets niets altijd nooit"),
        ("ca", "el la els les de del dels que i a en un una uns unes és són era per amb sense no es seu seva seus ho hi al als com més però ja o aquest aquesta això aquests molt també tot tota tots totes perquè quan on qui què està estan fer fa pot poden meu meva jo tu ell ella nosaltres ens em et si sí fins des sobre entre altre altra així bé avui ara després abans mai sempre res amb l'any d'un d'una s'ha n'hi vull"),
        ("id", "yang dan di ke dari untuk dengan ini itu adalah tidak nggak gak ga akan sudah udah belum bisa ada juga karena kalau kalo saya aku kamu dia kita kami mereka apa siapa kapan dimana mana bagaimana gimana kenapa mengapa pada oleh sebagai lebih sangat banyak semua orang hari tahun lagi aja saja buat sama tapi atau jadi dalam seperti para masih harus mau bukan yg nya ya dong sih deh kok lah dapat setelah baru pakai bikin jangan"),
        ("tl", "ang ng sa na mga at ay si ni kay ko mo niya ako ikaw siya kami tayo kayo sila ito iyan iyon hindi wala may mayroon para po opo lang naman din rin pa ba kung dahil pero kasi yung nang nung sana gusto dito doon ano sino saan kailan bakit paano natin namin nila inyo lahat talaga"),
        ("tr", "ve bir bu da de için ile çok daha ne var yok mi mı mu mü ben sen biz siz onlar ama gibi kadar sonra önce değil olan olarak olan oldu olur olacak her en ki şu o ya diye bile hem şey nasıl neden niye kim nerede zaman gün yıl iyi güzel artık sadece kendi bana sana beni seni bunu onu türk eden göre hiç ise veya yeni büyük şimdi içinde"),
        ("pl", "i w na z do nie się to że jest są był była było o od po za przez dla jak ale czy co kto gdzie kiedy dlaczego już tylko też tak jego jej ich mnie mi ja ty on ona my wy oni ten ta te tego tym tej może można bardzo więcej wszystko jeszcze teraz dzisiaj dziś bo lub oraz przed pod nad bez ma mam mają będzie być który która które jako więc niż dobrze dzień was wam wami wasz wasza wasze"),
        ("cs", "a v na z do ne se to že je jsou byl byla bylo o od po za jak ale co kdo kde kdy proč už jen také tak jeho její jejich mě mi já ty on ona my vy oni ten ta ty tom může velmi více všechno ještě teď dnes protože nebo před pod nad bez má mám mají bude být který která které jako aby když jsem jsme než u s k i"),
        ("sv", "och i att det som en på är av för med den till inte har de ett om men jag var kan så man vi nu när eller från du han hon dem sin min ska skulle bara också mycket mer än här där vad vem hur varför alla någon något efter under över ut upp kommer bli blir blev får år idag tack bra vill göra hade varit oss er mig dig"),
        ("da", "og i at det som en på er af for med den til ikke har de et om men jeg var kan så man vi nu når eller fra du han hun dem sin min skal skulle kun også meget mere end her der hvad hvem hvordan hvorfor alle nogen noget efter under over ud op kommer blive bliver blev får år i dag tak godt vil gøre havde været os mig dig"),
        ("no", "og i at det som en på er av for med den til ikke har de et om men jeg var kan så man vi nå når eller fra du han hun dem sin min skal skulle bare også mye mer enn her der hva hvem hvordan hvorfor alle noen noe etter under over ut opp kommer bli blir ble får år i dag takk bra vil gjøre hadde vært oss meg deg"),
        ("fi", "ja on ei se että oli ovat hän minä sinä me te he mutta kun niin kuin tai jos myös vain nyt jo ole olen mitä mikä kuka missä miksi miten kaikki paljon enemmän sitten siitä tämä tämän joka jotka hyvin tänään kiitos vielä sen voi pitää ollut"),
        ("ro", "și de la în cu pe un o nu este sunt era că ce care din pentru mai dar sau ca să se îi le lui ei eu tu el ea noi voi am are avem au fost fi acest această acum astăzi aici unde când cine cum foarte mult toate toți după până fără între despre doar și-a"),
        ("hu", "a az és hogy nem is van volt egy ez de meg már csak ha mert mint én te ő mi ti ők ki mit hol mikor miért hogyan nagyon több minden még most ma után előtt vagy lesz lenne kell lehet ezt azt jó"),
        ("vi", "và của là có không cho được trong với này các những một người khi đã đang sẽ thì mà ở tôi bạn anh em chúng ta họ nó gì đâu sao rất nhiều cũng như từ đến lại ra vào hơn làm để vì nếu"),
        ("cy", "y yr yn i o a ac ar am ei eu mae oedd yw nid ddim fod bod wedi gan gyda hefyd hwn hon sydd chi fi ni nhw pan beth pwy ble diolch heddiw iawn dydd newydd da bore eich ein ond neu"),
        ("ht", "mwen ou li nou yo se pa nan ak pou ki sa gen te ap pral kòm tout anpil men paske lè kote kijan poukisa moun bagay la jodi mèsi"),
        ("et", "ja on ei see et oli ma sa ta me te nad aga kui või ka ainult nüüd juba mis kes kus miks kuidas kõik palju rohkem siis seda väga täna aitäh veel oma saab ning selle pole"),
        ("lv", "un ir ka nav bija es tu viņš viņa mēs jūs viņi bet kad ja vai arī tikai tagad jau kas kur kāpēc kā viss daudz vairāk tad to ļoti šodien paldies vēl no uz ar par pie pēc"),
        ("lt", "ir yra kad ne buvo aš tu jis ji mes jūs jie bet kai jei ar taip tik dabar jau kas kur kodėl kaip viskas daug daugiau tada tai labai šiandien ačiū dar iš į su už apie po prie"),
        ("sl", "in je da ne se na v z za so bil bila bilo pa ali kot ki tudi že samo zdaj kaj kdo kje kdaj zakaj kako vse več zelo danes hvala še od do po pri sem smo si ga jo mi ti on ona bo"),
        ("hr", "i je da ne se na u s za su bio bila bilo ali kao koji koja koje također već samo sada što šta tko ko gdje kada zašto kako sve više vrlo danas hvala još od do po pri sam smo si ga ju mi ti on ona će bi nije ili"),
        ("sw", "na ya wa ni kwa la za katika hii hiyo huu hili yake wake yangu si sio kama pia sana leo sasa watu mtu lakini au nini nani wapi lini kwanini vipi asante hapa"),
    ];

    /// <summary>A word's languages, one bit each in the order of <see cref="Names"/>.</summary>
    public static readonly FrozenDictionary<string, uint> Words = Build();

    public static readonly string[] Names = [.. Lists.Select(l => l.Language)];

    /// <summary>Letters that English does not have, with the languages that do.</summary>
    public static readonly FrozenDictionary<char, uint> Letters = """
        ñ es|¿ es|¡ es|ã pt|õ pt,et|ç fr,pt,tr,ca|ß de|ä de,sv,fi,et|ö de,sv,fi,tr,hu,et|ü de,tr,hu,et,es,ca|è fr,it,ca|ê fr,pt,vi|à fr,it,pt,ca,vi
        ù fr,it,vi|û fr|î fr,ro|œ fr|ò it,ca,ht,vi|ì it,vi|á es,pt,hu,cs,vi|é es,pt,fr,hu,cs,ca,it|í es,pt,hu,cs,ca|ó es,pt,hu,pl,ca|ú es,pt,hu,cs,ca
        â fr,pt,ro,vi,tr|ô fr,pt,vi|ı tr|ğ tr|ş tr,ro|ą pl,lt|ę pl,lt|ł pl|ś pl|ź pl|ż pl|ć pl,hr|ń pl|ř cs|ě cs|ů cs|š cs,sl,hr,lt,lv
        č cs,sl,hr,lt,lv|ž cs,sl,hr,lt,lv|ý cs|å sv,da,no|æ da,no|ø da,no|ă ro,vi|ș ro|ț ro|ő hu|ű hu|đ vi,hr|ơ vi|ư vi|ā lv|ē lv|ī lv|ģ lv|ķ lv|ļ lv
        ņ lv|ė lt|į lt|ų lt|ŵ cy|ŷ cy
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries).ToFrozenDictionary(pair => pair[0], pair => Mask(pair[2..].Split(',')));

    private static FrozenDictionary<string, uint> Build()
    {
        var words = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var i = 0; i < Lists.Length; i++)
            foreach (var word in Lists[i].Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | (1u << i);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static uint Mask(string[] languages) =>
        languages.Aggregate(0u, (mask, language) => mask | (1u << Array.FindIndex(Lists, l => l.Language == language)));
}
