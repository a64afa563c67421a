using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>What a word does in a sentence, as far as it can be told without a parser.</summary>
internal enum WordKind
{
    /// <summary>None of the others: most likely a noun.</summary>
    Content,

    /// <summary>Stands before a noun phrase: the, my, each.</summary>
    Determiner,

    /// <summary>Stands before a noun phrase, and ends the one before.</summary>
    Preposition,

    /// <summary>Ends a noun phrase: pronouns, conjunctions, auxiliaries, adverbs.</summary>
    Function,

    /// <summary>In a form that is hardly ever a noun.</summary>
    Verb,

    /// <summary>May stand within a noun phrase, never at its end.</summary>
    Adjective,

    /// <summary>Numbers and quantifiers: of a noun phrase, but nothing one talks about.</summary>
    Quantity,

    /// <summary>A noun of every subject and none; a phrase that needs it says nothing.</summary>
    Vague,
}

/// <summary>The little English the drafter knows.</summary>
internal static partial class EnglishWords
{
    private static readonly FrozenDictionary<string, WordKind> Kinds = Table(
        (WordKind.Determiner, "the a an my our your his its their this these those some any every each no another"),
        (WordKind.Preposition, "of for with about on in at from into over without between behind around through under during against among despite beyond toward towards via"),
        (WordKind.Function,
            "i me you he him she her it we us they them mine yours ours theirs hers myself yourself himself herself itself ourselves themselves who whom whose which what when where why how there here that " +
            "and or but nor so yet if then than because as like while until till though although since before after once unless whether per vs within across along near upon except plus " +
            "to by up down out off back away again according regarding not only just also too very really quite even still already ever never always often sometimes maybe perhaps " +
            "is am are was were be been being do does did doing done have has had having will would shall should can cannot could may might must ought " +
            "yes ok okay please lol omg wow hey hi hello etc rt amp btw imo tbh fyi oh ah yeah yep nope haha lmao wtf smh ur u im ive dont doesnt didnt cant wont isnt wasnt youre thats gonna wanna gotta " +
            "today tomorrow yesterday tonight now later soon ago anymore anyway else together instead however almost enough maybe alone ahead apart inside outside abroad online offline overseas " +
            "well far forever below above abt bc cuz whatever whoever whichever whenever wherever yourselves whose meanwhile nowadays twice rather indeed otherwise therefore somehow everywhere anywhere nowhere somewhere thus hence hopefully seriously actually basically literally " +
            "mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm"),
        (WordKind.Verb,
            "get gets got getting go goes going gone went make makes made take takes took taking give gives gave giving come comes came coming say says said saying tell tells told telling " +
            "think thinks thought thinking know knows knew known knowing see sees saw seen seeing look looks looked looking want wants wanted wanting need needed use used try tries tried trying let lets " +
            "put puts keep keeps kept keeping find finds found finding feel feels felt seem seems seemed become becomes became build builds built run ran start starts started stop stops stopped " +
            "love loved loves like liked likes hate hates hated enjoy enjoys enjoyed help helped helps helping ask asks asked asking called calling read reads wrote write writes written share shared sharing shares " +
            "happen happens happened mean means meant believe believes believed guess hope hopes hoped wish wishes wait waiting waits talk talks talking changed changing fail fails failed follow followed follows add adds added adding " +
            "deserve deserves deserved win wins won watch watches watched live lives lived learn learns learned learnt join joins joined create creates created listen listens understand understands understood buy buys bought bring brings brought " +
            "remember remembers celebrate celebrates hear hears heard imagine imagines stay stays stayed pay pays paid fix forget forgets forgot forgotten miss misses missed leave leaves left subscribe earn earns nominate nominates send sends sent save saves saved " +
            "generate generates announce announces improve improves receive receives received hold holds held break breaks broke broken explain explains include includes provide provides perform performs continue continues stand stands stood " +
            "replace replaces apply applies attend choose chooses chose chosen agree agrees agreed eat eats ate reach reaches reached worry worries grow grows grew grown speak speaks spoke spoken led realize realizes appreciate expect expects " +
            "allow allows sing sings sang meet meets met beat beats lose loses lost solve solves avoid avoids consider considers begin begins began begun pray respond responds accept accepts mention mentions ignore ignores prove proves pick picks suggest suggests " +
            "throw throws threw bless raise raises recognize compete enter enters hire hires sit sits sat blame serve serves sell sells sold stick sticks stuck handle handles forgive teach teaches taught repeat repeats wear wears wore suffer connect connects " +
            "exist exists ensure ensures manage manages bear bears deliver delivers recommend refer refers require requires participate analyze remain remains turn turns turned collapse works allowing using doing having being letting saying wanting enabling " +
            "choose seek seeks sought survive survives express develop develops produce produces appear appears decide decides grab sue invite invites weigh identify regret prevent prevents recycle delete admit admits emerge emerges introduce introduces " +
            "relies rely stalls originates reigns ensuring earning submitting compare compares compared assume assumes complain complains argue argues remove removes pull pulls adore treat treats transform transforms combine combines destroy destroys represent represents reveal reveals contain contains depend depends belong belongs " +
            "publish publishes enters reminds remind covers adjourn adjourns resign resigns react reacts cares lies die dies died flew drove drew fell falls fallen rose rises hit hits hurt hurts shut set sets cut cuts " +
            "gather gathers attract attracts convert converts signed feels moved moves move knows ends ended ending tastes smells"),
        (WordKind.Adjective,
            "good great nice bad best better worse worst big bigger biggest small smaller little new newer newest old older oldest able sure right wrong true false real full whole " +
            "cool awesome amazing terrible horrible awful insane crazy huge super hard easy interesting interested helpful useful ready happy sad sorry welcome free main general common " +
            "proud black white red blue green brown yellow grey gray pink purple open long short global available beautiful talented local vocal digital young younger unique original favorite favourite single high higher higher low lower low lowest magnificent latest " +
            "social human genuine recent entire possible impossible sour major minor humble fine important incredible late early complete due potential female male wonderful daily weekly monthly yearly annual hot cold warm special grateful total fake final past upcoming " +
            "token musical visual electronic large larger largest deep deeper artificial exciting lovely perfect imperfect former quick smart dear lucky sweet personal private public safe unsafe worth classical current glad simple serious correct incorrect positive negative brilliant massive " +
            "academic racist fair unfair famous infamous powerful mad cute wild key fantastic clear unclear random strong stronger weak weaker legal illegal popular unpopular environmental lonely normal abnormal stupid loyal royal viral regular irregular dead alive clean creative pure virtual professional medical " +
            "straight limited unlimited thankful dark mental legendary commercial financial gorgeous national international regional natural unnatural busy complex criminal extra handsome everyday rare individual disgusting political similar critical savage nuclear funny golden traditional modern poor rich tough usual unusual " +
            "friendly weird raw fresh fabulous federal joint guilty innocent meaningful healthy unhealthy contemporary wide narrow practical intelligent efficient worldwide remote specific valuable impressive solid successful progressive brief affordable spicy mobile prestigious afraid " +
            "sunny shiny controversial fancy sexy holy productive dirty slow slower fast faster fastest previous endless basic accurate sick quiet loud jealous secret valid invalid eligible urban scary careful yummy dangerous curious calm exact ridiculous heavy light expensive cheap cheaper graphic various republican angry irrelevant relevant foreign " +
            "stunning aware independent dependent decent military proper exclusive central ethical reliable unreliable difficult effective bloody standard bright active inactive evil precious tiny toxic historic historical smooth dynamic familiar unfamiliar responsive empty economic bitter anonymous fat thin stable unstable cultural electric " +
            "scientific essential brave pathetic ancient profitable grand polite impolite rude kind technical neutral necessary unnecessary dry wet interactive soft overdue emotional magical absolute unbelievable abstract functional corrupt extraordinary tall selfish blank problematic silent separate senior junior initial " +
            "confidential charming decentralized divine innovative wise corporate overall wicked physical odd shallow diverse casual superb blind superior inferior remarkable refreshing flexible boring routine outdated consistent inconsistent compliant vital educational embarrassing respective shady capable incapable versatile risky beloved vast enormous notable " +
            "clinical surreal temporary permanent frank delicious organizational severe acoustic attractive messy ongoing substantial timely rogue promising reasonable optional filthy sharp slim alternate unauthorized comfortable uncomfortable unexpected tedious compact pregnant homeless shy ethnic rough unknown undergraduate ugly stressful lengthy intuitive foolish " +
            "statistical distinct identical unofficial official renewable sudden ultra arbitrary respectful vintage creepy elderly experimental collective external internal sole prominent dramatic flat strange bizarre obvious misleading reckless tasty robust naval lyrical mutual residential glorious cruel direct indirect tight sore ill funky minimum maximum " +
            "frustrating plain comparable intense immense lone violent asleep awake alike quiet tired bored excited scared confused worried annoyed ashamed honest dishonest willing unwilling likely unlikely paid unpaid paying " +
            "hottest coolest wildest nicest simplest smartest richest poorest quickest loudest easiest african american asian australian british canadian chinese dutch english european french german indian irish italian japanese korean mexican polish russian scottish spanish swedish turkish ukrainian western eastern northern southern north south east west christian muslim jewish " +
            "advanced conversational instant constant rapid mature immature ripe legit mute pristine prime existing touching trending excellent easier longer twin mighty inclusive exclusive multiple ideal featured greatest upcoming neverending accessible lively respected steady minor prior top bottom front upper inner outer online middle half double triple favourite random sensitive productive native creative"),
        (WordKind.Quantity,
            "pretty own other others last next same different certain particular actual such zero many much more most less least few fewer several both all either neither none one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety " +
            "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd couple lot lots bit bunch plenty tons ton amount number numbers majority minority rest half quarter percent pair"),
        (WordKind.Vague,
            "kind kinds sort sorts type types way ways thing things stuff something anything everything nothing someone somebody anyone anybody everyone everybody nobody people folks guy guys man men woman women boy girl boys girls person persons kid kids child children " +
            "mom mum mother dad father parent parents husband wife son daughter brother sister friend friends baby boyfriend girlfriend bro dude sir king queen family uncle aunt cousin grandmother grandfather grandma grandpa " +
            "time times day days week weeks weekend weekends month months year years hour hours minute minutes seconds morning evening night nights moment moments decade decades century while past present future " +
            "fact facts point points case cases example examples course idea ideas part parts end ends rest top side sides half matter opinion opinions reason reasons mind head heart hand hands face eye eyes life lives world place places name names word words area areas " +
            "issue issues problem problems question questions answer answers situation level levels lack use uses need needs chance order instance result results hell ass shit fuck fucking damn crap fun bitch wait love hate thanks thank god jesus lord shoutout congrats congratulations " +
            "sense extent absence instances sum likelihood feeling condition conditions mates mate journey tongue partner partners thoughts fly note notes siblings sibling stepdaughter stepson grandson granddaughter grandparents relatives stomach body brain back hair skin mouth leg legs arm arms finger fingers teeth ear ears line mile miles dollar dollars cent cents euro euros buck bucks range variety series difference differences meaning figure figures favorite favourite " +
            "piece pieces set sets list bits look talk look move favor favour behalf sake middle beginning start default beginning " +
            "possibility ability addition purpose step steps link links photo photos pic pics picture pictures video videos image images tweet tweets thread post posts reply retweet retweets follower followers hashtag dm dms bio"));

    /// <summary>After a preposition these make an adverb ("in turn", "on board"), nothing one could talk about.</summary>
    private static readonly FrozenSet<string> Adverbial = Set(
        "turn board place line stage hold sale fire air tv radio view sight particular general detail practice theory hindsight total person private public front addition charge store advance effect force favor " +
        "response return touch progress control stock love peace school work bed home church court office hand foot heart mistake accident purpose average earth board town bit disguise demand tour air repeat top action mind need crime tears twitter");

    /// <summary>Verbs that behind an article tell of the noun: "the paid plan".</summary>
    private static readonly FrozenSet<string> Participles = Set("paid unpaid broken lost hidden written spoken chosen sold known grown frozen stolen");

    private static readonly FrozenSet<string> People = Set(
        "user customer client requester buyer subscriber visitor member tester reader viewer listener fan follower founder maker developer engineer designer marketer programmer freelancer consultant contractor bookkeeper accountant " +
        "manager boss employee worker colleague coworker teammate intern recruiter candidate applicant investor owner operator seller merchant vendor supplier lawyer doctor dentist nurse patient therapist scientist researcher " +
        "teacher student professor parent learner artist writer author musician singer actor editor journalist photographer player gamer coach athlete driver tenant landlord neighbour neighbor voter citizen politician president " +
        "stranger newcomer beginner expert professional creator blogger competitor speaker host guest critic sceptic skeptic adult teenager poet soldier farmer chef cook baker tourist traveller traveler donor volunteer");

    /// <summary>What somebody made for others to read, fill in or work through, and could make differently.</summary>
    private static readonly FrozenSet<string> Made = Set(
        "page form screen dashboard email mail newsletter app application product tool site website homepage setup checklist tour onboarding flow feature menu survey template document documentation guide manual tutorial course " +
        "report design proposal pitch deck presentation demo prototype project spreadsheet wizard plugin extension profile portfolio resume questionnaire software interface workflow worksheet brochure catalogue catalog signup sign-up");

    private static readonly FrozenSet<string> ShortNames = Set("AI UX UI UK US EU UN VC HR PR ML AR VR QA TV");

    private static readonly FrozenSet<string> OtherLanguages = Set(
        "de la el los las que en un una por para con es se su del al como más pero le les des et est une pour dans qui sur pas vous nous je ce avec " +
        "der die das und ist nicht ein eine ich mit den von zu auf für dem sich auch wie aber wir sie il che di non per sono della gli uma não os ao com mais " +
        "het een van niet dat och att det som är på yang dan ini itu tidak untuk di ke ve bir bu için ile hai ka ki ko se");

    public static WordKind KindOf(string lower) =>
        Kinds.TryGetValue(lower, out var kind) ? kind
        : lower.Length < 2 || lower.AsSpan().IndexOfAny('\'', '’') >= 0 ? WordKind.Function
        : lower.EndsWith("ly", StringComparison.Ordinal) && lower.Length > 4 ? WordKind.Function
        : HasEnding(lower, AdjectiveEndings) ? WordKind.Adjective
        : WordKind.Content;

    /// <summary>Able to stand for what a text is about.</summary>
    public static bool CarriesMeaning(string lower) => KindOf(lower) == WordKind.Content;

    public static bool IsParticiple(string lower) => Participles.Contains(lower);

    public static bool IsPeople(string lower) => People.Contains(Stem(lower));

    public static bool IsMade(string lower) => Made.Contains(Stem(lower));

    public static bool IsShortName(string word) => ShortNames.Contains(word);

    public static bool IsAdverbial(string lower) => Adverbial.Contains(lower);

    /// <summary>Past forms and participles: before a noun an adjective, after it a verb.</summary>
    public static bool IsPastForm(string lower) => lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) && !lower.EndsWith("eed", StringComparison.Ordinal);

    public static bool IsIngForm(string lower) => lower.Length > 5 && lower.EndsWith("ing", StringComparison.Ordinal);

    public static bool IsPlural(string lower) => Stem(lower).Length < lower.Length && !lower.EndsWith("us", StringComparison.Ordinal) && !lower.EndsWith("is", StringComparison.Ordinal);

    private static bool HasEnding(string lower, string[] endings) =>
        lower.Length > 5 && Array.Exists(endings, ending => lower.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] AdjectiveEndings = ["iest", "ous", "ful", "able", "ible", "less", "istic", "ish", "ical", "ional", "-like", "-wide", "-only", "-free"];

    /// <summary>Function words tell a language even in a short post; without any, only a post of two or three words passes.</summary>
    public static bool LooksEnglish(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        if (words.Count == 0 || text.Count(c => char.IsLetter(c) && c > '\u024F') * 4 > text.Count(char.IsLetter)) return false;
        var english = words.Count(IsGrammar);
        var other = words.Count(w => OtherLanguages.Contains(w) && !IsGrammar(w));
        return words.Count <= 3 ? other == 0 : english > other && english * 12 >= words.Count;
    }

    /// <summary>Holds sentences together and says nothing by itself.</summary>
    public static bool IsGrammar(string lower) =>
        Kinds.TryGetValue(lower, out var kind) && kind is WordKind.Determiner or WordKind.Preposition or WordKind.Function;

    /// <summary>Distinct words in lower case.</summary>
    public static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Stems of the words that carry meaning.</summary>
    public static HashSet<string> Stems(string text) => [.. Words(text).Where(CarriesMeaning).Select(Stem)];

    public static string Stem(string lower) => lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;

    private static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet();

    // Of a word in two lists the first tells: "like" ends a phrase more often than it is a verb.
    private static FrozenDictionary<string, WordKind> Table(params (WordKind Kind, string Words)[] lists) =>
        lists.SelectMany(list => Split(list.Words).Select(word => (Word: word, list.Kind))).DistinctBy(entry => entry.Word).ToFrozenDictionary(entry => entry.Word, entry => entry.Kind);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"[\p{L}\p{N}]+(['’\-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
