using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>Posts that nobody wants an answer to, whatever alphabet tricks they use.</summary>
internal static partial class Spam
{
    private const int FewWords = 3;
    private const int FewLetters = 8;
    private const int ManyTags = 8;
    private const int ManyCashtags = 3;

    private static readonly KeywordList Wordings = new(
    [
        "follow for follow", "follow 4 follow", "followforfollow", "follow4follow", "f4f", "i follow back", "i'll follow back", "will follow back", "always follow back", "follow back everyone", "follow back all", "follow back instantly", "follow back guaranteed", "followback",
        "follow train", "followtrain", "gain followers", "like 4 like", "likeforlike", "l4l", "sub4sub", "sub for sub",
        "g1veaway", "give away $", "free airdrop", "claim your airdrop", "airdrop is live", "claim airdrop", "claim your free", "airdrop claim", "presale is live", "presale live",
        "whitelist spots", "wl spots", "mint is live", "free mint", "100x gem", "1000x gem", "next 100x", "double your bitcoin", "send btc", "guaranteed profit", "guaranteed returns", "dm me to earn", "earn daily from", "make money from home",
        "retweet to win", "rt to win", "like and retweet to win", "follow and retweet", "follow and rt", "like retweet follow", "tag 3 friends", "tag three friends", "tag 2 friends", "drop your wallet", "drop your address", "drop wallet", "must be following",
        "cheap followers", "buy followers", "account recovery expert", "recover your account", "hacked account recovery", "onlyfans link", "promo code below", "telegram group join", "whatsapp me on", "accounts for sale", "账号出售",
    ]);

    private static readonly KeywordList Pumps = new(["to the moon", "don't sleep on", "do not sleep on"]);
    private static readonly PatternSet Giveaways = new(Giveaway);
    private static readonly PatternSet Given = new(GiveAway);

    /// <summary>Where one of these stands, <c>$HOME</c> is a variable.</summary>
    private static readonly KeywordList OfShells = new(
        ["shell", "bash", "zsh", "makefile", "dockerfile", "docker", "script", "scripts", "cron", "env", "variable", "variables", "export", "echo", "yaml", "config", "terminal", "home", "path", "user", "pwd", "foo", "bar", "baz"]);

    /// <summary>What makes the post spam, in words; null where nothing does.</summary>
    /// <param name="plain">The text's <see cref="PlainReading"/>.</param>
    public static string? In(string text, KeywordText folded, string plain)
    {
        if (Wording(folded) is { } wording) return wording;
        if (Spelling.Undisguised(folded.Written) is { } spelling && Wording(new KeywordText(spelling)) is { } disguised) return disguised;
        var (words, letters, links, tags, questions) = (0, 0, 0, 0, 0);
        foreach (var range in plain.AsSpan().Split(' '))
        {
            var token = plain.AsSpan(range);
            if (token.IsEmpty) continue;
            if (token is "%") links++;
            else if (token[0] is '#') tags++;
            else if (token[0] is '?') questions++;
            else if (char.IsLetterOrDigit(token[0])) (words, letters) = (words + 1, letters + (char.IsAscii(token[0]) ? 0 : token.Length));
        }

        // A word of an unspaced script is a phrase.
        if (links > 0 && words <= FewWords && letters <= FewLetters) return $"a link with {words} words";
        if (links > 0 && folded.Words.Contains(" claim now ", StringComparison.Ordinal)) return "claim now, with a link";
        if (tags >= ManyTags && tags > words) return $"{tags} hashtags, {words} words";

        var cashtags = text.Contains('$') ? Cashtags.Count(text) : 0;
        return cashtags >= ManyCashtags && questions == 0 && (words - cashtags <= Math.Max(FewWords, cashtags) || Pumps.FindIn(folded) is not null) && OfShells.FindIn(folded) is null
            ? $"{cashtags} cashtags" : null;
    }

    private static string? Wording(KeywordText text) =>
        Wordings.FindIn(text) ?? Giveaways.Find(text.Written)?.Trim() ?? (Given.Find(text.Written) is { } given && Coins.IsMatch(text.Written) ? given : null);

    /// <summary>Of prizes; "a dead giveaway" and "the giveaway is that" give a secret away.</summary>
    [GeneratedRegex(@"#\w*giveaway\w*|\bgiveaways?\b(?<!\b(?:dead|obvious|clear|subtle|telltale) giveaways?)(?! (?:that|(?:is|was) (?:that|the|when|how|in))\b)")]
    private static partial Regex Giveaway { get; }

    [GeneratedRegex(@"\bgiv(?:e|ing) ?away\b")]
    private static partial Regex GiveAway { get; }

    [GeneratedRegex(@"\b\d+ ?(?:eth|btc|sol|bnb|xrp|doge|usdt|usdc)\b")]
    private static partial Regex Coins { get; }

    /// <summary>One to five capitals, as stocks and coins are marked.</summary>
    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,5}(?!\w)")]
    private static partial Regex Cashtags { get; }
}
