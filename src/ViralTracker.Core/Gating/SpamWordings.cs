using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>What giveaways, exchanges of follows and offers of easy money say, told from talk about them.</summary>
internal static partial class SpamWordings
{
    private const RegexOptions Written = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Act = "(?:rt|retweet|repost|follow|tag|comment|share)";
    private const string Acted = "(?:likes?|retweets?|rts?|reposts?|repl(?:y|ies)|comments?|follows?|shares?|tags?|joins?|reacts?|sends?|drops?)";
    private const string Between = "(?:(?:[@.:]|us|me|this|our|the|my|your|an?|all|both|post|tweet|page|account|and|then|must|\\d\\w*|one|two|three|friends?|budd(?:y|ies))\\ ){0,6}";
    private const string Coin = "(?:eth|btc|sol|bnb|xrp|doge|usdt|usdc)";

    /// <summary>Not what somebody has set out to earn.</summary>
    private const string NotHoped = "(?<!\\b(?:(?:my|our)\\ (?:\\w+\\ ){0,2}?(?:goals?|targets?|dream|aim|plan|challenge|milestone)\\ (?:(?:\\w+|[:.])\\ ){0,4}|(?:i|i'm|we|we're)\\ (?:(?:am|are|just|only|really|still|also)\\ ){0,2}(?:want|wanted|need|hope|plan|aim|try|trying|hoping|planning|aiming)\\ to\\ ))";

    /// <summary>Ends a number that had a currency's sign, so that the reading keeps it.</summary>
    private const string Currency = "usd";
    private const string Money = "(?:(?:\\d+\\ )?\\d\\w*" + Currency + "|(?:\\d+\\ )?\\d\\w*\\ ?" + Coin + ")\\ ";

    /// <summary>No act after these: it is told of, not asked for.</summary>
    private const string Told = "(?<!\\b(?:users?|people|they|we|i|who|customers?|followers|fans|folks|readers|bots|friends|visitors|competitors|can|could|would|should|will|might|do|does|did|don't|didn't|not|never|always|often|the|of|our|my|their|a|no|more|each|every|(?<!\\b(?:need|have|sure|want|got|remember|forget)\\ )to)\\ \\w+)";

    /// <summary>And before these named.</summary>
    private const string Noun = "(?!(?:\\w+\\ ){0,2}(?:counts?|buttons?|numbers?|rates?|metrics?|stats|features?|icons?|posts|campaigns?|contests?|threads|sections?|bait)\\ |(?:is|are|was|were|went|got|gets|means?|don't|didn't|doesn't)\\ )";

    /// <summary>No more is read on either side of a wording, or a long text would take the time of its length squared.</summary>
    private const int LongSentence = 400;

    /// <summary>Who writes these trades follows or pumps a coin, but for talk about just that.</summary>
    private static readonly KeywordList Certain = new(
    [
        "follow for follow", "follow 4 follow", "followforfollow", "follow4follow", "f4f", "followback", "followtrain", "like 4 like", "likeforlike", "l4l", "sub4sub", "sub for sub",
        "free airdrop", "whitelist spots", "wl spots", "100x gem", "1000x gem", "double your bitcoin", "dm me to earn",
        "account recovery expert", "onlyfans link", "telegram group join", "whatsapp me on", "账号出售",
        "sígueme y te sigo", "segue que sigo", "sigo de volta", "takibe takip", "подпишусь в ответ", "взаимная подписка", "взаємна підписка", "フォロバ100", "フォロバします", "相互フォローお願い", "相互フォロー募集", "互粉互关", "互关互粉", "求互粉", "求互关", "互粉必回", "선팔하면 맞팔", "맞팔해요",
    ]);

    /// <summary>Of prizes: announced by itself (<c>begun</c>), else only where there is something to do or to win. What gives a secret away, what was run before and what is sold to others who run them is none.</summary>
    private static Pattern Giveaway { get; } = new(
        $@"
        (?<begun> \#\w*giveaway\w* | (?<=^\ |[.?%@]\ )(?:(?:big|huge|mega|massive|flash|weekly|holiday|special|nft|crypto|new)\ )*give\ ?away(?=\ (?:[.:%@\#]|time|alert|tonight|today|now|for\ (?:every\w+|all|my|our)|live|day|reply|follow|like|rt|retweet|comment|tag|win|\d)|\ $)
          | \bgiveaway\ (?:is\ )?(?:now\ |today\ )?(?:live|open|today|tonight|tomorrow|time|alert|starts|begins|ends\ (?:in|on|today|tonight|soon|\w+day)))
        | (?<offered> (?<!\b(?:dead|obvious|clear|subtle|telltale|ran|run|did|done|hosted|held|tried|stopped|stop|quit|never|don't|last|previous|first|of|with|from|by|without|about|than|no|not|every|these|those|most|worst|wrong)\ (?:(?:an?|our|my|the|doing|running)\ )?(?:\w+\ )?)
            \bgiveaways?\b(?!\ (?:that|(?:is|was)\ (?:that|the|when|how|in)|tools?|platforms?|apps?|pages?|software|sites?|posts?|campaigns?|strateg\w+|widgets?|plugins?|generators?|pickers?|ideas?|results?|of)\b) )", Written);

    private static Pattern Offer { get; } = new(
        $@"
        \b(?: (?:rt|retweet|repost)\ to\ win | like\ retweet\ follow
        | airdrop\ (?:is\ |are\ )?(?:now\ )?live\b(?!\ (?:photos?|pictures?|videos?|wallpapers?|in|on)\b) | airdrop\ claim | claim\ (?:(?:your|ur)\ (?:free\ )?(?:\w+\ )?)?airdrop | (?<!\blinux\ )mint\ is\ live
        | presale\ (?:is\ )?(?:now\ )?live\b(?!\ (?:for|of|at)\ (?!(?:\w+\ ){{0,2}}?(?:tokens?|coins?|nfts?)\b)) | promo\ code\ below\b(?!\ the\b) | follow\ train\b(?!\ of\b)
        | (?:i|we|i'll|we'll)\ (?:will\ |always\ )?follow\ (?:you|u|everyone|everybody|all(?:\ of\ you)?)\ (?:all\ )?back\b(?!\ to\b) | follow\ (?:me|us)\ (?:\.\ )?(?:and\ )?(?:i|we|i'll|we'll)\ (?:will\ )?follow\ (?:you|u|back)
        | (?<!\b(?:don't|not|never|won't|can't|didn't|nobody|you)\ (?:\w+\ )?)(?:(?:i|we|i'll|we'll)\ )?(?:will\ |always\ )?follow\ back(?=\ (?:instantly|asap|immediately|guaranteed|every(?:one|body)|all|anyone|fast|quick\w*|\d\w*)\ )
        | (?<!\b(?:don't|not|never|won't|can't|didn't|nobody|you)\ (?:\w+\ )?)(?:i|we|i'll|we'll|will|always)\ (?:will\ |always\ )?follow\ back(?=\ (?:[.%@\#👇]|$))
        | (?:follow|retweet|rt|repost|like)\ (?:\w+\ ){{0,6}}?for\ (?:an?\ )?(?:\w+\ )?follow\ ?back\b | (?<=^\ |[.?%]\ )(?:fast|instant|quick|guaranteed)\ follow\ ?back\b | free\ (?:\w+\ ){{0,6}}?(?:first|next)\ \d+\ (?:\w+\ )?(?:who|that|to)\ (?:retweets?|rts?|reposts?|follows?)
        | (?<=^\ |[.?%:]\ |\b(?:and|i'll|will|please|then|like|rt|retweet|repost|comment)\ )follow\ (?:every(?:one|body)|anyone|all)\ (?:(?:people\ )?(?:who|that)\ )(?:likes?|retweets?|rts?|repl(?:y|ies)|comments?|follows?|reposts?)
        )\b", Written);

    /// <summary>Two things to do, in any order; spam where there is something to win.</summary>
    private static Pattern Contest { get; } = new(
        $@"
        (?<contest> \ (?<act>{Act}){Told}\ {Between}(?!\k<act>\ )(?:like|{Act})\ {Noun} | \ like{Told}\ {Between}{Act}\ {Noun})", Written);

    /// <summary>Of money, to whoever does next to nothing for it.</summary>
    private static Pattern Handout { get; } = new(
        $@"
        \b(?: (?:giv(?:e|ing)|sending|dropping)\ (?:away\ )?{Money}(?:\w+\ )?to\ (?:(?:an?|the|one|two|three|five|ten|\d+)\ )?
              (?: (?:random|lucky|followers?)\b | (?:first\ (?:\w+\ ){{0,2}}?|every(?:one|body)\ |anyone\ |whoever\ |people\ )(?:(?:who|that|to)\ )?(?:{Acted}\b|[.%@\#👇]|$) )
          | (?<!\b(?:we|i|you|they|to)\ )(?:send|invest|deposit)\ {Money}(?:\w+\ ){{0,6}}?(?:get|receive|earn)\ (?:(?:\w+\ ){{0,2}}?{Money}|\d\w*\ )(?:back|in\ (?:\d+|an?|one|two)\ (?:hours?|hrs?|minutes?|days?|weeks?)|daily|instantly)
        )", Written);

    /// <summary>A word to comment for something that is sent, a greeting for followers.</summary>
    private static Pattern Fishing { get; } = new(
        $@"
        (?<=^\ |(?:[.?%@:]|👇)\ |\b(?:and|or|please|just|then|simply|likes?|rt|retweet|repost|follow)\ )
        (?:comment|reply|type)\ (?:(?:with|the|word)\ ){{0,3}}(?:""\ )?(?!(?:below|your|what|why|how|which|here|if|on|to|and|an?|the|with|it|that|this|or|in|for|from|is|was|were|are|i)\ )\w+\ (?:""\ )?
        (?:(?:below|now|here)\ )?(?:(?:[.:]|👇)\ )*(?:and\ )?(?:then\ )?(?:i'll|i\ will|we'll|we\ will|i'm\ (?:gonna|going\ to))\ (?:\w+\ ){{0,2}}?(?:send|dm|message|inbox|email|forward|share)\ (?:\w+\ ){{0,2}}?(?:you|u|it|them|every(?:one|body)|the|over)\b
        | \b(?:gain|get|want|need|grow\ to)\ (?:\w+\ ){{0,2}}?\d\w*\ (?:\w+\ ){{0,2}}?followers\ (?:\w+\ ){{0,4}}?(?:[?.:]\ )*(?:(?:just|then|and|please)\ ){{0,2}}(?:reply|comment|say|drop|type)\ (?:(?:with|an?)\ ){{0,2}}(?:""\ )?(?:hi|hello|hey|yes|me|done|ifb)\b", Written);

    private static Pattern GiveAway { get; } = new(@"\b(?<given>giv(?:e|ing) ?away)\b", RegexOptions.ExplicitCapture);

    /// <summary>Said in talk too, so that something else must show that they are meant.</summary>
    private static Pattern Bait { get; } = new(
        $@"
        (?<!\b(?:never|don't|dont|not|no|stop|avoid|can't|cannot|impossible|without|why|who|when)\ (?:\w+\ ){{0,2}})
        \b(?<bait> gain\ followers | (?:buy|cheap)\ followers | claim\ your\ free | free\ mint | next\ 100x | send\ btc | guaranteed\ (?:profits?|returns) | earn\ daily\ from | make\ money\ from\ home
        | follow\ (?:and\ )?(?:rt|retweet) | tag\ (?:2|3|two|three)\ friends | must\ be\ following | giv(?:e|ing)\ away\ \d\w*
        | drop\ (?:your|ur)\ (?:{Coin}\ |crypto\ |wallet\ )?(?:address(?:es)?|wallets?|addy) | drop\ wallet
        | connect\ (?:your\ )?wallet(?!\ (?:flow|button|modal|screen|dialog|page|component|feature|step)) | recover\ your\ account | hacked\ account\ recovery | accounts\ for\ sale
        | (?:accounts?|instagram|ig|facebook|fb|snapchat|tiktok|whatsapp|wallet|page|profile|gmail)\ (?:(?:was|got|get|gets|is|been|has|have|just)\ ){{0,3}}(?:hacked|banned|disabled|suspended|locked|compromised|stolen|deactivated)\ (?:or\ \w+\ )?(?:[?.:%]\ )*
          (?:(?:and|don't|worry|quickly|just|simply|please|then|need|help|now)\ ){{0,4}}(?:dm|inbox|text|hit\ up)(?=\ @)
        )\b", Written);

    /// <summary>Each with what the rest of the text must say.</summary>
    private static Pattern Lures { get; } = new(
        $@"
        \b(?: (?<grow> drop\ (?:your|ur)\ (?:\w+\ )?(?:handles?|usernames?|@) )
        | (?<recover> (?:helped|assisted|got|recovered|retrieved)\ (?:me|us|my|all|it)\b(?<=\ @\ (?:\w+\ ){{0,2}}?\w+\ \w+) | thanks\ to\ (?:@|mrs?|miss|ms|madam)\ (?:\w+\ ){{0,3}}?(?:i|my)\b )
        | (?<recover> (?<=\b(?:contact|message|dm|text|inbox|reach|hire)\ @\ (?:[\w.]+\ ){{0,8}}?)(?:recovered|retrieved)\ my\ (?:\w+\ )?(?:accounts?|instagram|facebook|wallet|funds|money|crypto|bitcoins?)\b )
        | (?<work> (?:needs?|wants?|dms?\ (?:me\ |us\ )?for|cheap|paid)(?:\ (?:an?|some|cheap|paid|free))?\ (?:promo|promos|promotion|shout\ ?outs?)(?=\ (?:[.?%@👇]|dms?|inbox|cheap|$))
          | (?:earn|make\ money)\ (?:from|with|on|using)\ (?:your|their|ur)\ (?:phones?|smartphones?|home)\b )
        | (?<signal> join\ (?:(?:our|my|the|us|on|free|vip|this)\ ){{0,3}}(?:\w+\ )?(?:telegram|whatsapp)\b )
        | (?<raffle> sorteos?|concurso|concours|gewinnspiel|verlos(?:ung|en|e)|sorteio|розыгрыш|розіграш|çekiliş\w*|مسابقة|سحب|undian|konkurs|losowanie|rozdanie|winactie | gewinnet?\ (?:eine?n?|\d\w*)\b | (?:para|pour|zu)\ (?:ganar|gagner|gewinnen|ganhar)\b(?!\ (?:\w+\ )?(?:clientes|clients|kunden|usuarios|utilisateurs|tiempo|temps|zeit|tempo)\b) )
        )", Written);

    /// <summary>A day's wages for nobody knows what.</summary>
    private static Pattern Earnings { get; } = new(
        $@"
        \b(?<work> {NotHoped}(?:earn|make)\ (?:up\ to\ |over\ |at\ least\ )?\d\w*{Currency}\ (?:\d+\ )?(?:daily|weekly|(?:(?:an?|per|every|each|in\ an?)\ )?(?:day|week|hour))\b(?<!\b(?:app|apps|we|they|plugin|saas|product|site|i|you)\ (?:\w+\ )?(?:earn|make)\ .{{0,40}})
          | {NotHoped}make\ (?:up\ to\ )?\d\w*{Currency}\ (?:an?|per)\ (?:day|week|hour)\b(?<=\bhow\ i\ make\ .{{0,40}}) )", Written);

    /// <summary>In East Asia: follow and repost, and something is drawn.</summary>
    private static Pattern Draws { get; } = new(
        @"
        (?:フォロー|リポスト|リツイート|\brt)[^.?]{0,30}?(?:フォロー|リポスト|リツイート|\brt|いいね|引用)[^.?]{0,40}?(?:抽選|当た[るり]|プレゼント|当選|進呈)
        | (?:关注|關注)[^.?]{0,12}?(?:转发|轉發|转推|点赞|點讚)[^.?]{0,20}?(?:抽|送出|赢|贏|中奖|中獎)
        | (?:팔로우|팔로)[^.?]{0,20}?(?:리트윗|\brt|리포스트|알티)[^.?]{0,30}?(?:추첨|드려|드립|증정|당첨)", Written);

    private static readonly PatternSet Wordings = new(Giveaway, Offer, Contest, Handout, Fishing, GiveAway, Bait, Lures, Draws);

    /// <summary>Tried only where a price stands.</summary>
    private static readonly PatternSet OfMoney = new(Earnings);

    /// <summary>The first that is meant, or null.</summary>
    /// <param name="plain">The text's <see cref="PlainReading"/>.</param>
    public static string? FindIn(KeywordText text, string plain)
    {
        if (Certain.FindIn(text) is { } certain) return certain;
        if (text.Folded.AsSpan().ContainsAny('$', '€', '£')) plain = PlainReading.Of(Priced.Replace(text.Folded, match => Digits(match.Value) + Currency));
        Reading? reading = null;
        foreach (var found in plain.Contains(Currency, StringComparison.Ordinal) ? Wordings.Matches(plain).Concat(OfMoney.Matches(plain)) : Wordings.Matches(plain))
            if ((reading ??= new(plain)).Means(found))
                return found.Value.Trim();
        return null;
    }

    private static string Digits(string price) => string.Concat(price.Where(char.IsLetterOrDigit));

    /// <summary>A text that holds wordings, with what else it says read once.</summary>
    private sealed class Reading(string plain)
    {
        private readonly Lazy<bool> _coins = new(() => Coins.IsMatch(plain));
        private readonly Lazy<bool> _contact = new(() => Contacts.IsMatch(plain));
        private readonly Lazy<bool> _sign = new(() => Signs.IsMatch(plain));
        private readonly Lazy<bool> _entry = new(() => Entries.IsMatch(plain));
        private readonly Lazy<bool> _growing = new(() => Growing.IsMatch(plain));
        private readonly Lazy<bool> _riches = new(() => Riches.IsMatch(plain));
        private readonly Lazy<bool> _trading = new(() => Trading.IsMatch(plain));
        private readonly Lazy<bool> _raffle = new(() => !Reported.IsMatch(plain) && ActsAbroad.Count(plain) > 1);

        public bool Means(Match found)
        {
            if (found.Groups["given"].Success) return _coins.Value;
            if (found.Groups["work"].Success) return _contact.Value;
            if (found.Groups["bait"].Success) return _contact.Value || (!IsAsked(plain, found) && (_sign.Value || Begins(plain, found.Index)));
            if (IsAsked(plain, found)) return false;
            if (found.Groups["offered"].Success) return _entry.Value || Winnings.IsMatch(Near(found));
            if (found.Groups["contest"].Success) return Prizes.IsMatch(Near(found)) || Winnings.IsMatch(Near(found));
            if (found.Groups["grow"].Success) return _growing.Value;
            if (found.Groups["recover"].Success) return _riches.Value || _contact.Value;
            if (found.Groups["signal"].Success) return _trading.Value;
            return !found.Groups["raffle"].Success || _raffle.Value;
        }

        /// <summary>The sentence of a wording, the one before and the one after.</summary>
        private ReadOnlySpan<char> Near(Match found)
        {
            var (from, to) = (Math.Max(0, found.Index - LongSentence), Math.Min(plain.Length, found.Index + found.Length + LongSentence));
            var before = plain.AsSpan(from..found.Index);
            var after = plain.AsSpan((found.Index + found.Length)..to);
            var own = before.LastIndexOfAny('.', '?');
            var start = own < 0 ? -1 : before[..own].LastIndexOfAny('.', '?');
            var end = after.IndexOfAny('.', '?');
            var next = end < 0 ? -1 : after[(end + 1)..].IndexOfAny('.', '?');
            return plain.AsSpan((start < 0 ? from : from + start + 1)..(next < 0 ? to : found.Index + found.Length + end + 1 + next));
        }
    }

    /// <summary>Its sentence asks something, other than who wants it.</summary>
    private static bool IsAsked(string plain, Match found)
    {
        var after = plain.AsSpan(found.Index + found.Length);
        after = after[..Math.Min(LongSentence, after.Length)];
        var end = after.IndexOfAny('.', '?');
        return end >= 0 && after[end] is '?' && !Invitations.IsMatch(Before(plain, found.Index)) && !Invitations.IsMatch(after[..end]);
    }

    /// <summary>Its sentence up to a place.</summary>
    private static ReadOnlySpan<char> Before(string plain, int at)
    {
        var before = plain.AsSpan(Math.Max(0, at - LongSentence)..at);
        return before[(before.LastIndexOfAny('.', '?') + 1)..];
    }

    /// <summary>As orders and advertisements do.</summary>
    private static bool Begins(string plain, int at) => Before(plain, at).Trim() is "" or "please" or "just" or "kindly";

    [GeneratedRegex(@"\bwho(?:'s| is)? (?:wants?|ready|in|up)\b|^ ?(?:want|wanna|ready|interested|fancy|need)\b")]
    private static partial Regex Invitations { get; }

    [GeneratedRegex(@"\b(?:win|wins|winners?|prizes?|raffle|giveaway|give away|chance|to enter|entry|lucky|selected|random)\b")]
    private static partial Regex Prizes { get; }

    [GeneratedRegex(@"[$€£] ?\d[\d.,]*[km]?\b|\b\d[\d.,]* ?[€£]")]
    private static partial Regex Priced { get; }

    [GeneratedRegex(@"\b\d\w*" + Currency + @"\b|\b\d+ ?" + Coin + @"\b")]
    private static partial Regex Winnings { get; }

    /// <summary>Who takes part does this, or gets that.</summary>
    [GeneratedRegex(@"(?:^|[.?%@:\d]|\b(?:and|to|please|just|must|be)) (?:follow|rt|retweet|repost|like|tag|comment|reply|enter|join (?:us|in|now)|take part|participate)\b|\b(?:winners? (?:gets?|takes?|will|on|in|announced|drawn|picked|chosen)|who(?:'s| is)? (?:wants?|in)|is invited|take part|all welcome|to (?:win|enter))\b")]
    private static partial Regex Entries { get; }

    [GeneratedRegex(@"\b(?:grow together|let's grow|grow (?:your|our|each)|gain|mutuals?|ifb|follow (?:each other|every(?:one|body)|all|back|you))\b")]
    private static partial Regex Growing { get; }

    [GeneratedRegex(@"\b(?:crypto\w*|bitcoins?|btc|eth|usdt|funds|wallet|savings|invest\w*|trading|forex)\b")]
    private static partial Regex Riches { get; }

    [GeneratedRegex(@"\b(?:signals?|forex|pips?|trades?|trading|traders?|profits?|crypto|bitcoin|pumps?|earn|invest\w*|betting|odds|dax|nasdaq|xauusd)\b")]
    private static partial Regex Trading { get; }

    /// <summary>What participants do, as raffles in other languages say it.</summary>
    [GeneratedRegex(@"\b(?:rt|retweete?t?|retuite\w*|follow|likez?|liked|liken|like|s[ií]gueme|s[ií]guenos|sigue|siga|etiqueta|comenta|comparte|suis|suivez|abonne\w*|tague[zr]?|tag|partage[rz]?|commente[rz]?|folgt?|folgen|teilt|teilen|kommentiert?|kommentieren|markiert?|curta|marque|comente|compartilhe|подпи(?:шись|шитесь|сывай\w*)|підпи(?:шись|шіться)|репост\w*|лайк\w*|пошир\w+|takip|beğen\w*|yorum|و?(?:تابع\w*|متابعة|أعد|إعادة|ريتويت|رتويت)|obserwuj\w*|polub\w*|udostępnij\w*|oznacz\w*|volg|deel)\b")]
    private static partial Regex ActsAbroad { get; }

    [GeneratedRegex(@"\b(?:fait|gemacht|hatten|haben wir|hicimos|hice|hecho|fizemos|fiz|r[eé]sultats?|ergebnis|resultados?|nunca|jamais|nie|проводили|провели|yaptık|robiliśmy)\b")]
    private static partial Regex Reported { get; }

    [GeneratedRegex(@"\b\d+ ?" + Coin + @"\b")]
    private static partial Regex Coins { get; }

    [GeneratedRegex(@"\b(?:dm|inbox|whatsapp|telegram|contact|message|text) (?:me|us|now|@)(?: |$)|\b(?:dm|inbox) (?:$|"")|\bdms? (?:for|open)\b|\bwhatsapp :? ?\d")]
    private static partial Regex Contacts { get; }

    [GeneratedRegex(@"[%👇]|\b(?:win|winners?|prizes?|raffle|giveaway|random|lucky|below|comments?|hurry)\b|\b\d+ ?" + Coin + @"\b")]
    private static partial Regex Signs { get; }
}
