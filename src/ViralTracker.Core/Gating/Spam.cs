using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Gating;

/// <summary>Posts that nobody wants an answer to, whatever alphabet tricks they use.</summary>
internal static class Spam
{
    private const int FewWords = 3;
    private const int FewLetters = 8;
    private const int ManyTags = 8;
    private const int ManyCashtags = 3;

    private static readonly KeywordList Wordings = new(
    [
        "follow for follow", "follow 4 follow", "followforfollow", "follow4follow", "f4f", "follow back", "followback", "follow train", "followtrain", "gain followers", "like for like", "l4l", "sub4sub", "sub for sub",
        "giveaway", "give away $", "giveaways", "g1veaway", "free airdrop", "claim your airdrop", "airdrop is live", "claim airdrop", "claim your free", "airdrop claim", "claim now", "presale is live", "presale live",
        "whitelist spots", "wl spots", "mint is live", "free mint", "100x gem", "1000x gem", "next 100x", "double your bitcoin", "send btc", "guaranteed profit", "guaranteed returns", "dm me to earn", "earn daily from", "make money from home",
        "retweet to win", "rt to win", "like and retweet to win", "follow and retweet", "follow and rt", "like retweet follow", "tag 3 friends", "tag three friends", "tag 2 friends", "drop your wallet", "drop your address", "drop wallet", "must be following",
        "cheap followers", "buy followers", "account recovery expert", "recover your account", "hacked account recovery", "onlyfans link", "promo code below", "telegram group join", "whatsapp me on", "accounts for sale", "账号出售",
    ]);

    /// <summary>What makes the post spam, in words; null where nothing does.</summary>
    public static string? In(string text, KeywordText folded)
    {
        if (Wordings.FindIn(folded) is { } wording) return wording;
        var plain = PlainReading.Of(text).AsSpan();
        var (words, letters, links, tags) = (0, 0, 0, 0);
        foreach (var range in plain.Split(' '))
        {
            var token = plain[range];
            if (token.IsEmpty) continue;
            if (token is "%") links++;
            else if (token[0] is '#') tags++;
            else if (char.IsLetterOrDigit(token[0])) (words, letters) = (words + 1, letters + (char.IsAscii(token[0]) ? 0 : token.Length));
        }

        // A word of an unspaced script is a phrase.
        if (links > 0 && words <= FewWords && letters <= FewLetters) return $"a link with {words} words";
        if (tags >= ManyTags && tags > words) return $"{tags} hashtags, {words} words";
        var cashtags = Cashtags(text);
        return cashtags >= ManyCashtags ? $"{cashtags} cashtags" : null;
    }

    private static int Cashtags(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length - 1; i++)
            if (text[i] is '$' && char.IsAsciiLetterUpper(text[i + 1]))
                count++;
        return count;
    }
}
