using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>
/// What is said of death, grave illness, disaster and crime, to be matched with one sentence's <see cref="KeywordText.Words"/>. A match in <c>plain</c> means it whatever stands
/// beside it, any other only away from <see cref="Technical"/> words. <c>name</c> and <c>alone</c> hold what must be a name, after a word for a person and without one.
/// </summary>
internal static class SensitiveRules
{
    private const string Family = "(?:dad|daddy|father|mom|mum|mother|mama|brother|sister|wife|husband|son|daughter|child|baby|kid|grandma|grandmother|granny|nana|grandpa|grandfather|grandad|granddad|uncle|aunt|auntie|cousin|nephew|niece|boyfriend|girlfriend|fianc[eé]e?|parents?|grandparents|dog|cat|puppy|kitten)";
    private const string Kin = "(?:" + Family + "|friend|bestie|partner|colleague|coworker|mentor|roommate|classmate|neighbou?r)";
    private const string InLaw = "(?:\\ in\\ law)?";
    private const string Own = "(?:my|our|his|her|their|your)\\ (?:\\w+\\ |\\d+\\ (?:year|month|week|day)s?\\ old\\ )?" + Kin + InLaw;

    private const string Role = "(?:(?:co\\ ?)?founder|ceo|cto|cfo|coo|boss|team\\ ?mate|teacher|professor|coach|therapist|landlord|employee|investor|customer|hero|idol)";

    /// <summary>Those of whom one tells that they died; lost and buried they may be in other ways.</summary>
    private const string Ours = "(?:" + Own + "|(?:my|our|his|her|their|your)\\ (?:\\w+\\ )?" + Role + "|(?:dad|mom|mum|grandma|grandpa)(?<!\\b(?:an?|the|this|that|every|any|some|such)\\ \\w+))(?:\\ and\\ (?:\\w+\\ )?" + Kin + ")?";

    /// <summary>Not "my kid's iPad", "our parent company".</summary>
    private const string Themselves = "(?!\\ (?:s\\ (?!laugh|smile|voice|hugs?\\b|death|passing|life\\b)|process\\w*|nodes?|class\\w*|elements?|components?|compan\\w+|director\\w+|folders?|themes?|threads?|tongue|figure|tags?|weight|teeth|photos?|pictures?|videos?)\\b)";

    private const string Dear = "(?:(?!(?:and|or|but|so|to|at|in|on|with|while|when|because|my|our|his|her|their|the|an?)\\b)\\w+\\ ){0,2}";
    private const string Pet = "(?:my|our|his|her|their|the)\\ " + Dear + "(?:dog|cat|puppy|pup|kitten|pet|horse|rabbit|bunny)";

    private const string People = "(?:people|persons?|man|men|woman|women|kids|boys?|girls?|teens?|teenagers?|students?|soldiers?|troops|civilians?|employees?|engineers?|staff|passengers?|protesters?|protestors?|officers?|cops?|policem[ae]n|firefighters?|residents?|victims?|toddlers?|infants?|babies|pedestrians?|motorists?|cyclists?|teachers?|nurses|doctors|journalists?|patients?|migrants|refugees|suspects?|shoppers|worshippers|tourists|climbers|hikers?|bystanders?|guests)";

    /// <summary>They may be processes, agents or trials.</summary>
    private const string Hands = "(?:workers|children|hostages|pilots?|crew|others)";
    private const string Folk = "(?:" + People + "|" + Hands + ")";
    private const string Count = "(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens|hundreds|thousands|scores|several|many|one|at\\ least\\ \\w+|more\\ than\\ \\w+)";
    private const string Somebody = "(?:" + Own + "|(?:" + Count + "\\ |an?\\ |the\\ )?(?:\\w+\\ )?" + Folk + "|he|she|who|they|" + Count + ")";
    private const string Late = "(?:has|have|had|just|also|sadly|suddenly|recently|tragically|unexpectedly|reportedly|all|was|were|is|are|been|being|got|allegedly|found|confirmed|feared|who)";
    private const string Lately = "(?:" + Late + "\\ ){0,3}";

    private const string Literally = "(?!\\ (?:the\\ (?:moment|second|instant|minute)|a\\ (?:little|bit|thousand|million|slow)|by\\ (?:the|an?)|on\\ (?:me|us|stage|that\\ hill|the\\ (?:inside|hill))|laughing|inside|and\\ made|of\\ (?:boredom|laughter|cringe|embarrassment|shame|jealousy)|(?:to|at)\\ (?:the|this)\\ (?:\\w+\\ )?boss|(?:in|during)\\ (?:the|an?|this|my|our|his|her|their)\\ (?:\\w+\\ ){0,2}?(?:games?|campaigns?|dreams?|movies?|shows?|episodes?|levels?|films?|series|novels?|books?|chapters?|seasons?|demos?|meetings?|interviews?|d\\ d))\\b)";
    private const string When = "(?:(?:on\\ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|last\\ (?:night|week|month|year)|yesterday|today|this\\ (?:morning|week)|suddenly|peacefully|unexpectedly|tragically|too\\ (?:young|soon))";
    private const string ByMachines = "(?!\\ by\\ (?:the\\ |an?\\ )?(?:\\w+\\ )?(?:oom|kernel|kubernetes|k8s|kubelet|systemd|linux|os|scheduler|supervisor|watchdog|timeout|sigkill|sigterm)\\b)";
    private const string DeadAfter = "(?=\\ (?:after|and|as|following|in|by|at|near|when|from|amid|injured|including|on|several|many|dozens)\\ |\\ $)";
    private const string Event = "(?:shootings?|stabbing|gunfire|gunm[ae]n|police|explosion|blast|fire|collision|derailment|stampede|earthquake|floods?|flooding|tornado|(?<!\\bin\\ )flight|plane|helicopter|bombing|missiles?|airstrike|shelling|factory|warehouse|plant|construction|(?:car|bus|truck|train|road)\\ (?:crash|accident))";
    private const string Place = "(?:malls?|schools?|church|mosque|synagogue|club|nightclub|bar|restaurant|hospital|stores?|supermarket|university|college|campus|concert|parade|festival|offices?|headquarters|hq|warehouse|factory|plant|airport|station|party|house|home|police|crowd|park)";

    private const string Illness = "(?:cancers?|leuk(?:a?e)mia|lymphoma|melanoma|\\w+sarcoma|\\w*carcinoma|myeloma|glioblastoma|tumou?rs?|parkinson\\ ?s|alzheimer\\ ?s|dementia|cystic\\ fibrosis|cirrhosis|(?:heart|kidney|liver|organ)\\ failure)";

    /// <summary>Not of research and products.</summary>
    private const string OfPatients = "\\b(?!\\ (?:research\\w*|cells?|care|cent(?:er|re)s?|data\\w*|detect\\w*|screen\\w*|drugs?|trials?|startups?|culture|awareness|charit\\w+|apps?|models?|biolog\\w+|vaccines?|patients?|imaging|treatments?|rising|moon|season|memes?|energy)\\b)";

    /// <summary>What a plan is said to be: it "is suicide". A death is said to be one with its cause, or was one.</summary>
    private const string Unwise = "(?<=\\w\\ (?:is|s|be|being)\\ (?:(?:pure|pretty|\\w+ly|just|almost|like)\\ )*)(?<!\\b(?:causes?|deaths?|dies?|killers?|reasons?|manner|risks?|topic|subject)\\ (?:\\w+\\ ){0,6})(?<!\\b(?!(?:it|that|this|which)\\ s\\b)\\w+\\ s\\ )suicide(?=\\ (?:if|when|for|in|on|at|to|with|without|unless|but|and|as|because|right|now|these|imo|lol)\\ |\\ $)";

    private const string JobsAndMarkets = "\\b(?:market|stocks?|crypto|price|saas|tech|jobs?|layoffs?)\\ ";

    private const string Grieved = "(?:heartbroken|heartbreaking|devastated|saddened|gutted|(?:so|very|deeply|really)\\ (?:sad|sorry)|sad\\ (?:news|day|to)|shocked)";

    /// <summary>What is buried, massacred and taken hostage in jest.</summary>
    private const string Thing = "(?:servers?|laptops?|phones?|macbooks?|computers?|pcs?|batter(?:y|ies)|monoliths?|microservices?|apis?|apps?|code|codebases?|frameworks?|librar(?:y|ies)|repos?|databases?|dbs?|sdks?|stack|clusters?|pods?|containers?|builds?|pipelines?|deploys?|scripts?|quer(?:y|ies)|branch(?:es)?|tests?|tickets?|backlog|prs?|pull\\ requests?|commits?|emails?|inbox|slack|products?|features?|startups?|websites?|sites?|domains?|blogs?|dashboards?|saas|vendors?|cloud|subscriptions?|pricing|algorithms?|platforms?|models?|llms?|bots?|agents?|seo|rss|google|twitter|stripe|aws|jenkins|jquery|php|javascript|typescript|python|java|rust|kubernetes|docker|prod|production|staging|comments|replies)";

    /// <summary>What else of business and of a maker's life is said to die.</summary>
    private const string Venture = "(?:projects?|reach|deals?|campaigns?|motivation|engagement|traffic|growth|marketing|newsletters?|ads?|accounts?|channels?|podcasts?|compan(?:y|ies)|business(?:es)?|brands?|launch(?:es)?|ideas?|plans?|communit(?:y|ies)|groups?|threads?|conversions?|sales|leads?|funnels?|trends?|hype|momentum|interest|markets?|demand|organic|content|signups|versions?|v\\d\\w*|themes?|programs?|fights?|process(?:es)?|nodes?|ipads?|tablets?|monitors?|keyboards?|cars?|plants?|internet|web|dreams?|careers?|life|hope|enthusiasm|passion|energy|attention|conversations?|facebook|instagram|tiktok|linkedin|reddit|youtube|substack|heroku|skype|vine|flash|wordpress|crypto|nfts?|bitcoin)";
    private const string OfThings = "(?:\\w+\\ ){0,3}?" + Thing + "\\b(?!\\ (?:employees?|engineers?|workers?|founders?|co|ceo|creators?|developers?|inventors?|pioneers?|users?)\\b)";


    /// <summary>A name after a word for a person; those of others are told by <c>alone</c>.</summary>
    private const string Named = "(?:\\ (?<name>(?!(?:" + Thing + "|" + Venture + "|almost|nearly|never|\\w+ly)\\b)\\w+)){0,2}?";
    private const string Alone = "(?<!\\b(?:(?:my|our|your|his|her|its|their|the|an?|every)\\ (?:\\w+\\ )?|(?:of|with|for|in|on|to|by|from|via|at|about)\\ ))(?<alone>(?!(?:" + Thing + "|" + Venture + "|and|but|it|they|we|you)\\b)\\w+)";

    private const RegexOptions Written = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static Pattern Dying { get; } = new(
        $@"
        \b(?: (?<=\b(?:who\ (?:\w+\ ){{0,2}}|an?\ (?:customer|client)\ {Lately}))died\b{Literally}
        | (?<=\b{Hands}\ {Lately})(?:died|dies)\b{Literally}
        | (?<=\bsome(?:one|body)\ (?:(?:i|we|who|close|dear|very|from|in|at)\ (?:\w+\ ){{0,7}})?)died\b{Literally}
        | (?<=\b{People}\ (?:who|whose|that|from|of|in|at|known)\ (?:\w+\ ){{0,12}})died\ {When}
        | (?<=\b{Count}\ of\ (?:our|my|the|his|her|their)\ (?:\w+\ )?(?:{People}|customers|clients|colleagues|friends|teammates|users|readers|neighbou?rs)\ {Lately})died\b{Literally}
        | (?:collapsed|fell)\ and\ died | died\ (?:at\ (?:the\ )?age|aged|in\ (?:his|her|their)\ sleep|at\ \d\d+(?=\ (?:years|after|following|from|in|on|surrounded|https?)\b|\ $)|in\ an?\ (?:\w+\ )?(?:crash|accident|fire)|(?:of|from)\ (?:an?\ (?:heart|stroke)|heart|complications))
        )\b", Written);

    /// <summary>Apart from the others, which tell more of what it is mistaken in.</summary>
    private static Pattern NamedAlone { get; } = new(
        $@"
        \b{Alone}\ (?:(?:has|have|had)\ (?:just\ |sadly\ |suddenly\ |tragically\ )?died\b{Literally}|{Lately}died(?:\ {When}|(?<last>(?=\ $))))
        \b", Written);

    /// <summary>Farewells that are said of what is no person in jest.</summary>
    private static Pattern Farewells { get; } = new(
        $@"
        \b(?: (?<plain> (?<=\b(?:{Ours}\ (?:(?!(?:{Thing}|{Venture})\b)\w+\ ){{0,2}}|{People}\ |he\ |she\ |who\ ){Lately})passed\ away
            | (?<=\b(?:he|she|who)\ (?:\w+\ ){{0,8}})(?<!\b(?:my|our|the|its|their|this|that)\ (?:(?!and\b)\w+\ ){{1,2}})passed\ away )
        | (?<!\b(?:i|{Thing}|{Venture})\ {Lately})pass(?:ed|es)\ away
        | {Grieved}\ (?:\w+\ ){{0,8}}?(?:\w+\ s\ (?:passing|death)|(?:passing|loss|death)\ of\ (?:(?:{Dear}{Kin}|(?:an?|one)\ (?:\w+\ ){{1,3}}?)\b|(?<name>(?!(?:{Thing}|{Venture}|my|our|your|its|the|this|that|an?)\b)\w+))|no\ longer\ with\ us)\b
        | pray(?:ers|ing)?\ for\ (?:{Own}\b{Themselves}|the\ (?:famil(?:y|ies)|victims|people\ (?:of|in))\b)
        | (?:condolences|thoughts\ and\ prayers)\b
          (?!\ (?:(?:are|go|out)\ ){{0,2}}(?:to|for|with)\ (?:everyone|everybody|anyone|anybody|all|those|whoever|(?:my|our|your|the)\ (?:\w+\ )?(?:{Thing}|{Venture}|teams?|devs|developers|users|wallet|weekend|sanity))\b
            (?!\ (?:\w+\ ){{0,4}}?(?:affected|impacted|involved|grieving|mourning|suffering|hurt|injured|lost|loved|victims?|famil(?:y|ies)|in|at)\b))
        | mourn(?:s|ed|ing)?\ the\ (?:loss|death|passing)\b(?!\ of\ (?:my|our|your|its|their|the|an?|this|that|all|free)\b) | (?<plain>mourn(?:s|ed|ing)?\ the\ (?:loss|death|passing)\ of\ (?:{Ours}|(?:my|our|the|an?)\ (?:\w+\ ){{0,3}}?(?:{People}|{Kin}|beloved|dear|life|soul|member)\b{Themselves}))
        )\b", Written);

    private static Pattern Deaths { get; } = new(
        $@"
        \b(?: {Count}\ (?:{Hands}\ )?(?:are\ |were\ |is\ |was\ )?(?:feared\ |confirmed\ |found\ |left\ )?dead{DeadAfter}
        | (?:is\ |was\ |found\ |shot\ |lying\ )dead\ at\ (?:the\ age\ |age\ )?\d+ | (?:found|pronounced|shot)\ dead\b(?!\ (?:links?|code|ends?|pixels?|letters?)\b) | dead\ bod(?:y|ies) | deadliest
        | {Count}\ (?:\w+\ )?deaths | no\ survivors | deaths?\ of\ (?:{Count}\b|an?\ (?:\w+\ )?{Folk}|{Folk})
        | miss\ (?:you|him|her)\ (?:\w+\ ){{0,3}}rip | rip\ (?:to\ )?(?:a\ |the\ |this\ )?(?:true\ |real\ )?(?:legend|king|queen) | rest\ in\ (?:power|paradise) | rest\ (?:his|her|their|the)\ soul
        | (?:deadly|fatal)\ (?:\w+\ )?(?:crash|shooting|accident|attack|fire|stabbing|collision|blast|explosion|shootings|overdose) | fatalit(?:y|ies)
        | (?<plain>rest\ in\ peace\b)(?!\ (?:to\ )?(?:(?:my|our|your|the|this|that|dear|sweet|old|good)\ ){{0,3}}(?:{Thing}|{Venture})\b)
        | (?:rip|r\ i\ p)\ (?:to\ )?(?<name>(?!(?:{Thing}|{Venture}|my|our|your|its|the|this|that|an?|to)\b)\w+)(?<somebody>)
        | (?<=^\ )rest\ easy\b(?!\ (?:knowing|that|with|when|because|if|on|at|while|tonight)\b) | gone\ (?:far\ |way\ |much\ )?too\ soon(?=\ $|\ (?:at|aged|brother|sister|friend|buddy|legend|rip|rest)\ )
        | mourners | mourns\b(?!\ the\ loss) | in\ mourning | bereave[dm]\w* | hospice
        )\b", Written);

    private static Pattern Killings { get; } = new(
        $@"
        \b(?: (?:{Own}|{Count}|(?:{Count}\ |an?\ |the\ )?(?:\w+\ )?{Folk})\ {Lately}killed\b(?!\ (?:it|this|that|the|my|our)\b)
        | (?:he|she|who|they)\ {Lately}(?:was|were|been|got|being)\ {Lately}killed
        | (?:was|were|been)\ killed\ (?:in|by|after|on|at|during|when|while)
        | killed\ (?:after|and\ (?:\w+\ ){{0,3}}(?:injured|wounded|hurt)|in\ (?:an?|the)\ (?:\w+\ )?(?:crash|accident|shooting|attack|fire|blast|explosion|strike|raid|collision))
        | kill(?:s|ed|ing)\ (?!its\ {Hands}\b)(?:(?:at\ least|more\ than|nearly|over|about|all)\ )?(?:{Count}\b|(?:an?\ |the\ |innocent\ |its\ own\ )?(?:\w+\ )?{Folk}|{Own}|him|himself|herself|themselves|myself)(?!\ (?:birds|hours?|minutes?|days|weeks|years|jobs|million|percent))
        | shooting\ (?:and\ )?(?:them|him|her|people) | killings | serial\ killers? | killing\ of
        | murder(?:s|ers?)\b | (?:of|for|with|attempted|degree|double|mass)\ (?:\w+\ ){{0,2}}murder | murder\ (?:of|weapon|scene)
        | murdered\ (?!it|that|this|the|on|those|these|him\ on|her\ on)\w+ | murdering\ (?:{Own}|{Folk}|{Count}|him|her|an?\ {Folk})
        | (?<!(?:career|political|commercial|social|brand|business|financial|professional|marketing|design|product|technical|startup|reputational)\ )(?!{Unwise})(?:suicides?|suicidal)\b(?!\ squad)
        | beheaded | (?<!\bcharacter\ )assassinat\w+ | (?:stabbed|shot|burned|burnt|starved|tortured|trampled|strangled|crushed)\ (?:\w+\ ){{0,3}}to\ death
        )\b", Written);

    private static Pattern Weapons { get; } = new(
        $@"
        \b(?: stabbings | stabbing\ (?:on|at|in|inside|outside|near)\ (?:an?|the)\ (?:\w+\ ){{0,2}}?(?:{Place}|trains?|bus|subway|metro|street|market)\b | (?:an?|the|fatal|mass|\d+)\ stabbing\b(?!\ (?:pain|sensation)) | stabbing\ (?:attack|leaves|left|spree|victims?|suspect)
        | stabbing\ (?:at|near)\ (?:(?:the|an?)\ )?(?:{Place}|stations?|trains?|stops?|(?<name>(?!(?:the|an?|it|this|that|these|those|my|your|our|his|her|their|some|any|random\w*|things?|dark\w*|air|shadows?|keys?|keyboard|buttons?|problems?|answers?|settings|straws|{Thing})\b)\w+))\b
        | stabbed\b(?!\ in\ the\ back|\ me\ in|\ us\ in) | stabs\ (?:{Count}|{Folk}|an?\ {Folk})
        | shootings | (?:an?|the|mass|school|fatal|fifth|police|drive\ by|this|another|accidental)\ shooting(?=\ (?:at|in|outside|near|on|that|this|last|today|yesterday|victims?|suspect|death|left|leaves)\ |\ $)
        | shooting\ (?:at|outside|near)\ (?:an?|the)\ (?:\w+\ ){{0,2}}{Place}
        | shooting\ (?:an?\ |the\ |at\ )?(?:\w+\ )?(?:teacher|officers?|students?|man|woman|boy|girl|civilians?|protesters?|unarmed\ \w+)\b
        | shot\ (?:dead|him|her|{Count}\ times|in\ the\ (?:head|chest|leg|neck|stomach)|an?\ (?:\w+\ )?{Folk}|the\ {Folk})
        | {Somebody}\ {Lately}(?:\w+\ )?shot(?<=\ (?:was|were|got|been)\ (?:\w+\ )?shot)\b(?!\ (?:in|on|with|at)\ )
        | (?:was|were)\ shot\ (?:inside|outside|by\ (?:an?|the)\ (?:\w+\ )?(?:police|officer|gunman|man|cop))
        | gunshots? | gun\ violence | shootout
        | terrorists? | terrorism | terror\ (?:plot|group|cell|suspects?)
        | (?:suicide|car|truck|pipe|roadside|nail|marathon)\ bomb\w* | bombings | bombing\ (?:of|attack|campaign|raids?|suspect) | (?:an?|the)\ bombing\ (?:in|at|near) | bomb\ (?:blast|attack|threat|explosion|exploded|killed|kills)
        | bombed\ (?:an?|the|by)\ (?:\w+\ )?(?:hospital|school|church|mosque|city|village|market|embassy|building|russian\w*|israel\w*)
        | (?:missile|missiles|rocket|drone|air)\ (?:strikes?|attacks?)\b | (?:missiles|shelling)\ (?:hit|strike|struck|kills?|killed|of|in)
        | (?:gas|factory|deadly|massive)\ (?:blast|explosion) | (?:blast|explosion)\ (?:kills?|killed|injures?|injured)
        | (?:civilian|civilians|military|mass|war|heavy|reported|{Count})\ casualties
        )\b", Written);

    private static Pattern Injuries { get; } = new(
        $@"
        \b(?: (?:killed|died|dead|dies|injured|wounded|hurt|hospitali[sz]ed)(?:\ \w+){{0,6}}\ (?:crash|accident|collision|wreck|collapse|fire|blaze|flood\w*|explosion|stampede|shooting|stabbing|attack|derailment)
        | (?<!\b(?:control|data|management)\ )(?:(?:helicopter|bus|train|motorcycle)\ crash|(?:plane|airplane|aircraft|airliner|helicopter|jet)\ (?:(?:has|had|just|was|that)\ )*(?:crash(?:ed|es)|shot\ down))\b | (?:car|truck|road|highway|traffic)\ (?:crash|accident)(?:\ \w+){{0,4}}\ (?:kills?|killed|dead|dies|died|injured|hospital)
        | {Somebody}\ {Lately}drowned | (?<!(?:caffeine|coffee|sugar|cuteness|information|ai|vitamin|content)\ )overdos(?:e|ed|es|ing)\b(?!\ (?:on|of)\ (?!fentanyl|heroin|opioids?|pills|drugs|meth|cocaine))
        | (?:body|bodies|remains)\ (?:was\ |were\ )?found | found\ (?:the\ )?(?:body|bodies|remains)\ of\ (?:\w+\ ){{0,3}}?(?:{Folk}|{Kin}|girl|boy|\d+\ year\ old)\b | missing\ (?:girl|boy|woman|man|teen|teenager|toddler|hikers?) | under\ the\ rubble
        | (?:has|have|had|battling|fighting|survived|beat|lost\ \w+\ (?:battle|fight)\ (?:with|to))\ (?:an?\ )?(?:\w+\ ){{0,6}}cancer{OfPatients} | form\ of\ cancer | cardiac\ arrest | suffered\ an?\ (?:stroke|heart\ attack|miscarriage)
        )\b", Written);

    private static Pattern Crimes { get; } = new(
        $@"
        \b(?: kidnap(?:s|ped|ping|pings|pers?)?\b(?!\ by\ (?:(?:an?|the|my|our|this|these|another)\ )?(?:\w+\ )?(?:{Thing}|{Venture}|meetings?|calls?|workshops?|conferences?|work|chores|errands)\b) | abducted | abduction | hate\ crimes? | knife\ ?crime | violent\ crimes? | crime\ scene | war\ criminals?
        | (?:aggravated|violent|alleged)\ assault | assault\ (?:charges?|allegations?|victims?|case|trial|on\ (?:an?\ (?:\w+\ )?{Folk}|the\ (?:us\ )?capitol)) | assaulted\ (?:an?|his|her|by(?!\ (?:\w+\ )?(?:{Thing}|{Venture}|pop\ ?ups?|banners?|notifications?)\b)|{Folk}) | (?:i|she|he|{Own}|{People})\ {Lately}(?:was|were|been|got)\ (?:\w+ly\ )?assaulted\b(?!\ by) | (?:sue[sd]?|suing|protest\w*|charged)\ (?:\w+\ ){{0,6}}?over\ (?:\w+\ ){{0,3}}?shootings?\b
        | attacks?\ on\ the\ (?:us\ )?(?:capitol|embassy|synagogue|mosque|church|hospital|school) | (?:knife|gun|acid|shark|machete|arson|terrorist|deadly)\ attacks? | attacked\ (?:an?\ |the\ )?(?:{Folk}|crowd|village|hospital)
        | sentenced\ to\ (?:\w+\ ){{0,3}}(?:years|life|death) | years\ in\ (?:federal\ |state\ )?prison | life\ in\ prison | death\ row | (?<!\b(?:seo|search|ncaa|corporate)\ )death\ penalty\b(?!\ for\ {OfThings})
        | (?:guilty|charged|charges|convicted|arrested|indicted|suspected|accused)\ (?:\w+\ ){{0,8}}(?:shooting|murder|murdering|killing|stabbing|raping|assaulting|kidnapping)
        | arrested\ (?:in\ connection|on\ suspicion|for\ (?:\w+ing|murder|rape|assault)) | murder\ charges? | (?:armed|bank)\ robbery | human\ trafficker
        )\b", Written);

    private static Pattern Disasters { get; } = new(
        @"
        \b(?: (?:the|an?|magnitude|strong|powerful|deadly)\ earthquake | earthquake\ (?:hit|hits|struck|strikes|in|of|kills|killed|victims|survivors|rocks|shook|near|relief)
        | hurricane\ (?:\w+\ )?(?:hit|hits|makes|made|landfall|kills|killed|destroyed|devastated|victims|survivors|damage|relief|warning) | earthquakes | tsunamis | typhoons? | tornadoes | mudslides? | landslides | flash\ flood\w* | flood\ ?waters? | flood\ (?:victims?|warnings?|damage|survivors|relief|hit|kills)
        | (?:heavy|severe|deadly|catastrophic|devastating|widespread|winds\ and|rains?\ and|storms?\ and)\ (?:\w+\ ){0,2}?(?:flooding|floods) | (?:floods|flooding)\ (?:hit|hits|kills?|killed|leave|leaves|displace\w*|this\ week|sweep\w*|swept|took|destroy\w*|claim\w*|devastate\w*)
        | (?:fires?|blaze|floods?|hurricane|tornado|cyclone|storm|earthquake|mudslide)\ (?:has\ |have\ |had\ |just\ )?(?:took|taken|destroyed|burned|flattened|swept\ away|claimed|leveled)\ (?:(?:our|my|his|her|their|the|whole|entire|down|\d+|hundreds\ of|thousands\ of)\ ){1,3}(?:homes?|houses?|apartments?|villages?|towns?|neighbou?rhoods?|schools?|lives)\b | ferry\ (?:has\ |just\ )?(?:sinks|sank|sunk|capsiz\w+)
        | (?<!\bfeast\ (?:or|and|to)\ )famine\ (?:in|hits?|kills?|spreads?|threatens?|is|looms?|victims|relief) | (?:children|babies|famil(?:y|ies)|civilians|villages)\ (?:\w+\ )?starving\b(?!\ for\b)
        | (?:been|were|was|are|people|residents|families|homes|villages?|towns?|neighbou?rhoods?)\ evacuated | evacuated\ (?:(?:last\ night|today|yesterday|tonight|this\ morning)\ )?(?:after|from|as|due|because|their\ homes) | evacuation\ orders? | forced\ to\ evacuate | natural\ disasters?\ (?:in|hit|kill\w*)
        )\b", Written);

    private static Pattern Victims { get; } = new(
        $@"
        \b(?<plain> (?:{Ours}{Named}|{Pet}|\w+\ s\ {Family}|{People}|he|she|{Count}\ children)(?:\ {Late}){{0,3}}\ (?:died|dies)\b{Literally}
        | (?:{Ours}{Named}|{People}|he|she|who)\ {Lately}(?:was|were|been|got|being)\ (?:\w+ly\ )?murdered\b(?!\ (?:by\ (?:the|my|our|an?)\ (?:\w+\ )?(?:algorithm|bots?|boss|ai|reviewers?|vcs?|comments?|compiler|market)|in\ the\ (?:comments|replies|reviews?|ratings|polls)|on\ (?:stage|twitter|x|reddit|air))\b)
        | died\ (?:of|from)\ (?:covid|an?\ overdose|injuries) | died\ in\ (?:hospital|hospice|custody|prison|combat|an?\ (?:car|plane|bus|train|road|motorcycle)\ (?:crash|accident))
        | (?:{Own}|{People})\ {Lately}
          (?: killed(?:(?<=\ (?:was|were|been|got|being)\ killed)\b|(?=\ (?:in|by|after|on|at|during|when|while|as|and|near|outside|today|yesterday|overnight|last)\ |\ $)){ByMachines}
            | drowned\b(?!\ (?:out|by|in\ (?!the\b|an?\b))) | (?:found|shot|pronounced)\ dead\b )
        | {Count}\ (?:\w+\ ){{0,2}}?
          (?: (?:{People}|children)\ {Lately}(?:left\ )?(?:killed\b{ByMachines}(?!\ (?:it|this|that|these|those|the|my|our|their|an?|off)\b) | dead{DeadAfter})
            | {Folk}\ (?:\w+\ ){{0,6}}(?:injured|wounded) )
        | (?:{Count}|{Folk})\ {Lately}(?:killed|dead|died|injured|wounded)(?=\ (?:\w+\ ){{0,6}}?{Event}\b)
        | (?:man|woman|boy|girl|teen|teenager|student|officer|suspect)\ dead{DeadAfter}
        | killed\ by\ (?:an?\ )?(?:\w+\ )?(?:driver|car|truck|bus|train|mob|police|missiles?|bombs?|drones?|shark)\b
        | kill(?:s|ed|ing)\ (?:(?:at\ least|more\ than|nearly|over|about|all)\ )?{Count}\ (?:\w+\ )?{People}\b | kill(?:s|ed)\ (?:his|her|their)\ (?:\w+\ )?{Family}\b{Themselves}
        )\b", Written);

    private static Pattern Griefs { get; } = new(
        $@"
        \b(?<plain> (?:lost|losing|grieving|missing|loss\ of|miss|buried|burying|mourning)\ (?:my|our|his|her|their)\ {Dear}{Family}\b{Themselves}(?!\ to\ (?:his|her|their|roblox|minecraft|fortnite|youtube|tiktok)\b)
        | (?:lost|losing|grieving|loss\ of|buried|burying|mourning)\ (?:my|our|his|her|their)\ {Dear}{Kin}\b{Themselves}(?!\ to\ (?!cancer|covid|suicide|drugs|addiction|dementia|violence|(?:an?\ )?(?:\w+\ )?(?:overdose|stroke|heart|crash|accident|illness|disease)\b))
        | lost\ (?:my|our)\ (?:\w+\ )?{Role}\ (?<name>\w+)\ (?!last\ (?!night\b)){When}\b(?!\ to\b)
        | lost\ (?:my|our|his|her|their|an?|the)\ (?:\w+\ ){{1,3}}?to\ (?:cancer|covid|suicide|addiction|(?:an?\ )?(?:overdose|heart\ attack|stroke|car\ (?:crash|accident)))\b
        | r\ ?i\ ?p\ (?:to\ )?{Own}\b{Themselves} | deaths?\ of\ {Own} | {Own}\ s\ (?:death|passing|funeral|suicide|murder(?!\ myster)|memorial)
        | {Ours}{Named}\ {Lately}passed(?=\ (?:(?:on\ (?:mon|tues|wednes|thurs|fri|satur|sun)day|last\ (?:night|week|month|year)(?!\ s\b)|yesterday|today|this\ (?:morning|week)|suddenly|peacefully|from)\ |$))
        | {Own}\ (?:s\ )?(?:\w+\ ){{0,3}}?(?:has|have|had|got|battling|fighting|beat|survived|with)\ (?:\w+\ ){{0,3}}?{Illness}{OfPatients}
        | miscarriages?\b(?!\ of\ justice) | (?<!\bjustice\ )miscarried
        | (?<=\b(?:i|we|they|he|she|vet|to|have|had|are|re|m)\ )(?:put|putting)\ {Pet}\ (?:down|to\ sleep)(?=\ (?:today|yesterday|last|this|on\ (?:mon|tues|wednes|thurs|fri|satur|sun)day|after|because|due)\ |\ $)
        | (?:had|having|have|need|decided)\ to\ put\ (?:down\ {Pet}|{Pet}\ (?:down|to\ sleep)) | {Pet}\ (?:\w+\ ){{0,2}}?euthani[sz]ed | (?:crossed|over)\ the\ rainbow\ bridge
        )\b", Written);

    private static Pattern Suicides { get; } = new(
        $@"
        \b(?<plain> (?:took|taken|takes?|taking)\ (?:his|her|their|your|my)\ own\ li(?:fe|ves)
        | (?:took|taken|takes|taking)\ (?:his|her|their)\ li(?:fe|ves)\b(?!\ (?:savings?|to|back|into|in\ (?:his|her|their|a|new)|seriously|over|for\ granted|stor(?:y|ies)|work|insurance|apart|online|advice|experiences?|lessons?|choices?|out|off)\b)
        | (?:want\w*|wanna|going|gonna|try|tried|trying|plann\w+|need|ready|about|threaten\w*|tempted)\ (?:to\ )?kill\ (?:myself|himself|herself|themselves) | killed\ (?:himself|herself|themselves)
        | (?:end|ending|ended|ends)\ (?:my|his|her|their)\ (?:own\ )?li(?:fe|ves)\b(?!\ (?:as|in)\b) | want\w*\ to\ end\ it\ all | (?:think\w*|consider\w*|about|ready|going)\ (?:(?:about|of|to)\ )?end(?:ing)?\ it\ all(?=\ (?:today|tonight|now|tomorrow)\ |\ $) | (?:don\ ?t|do\ not|no\ longer)\ (?:want\ to|wanna)\ (?:(?:live|be\ alive|exist)(?=\ (?:anymore|any\ more|any\ longer|like\ this)\ |\ $)|be\ here\ (?:anymore|any\ more|any\ longer)(?=\ $))
        | (?:{Own}|{People})\ (?:\w+\ ){{0,6}}?suicid(?:e|al)\b(?!\ squad) | suicide\ (?:of\ (?:{Own}|an?\ (?:\w+\ )?{People})|attempts?|prevention|hotlines?|notes?|rates?|ideation|victims?|risk) | suicidal\ (?:thoughts?|ideation|{People})
        )\b", Written);

    /// <summary>Grave ones of somebody, and wishes not to live.</summary>
    private static Pattern Illnesses { get; } = new(
        $@"
        \b(?<plain> (?:i|he|she|they|{Ours})\ (?:\w+\ ){{0,3}}?(?:want\ to|wants\ to|wanted\ to|wanna|wish\ i\ could)\ (?:just\ )?die(?=\ (?:and|today|tonight|now|already|please|right\ now|so\ badly)\ |\ $)
        | (?<=^\ (?:just\ |really\ )?)(?:want\ to|wanna)\ die(?=\ (?:today|tonight|now)\ |\ $)
        | i\ (?:wish\ i\ (?:was|were)|(?:d|would)\ be\ better\ off)\ dead\b | better\ off\ without\ me\b(?=\ $|\ (?:and|anyway|alive)\ )
        | (?:{Ours}{Named}|he|she|{People})\ (?:is|are|was|s|were)\ (?:\w+ly\ |also\ |now\ )?dying\b(?!\ (?:to|for|from\ (?:laughter|boredom)|laughing|inside|over|at|with|when|because|here|rn|lmao|of\ (?!(?:an?\ )?(?:\w+\ ){{0,2}}{Illness}))\b)
        | dying\ (?:of|from)\ (?:\w+\ ){{0,2}}?{Illness} | died\ (?:of|from)\ (?:\w+\ ){{0,2}}?{Illness}
        | (?:diagnosed\ with|diagnosis\ (?:is|of|was)|treated\ for|treatment\ for|chemo\ for|fight(?:ing)?\ against|battl(?:e|ing)|battle\ with)\ (?:\w+\ ){{0,4}}?(?:als\b|multiple\ sclerosis|{Illness}{OfPatients})
        | (?:i|he|she|{Ours}{Named}|{People})\ (?:(?:ve|s|has|have|had|just|also|still|now|just|been|sadly|recently)\ ){{0,3}}(?:got|have|has|had|beat|survived|fighting|battling)\ (?:(?:an?|stage|terminal|breast|lung|brain|skin|colon|pancreatic|aggressive|inoperable|incurable|advanced|\w+ic|\w+al|\w+ian|rare|\d\w*|one|two|three|four|i+v?)\ ){{0,3}}{Illness}{OfPatients}
        | (?:doctors?|oncologists?|biops(?:y|ies)|hospital|scans?|mri|lump)\ (?:\w+\ ){{0,5}}?(?:it\ s|it\ is|it\ was|is|was|shows?|showed|found|have|has)\ (?:\w+\ ){{0,2}}?{Illness}{OfPatients}
        | (?:he|she|{Ours}{Named})\ (?:(?:ve|s|has|have|just|also|sadly|recently|suddenly)\ ){{0,2}}(?:had|having|suffered|survived|recovering\ from)\ (?:an?\ |another\ |two\ )?(?:\w+\ )?(?:strokes?|heart\ attacks?|seizures?|aneurysm)\b(?!\ (?:of\ (?:luck|genius|inspiration|brilliance)|when|over|at\ the|every|because|seeing|reading|watching)\b)
        | (?:i|he|she|{Ours}{Named}|{People})\ (?:\w+\ ){{0,4}}?in\ (?:the\ icu|an?\ icu|(?:the\ )?intensive\ care|(?:an?\ )?coma)\b(?!\ units?\ (?:for|at|research|software)\b)
        | i\ (?:just\ )?(?:had|suffered|survived)\ an?\ (?:\w+\ )?(?:stroke|heart\ attack)(?=\ (?:last|in|on|yesterday|at\ \d+|and\ (?:survived|nearly|almost|spent|am|m)|\w+\ (?:days?|weeks?|months?|years?)\ ago)\ |\ $)
        )\b", Written);

    private static Pattern Violence { get; } = new(
        $@"
        \b(?<plain> (?<=^\ |\b(?:an?|the|mass|deadly|fatal|another|breaking|after|in|police|alleged)\ )shooting\ (?:at|in|inside|outside|near)\ (?:(?!(?:my|our|your)\b)\w+\ ){{0,3}}?{Place}\b
        | gunm[ae]n | gunfire | gunpoint | active\ shooter | opened\ fire | terror(?:ist)?\ attacks?
        | (?:{Own}|{People})\ {Lately}stabbed | (?:{Own}|{People})\ {Lately}(?:\w+\ )?shot(?<=\ (?:was|were|got|been)\ (?:\w+\ )?shot)\b(?!\ (?:in|on|with|at)\ ) | {Count}\ {People}\ shot\ (?:and|by|outside|near|inside|during|at\ (?!\d))
        | shot\ (?:and\ killed|himself|herself|multiple\ times) | (?:{Own}|{People})\ (?:\w+\ ){{0,2}}?(?:kidnapped|abducted)
        | (?:guilty|charged|charges|convicted|arrested|indicted|suspected|accused)\ (?:\w+\ ){{0,3}}?(?:of|with|for|in|over)\ (?:\w+\ ){{0,3}}?(?:murder|murdering|manslaughter|raping|rape|stabbing|assaulting|kidnapping|shooting|killing(?!\ (?:the|it|off|my|our)\b))
        | murder\ (?:trials?|charges?|suspects?|case|victims?|investigation|conviction|rate)
        | rapes?\b(?!\ (?:seeds?|oil)\b) | raping | sexual\ (?:violence|misconduct|predators?|abusers?) | sexually\ \w+ed | sex\ (?:offender|trafficking|crimes?) | molest\w+ | p(?:a)?edophil\w+
        )\b", Written);

    /// <summary>Words that are said of launches, outages and vendors too.</summary>
    private static Pattern NoFigures { get; } = new(
        $@"
        \b(?<plain> (?<!\b(?:control|data|management)\ )plane\ crash(?:es)?\b(?!\ (?:metaphor|analog\w+|movies?|simulat\w+))
        | (?<!\blike\ (?:a\ )?)wildfires?\b(?!\ (?:growth|adoption|success))
        | (?<!\b(?:ai|data|content|slop|spam|information|traffic|silver|digital)\ (?:\w+\ )?)tsunamis?\b(?!\ of\ (?!\d|the\b|water|december|march))
        | (?<!\b(?:{Thing}\ s?\ ?|it\ s\ your\ |its\ your\ ))funerals?\b(?!\ (?:for|of)\ {OfThings}) | obituar(?:y|ies)\b(?!\ (?:for|of|to)\ {OfThings})
        | (?<!\b(?:(?:it|that|this|what)\ (?:(?:s|is|was)\ )?(?:an?|another)\ (?:\w+\ )?|(?:absolute|total|complete|utter)\ ))(?<!{JobsAndMarkets})massacres?\b(?!\ (?:of|in)\ {OfThings})
        | (?<!{JobsAndMarkets})massacres?\ (?:in|at|of|near)\ (?!{OfThings})\w+
        | (?<!\b(?:held|(?:we|you|users|customers|developers|devs|teams|merchants|creators|founders|companies)\ (?:(?:are|were|re|as|all|just|now|become)\ ){{0,2}})\ ?)hostages\b(?!\ (?:of|to|by)\ {OfThings})
        | held\ hostages\ (?:in|at|inside)\b | held\ (?:\w+\ )?hostages?\ by\ (?:\w+\ )?(?:hamas|isis|hezbollah|houthis?|taliban|gunm[ae]n|militants?|terrorists?|rebels|pirates|kidnappers|robbers|m[ae]n)
        | death\ penalty\ for\ (?:murder\w*|rape|rapists|treason|drugs?|killing|killers?|terror\w*|blasphemy|apostasy) | (?:faces?|facing|abolish\w*|seek\w*|sought)\ (?:the\ )?death\ penalty
        )\b", Written);

    /// <summary>How common nouns end and few names do.</summary>
    public static Regex NounEnding { get; } = new("(?:[ts]ion|ment|ness|ing|ity|[^aius]s)$", RegexOptions.CultureInvariant);

    public static Pattern Technical { get; } = new(
        @"\b(?:process|processes|daemon|container|containers|pods?|kubernetes|k8s|docker|servers?|oom|sigkill|sigterm|kernel|linux|google|demo|demos|apps?|nodes?|threads?|gunicorn|celery|cron|jobs?|builds?|deploy\w*|pipeline|clusters?|vms?|scripts?|queries|query|database|api|browsers?|chrome|tabs?|battery|laptop|phone|macbook|servidor(?:es)?|serveurs?|tastatur|rechner|ordenador|ordinateur|portátil|computer|pc|router|wifi|gpu|cpu|ssd|disk|memory|bugs?|features?|products?|startups?|(?<!emergency |rescue )services?|codebase|code|dashboards?|release|production|prod|npc|boss|data\ cent(?:er|re)|heap|gc)\b",
        RegexOptions.CultureInvariant);

    public static PatternSet All { get; } = new(Farewells, Victims, Griefs, Suicides, Illnesses, Violence, NoFigures, Dying, NamedAlone, Deaths, Killings, Weapons, Injuries, Crimes, Disasters,
        SensitiveRulesAbroad.German, SensitiveRulesAbroad.Spanish, SensitiveRulesAbroad.French, SensitiveRulesAbroad.PortugueseAndItalian, SensitiveRulesAbroad.Elsewhere);
}
