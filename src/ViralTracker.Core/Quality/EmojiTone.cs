using System.Collections.Frozen;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>As many emoji as the post has, two at most, and loud ones only where the post uses the same. The voice's own examples add theirs.</summary>
internal static class EmojiTone
{
    private const int Most = 2;

    private static readonly FrozenSet<string> Loud =
        "🚀 🔥 💯 🎉 🥳 🙌 👏 🤑 💥 🎊 ✨ 💪 🏆 🤯 😍 🤩 💎 📈 ⚡ 🌟 ⭐ ❗ ‼ 💸 💰 😂 🤣 ❤ 💖 😭".Split(' ').ToFrozenSet();

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var own = Emoji.In(draft.Text);
        if (own.Count == 0) return null;
        var (posts, voice) = (Emoji.In(draft.Post.Text), Emoji.In(context.Examples));
        var allowed = Math.Min(Most, Math.Max(posts.Count, voice.Count > 0 ? 1 : 0));
        if (own.Count > allowed) return new(QualityRule.EmojiBeyondPost, $"{own.Count} emoji; this post's tone allows {(allowed == 0 ? "none" : allowed)}.");
        return own.FirstOrDefault(e => Loud.Contains(e) && !posts.Contains(e) && !voice.Contains(e)) is { } loud
            ? new(QualityRule.EmojiBeyondPost, $"{loud} is louder than the post.")
            : null;
    }
}
