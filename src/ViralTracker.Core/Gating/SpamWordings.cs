using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>What giveaways, exchanges of follows and offers of easy money say, told from talk about them.</summary>
internal static partial class SpamWordings
{
    private const RegexOptions Written = RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Act = "(?:rt|retweet|repost|follow|tag|comment|share)";
    private const string Between = "(?:(?:[@.:]|us|me|this|our|the|my|your|an?|all|both|post|tweet|page|account|and|then|must|\\d\\w*|one|two|three|friends?|budd(?:y|ies))\\ ){0,6}";
    private const string Coin = "(?:eth|btc|sol|bnb|xrp|doge|usdt|usdc)";

    /// <summary>No more is read on either side of a wording, or a long text would take the time of its length squared.</summary>
    private const int LongSentence = 400;

    /// <summary>Nobody who means something else writes these.</summary>
    private static readonly KeywordList Certain = new(
    [
        "follow for follow", "follow 4 follow", "followforfollow", "follow4follow", "f4f", "i follow back", "i'll follow back", "will follow back", "always follow back", "follow back everyone", "follow back all", "follow back instantly", "follow back guaranteed", "followback",
        "follow train", "followtrain", "like 4 like", "likeforlike", "l4l", "sub4sub", "sub for sub",
        "free airdrop", "presale is live", "presale live", "whitelist spots", "wl spots", "100x gem", "1000x gem", "double your bitcoin", "dm me to earn",
        "account recovery expert", "onlyfans link", "promo code below", "telegram group join", "whatsapp me on", "账号出售",
    ]);

    /// <summary>Of prizes; "a dead giveaway" and "the giveaway is that" give a secret away.</summary>
    private static Pattern Giveaway { get; } = new(
        @"\#\w*giveaway\w* | \bgiveaways?\b(?<!\b(?:dead|obvious|clear|subtle|telltale)\ giveaways?)(?!\ (?:that|(?:is|was)\ (?:that|the|when|how|in))\b) | (?<=^\ |\.\ )give\ away\ (?:time\ |alert\ )?(?=[.:])", Written);

    private static Pattern Offer { get; } = new(
        @"
        \b(?: (?:rt|retweet|repost)\ to\ win | like\ retweet\ follow
        | airdrop\ (?:is\ |are\ )?(?:now\ )?live\b(?!\ (?:photos?|pictures?|videos?|wallpapers?)) | airdrop\ claim | claim\ (?:(?:your|ur)\ (?:free\ )?(?:\w+\ )?)?airdrop | mint\ is\ live
        | (?:i|we|i'll|we'll)\ (?:will\ |always\ )?follow\ (?:you|u|everyone|everybody|all(?:\ of\ you)?)\ (?:all\ )?back\b(?!\ to\b) | follow\ (?:me|us)\ (?:\.\ )?(?:and\ )?(?:i|we|i'll|we'll)\ (?:will\ )?follow\ (?:you|u|back)
        )\b", Written);

    /// <summary>Two things to do, in any order; spam where there is something to win.</summary>
    private static Pattern Contest { get; } = new(
        $@"
        (?<contest> \ (?<act>{Act})\ {Between}(?!\k<act>\ )(?:like|{Act})\ | \ like\ {Between}{Act}\ )", Written);

    private static Pattern Handout { get; } = new(
        $@"
        \b(?<handout> (?:giv(?:e|ing)|sending|dropping)\ (?:away\ )?(?:\d\w*\ ){{1,2}}(?:{Coin}\ )?(?:\w+\ )?to\ (?:(?:an?|the|one|two|three|five|ten|\d+)\ )?(?:random|lucky|first|followers?|everyone|everybody|anyone|whoever)
        | send\ (?:\d\w*\ ){{1,2}}(?:{Coin}\ )?(?:\w+\ ){{0,6}}(?:get|receive)
        )\b", Written);

    private static Pattern GiveAway { get; } = new(@"\b(?<given>giv(?:e|ing) ?away)\b", RegexOptions.ExplicitCapture);

    /// <summary>Said in talk too, so that something else must show that they are meant.</summary>
    private static Pattern Bait { get; } = new(
        $@"
        (?<!\b(?:never|don't|dont|not|no|stop|avoid|can't|cannot|impossible|without|why|who|when)\ (?:\w+\ ){{0,2}})
        \b(?<bait> gain\ followers | (?:buy|cheap)\ followers | claim\ your\ free | free\ mint | next\ 100x | send\ btc | guaranteed\ (?:profits?|returns) | earn\ daily\ from | make\ money\ from\ home
        | follow\ (?:and\ )?(?:rt|retweet) | tag\ (?:2|3|two|three)\ friends | must\ be\ following | giv(?:e|ing)\ away\ \d\w*
        | drop\ (?:your|ur)\ (?:{Coin}\ |crypto\ |wallet\ )?(?:address(?:es)?|wallets?|addy) | drop\ wallet
        | connect\ (?:your\ )?wallet(?!\ (?:flow|button|modal|screen|dialog|page|component|feature|step)) | recover\ your\ account | hacked\ account\ recovery | accounts\ for\ sale
        )\b", Written);

    private static readonly PatternSet Wordings = new(Giveaway, Offer, Contest, Handout, GiveAway, Bait);

    /// <summary>The first that is meant, or null.</summary>
    /// <param name="plain">The text's <see cref="PlainReading"/>.</param>
    public static string? FindIn(KeywordText text, string plain)
    {
        if (Certain.FindIn(text) is { } certain) return certain;
        Reading? reading = null;
        foreach (var found in Wordings.Matches(plain))
            if ((reading ??= new(text.Folded, plain)).Means(found))
                return found.Value.Trim();
        return null;
    }

    /// <summary>A text that holds wordings, with what else it says read once.</summary>
    private sealed class Reading(string text, string plain)
    {
        private readonly Lazy<bool> _coins = new(() => Coins.IsMatch(plain));
        private readonly Lazy<bool> _contact = new(() => Contacts.IsMatch(plain));
        private readonly Lazy<bool> _sign = new(() => Signs.IsMatch(plain));
        private readonly Lazy<bool> _amount = new(() => Amounts.IsMatch(text));
        private readonly Lazy<bool> _prize = new(() => Prizes.IsMatch(plain));

        public bool Means(Match found)
        {
            if (found.Groups["given"].Success) return _coins.Value;
            if (found.Groups["bait"].Success) return _contact.Value || (!IsAsked(plain, found) && (_sign.Value || Begins(plain, found.Index)));
            if (found.Groups["contest"].Success) return (_prize.Value || _amount.Value) && !IsAsked(plain, found);
            return (_amount.Value || !found.Groups["handout"].Success) && !IsAsked(plain, found);
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

    [GeneratedRegex(@"\b(?:win|wins|winners?|prizes?|raffle|giveaway|give away|chance|enter|entry|lucky|selected|random)\b")]
    private static partial Regex Prizes { get; }

    [GeneratedRegex(@"[$€£] ?\d|\b\d+ ?\$?" + Coin + @"\b")]
    private static partial Regex Amounts { get; }

    [GeneratedRegex(@"\b\d+ ?" + Coin + @"\b")]
    private static partial Regex Coins { get; }

    [GeneratedRegex(@"\b(?:dm|inbox|whatsapp|telegram|contact|message|text) (?:me|us|now|@)(?: |$)|\bdms? (?:for|open)\b|\bwhatsapp :? ?\d")]
    private static partial Regex Contacts { get; }

    [GeneratedRegex(@"[%👇]|\b(?:win|winners?|prizes?|raffle|giveaway|random|lucky|below|comments?|hurry)\b|\b\d+ ?" + Coin + @"\b")]
    private static partial Regex Signs { get; }
}
