using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>As many emoji as the post has, two at most, and loud ones only where the post uses the same, or laughs where they do. The voice's own examples add theirs.</summary>
internal static partial class EmojiTone
{
    private const int Most = 2;

    private static readonly FrozenSet<string> Loud =
        "🚀 🔥 💯 🎉 🥳 🙌 👏 🤑 💥 🎊 ✨ 💪 🏆 🤯 😍 🤩 💎 📈 ⚡ 🌟 ⭐ ❗ ‼ 💸 💰 😂 🤣 ❤ 💖 😭".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Tears = "😂 🤣".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Smiles = "😂 🤣 😀 😃 😄 😁 😆 😅 😊 🙂 🙃 😉 😋 😛 😜 🤪 😝 😎 😸 😹 😺 ☺".Split(' ').ToFrozenSet();

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var own = Emoji.In(draft.Text);
        if (own.Count == 0) return null;
        var (posts, voice) = (Emoji.In(draft.Post.Text), Emoji.In(context.Examples));
        var allowed = Math.Min(Most, Math.Max(posts.Count, voice.Count > 0 ? 1 : 0));
        if (own.Count > allowed) return new(QualityRule.EmojiBeyondPost, $"{own.Count} emoji; this post's tone allows {(allowed == 0 ? "none" : allowed)}.");
        return own.FirstOrDefault(e => Loud.Contains(e) && !posts.Contains(e) && !voice.Contains(e) && !(Tears.Contains(e) && Laughs(draft.Post, posts))) is { } loud
            ? new(QualityRule.EmojiBeyondPost, $"{loud} is louder than the post.")
            : null;
    }

    private static bool Laughs(AnsweredPost post, List<string> emoji) => emoji.Exists(Smiles.Contains) || (emoji.Count > 0 && Laughter.IsMatch(post.Folded));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:a?(?:ha){2,}h?|(?:ja){2,}j?|(?:he){2,}|(?:rs){2,}|k{3,}|lo+l|lmf?ao+|rofl|mdr+|ptdr)(?![\p{L}\p{N}])|w{3,}(?![.\w])|笑|草(?:$|[。！\s])|ㅋㅋ|哈哈", RegexOptions.CultureInvariant)]
    private static partial Regex Laughter { get; }
}
