namespace ViralTracker.GeminiStandIn;

/// <summary>Drafts that read like a person's, differ from post to post, and keep the limits asked for.</summary>
public static class DraftText
{
    private static readonly string[] Subjects =
    [
        "our support desk", "the night shift", "a small pilot", "the ops lead", "that intern", "my old team", "one customer", "the data folks",
        "a patient mentor", "the release crew", "our oldest client", "the design pair", "a quiet tester", "the finance side", "some volunteers",
        "the second squad", "a local chapter", "the weekend group", "our pricing panel", "the field staff", "a visiting editor", "the archive team",
        "one stubborn peer", "the rollout board",
    ];

    private static readonly string[] Verbs =
    [
        "rewrote", "postponed", "questioned", "measured", "simplified", "sketched", "renamed", "doubled", "halved", "documented", "swapped", "parked",
        "audited", "rebuilt", "trimmed", "untangled", "paired on", "replayed", "split", "merged", "timed", "traced", "reviewed", "shelved",
    ];

    private static readonly string[] Circumstances =
    [
        "with paper notes", "over two lunches", "under a feature flag", "behind the old form", "beside the backlog", "without any tooling",
        "inside a shared sheet", "through plain email", "before the audit", "after the holidays", "during quiet hours", "across three regions",
        "against older logs", "near the deadline", "around the new limits", "between two releases", "on a spare laptop", "in a borrowed room",
        "from the help queue", "by drawing boxes", "per customer tier", "at half the pace", "for returning users", "on purpose",
    ];

    private static readonly string[] Endings =
    [
        "and churn slowed", "so alerts got rarer", "yet trust grew", "but costs stayed flat", "and nobody complained", "so handovers shrank",
        "while errors faded", "and reviews sped up", "but training took longer", "so meetings vanished", "and refunds dropped", "yet the queue moved",
        "while drafts piled up", "and search improved", "so newcomers coped", "but mornings were rough", "and renewals held",
        "so planning got honest", "while latency crept up", "and exports worked", "but docs lagged", "so demos felt calm", "and uptime recovered",
        "yet scope kept moving",
    ];

    private static readonly string[] Asks =
    [
        "What changed once", "Who noticed when", "What broke after", "How did it go when", "What was left once", "Who paid when",
        "What came first when", "Which limit held when",
    ];

    /// <summary>The post's longest word of letters (the first of the longest), lower case; "this" where it has none of four letters.</summary>
    public static string WordOf(string post)
    {
        var best = "";
        var start = 0;
        for (var i = 0; i <= post.Length; i++)
        {
            if (i < post.Length && char.IsAsciiLetter(post[i])) continue;
            if (i - start > best.Length && i - start <= 20) best = post[start..i];
            start = i + 1;
        }
        return best.Length >= 4 ? best.ToLowerInvariant() : "this";
    }

    /// <summary>Deterministic in all arguments; between <paramref name="min"/> and <paramref name="max"/> characters.</summary>
    public static string Write(string kind, string post, int min, int max, bool echoWord, int seed)
    {
        var word = echoWord ? WordOf(post) : "that step";
        var draw = Hashing.Of(kind + "\n" + post, seed);
        var question = kind.Contains("question", StringComparison.OrdinalIgnoreCase);
        var subject = Pick(Subjects, draw);
        var told = $"{Pick(Verbs, draw / 24)} {word} {Pick(Circumstances, draw / 576)}";
        var text = question
            ? $"{Pick(Asks, draw / 13_824)} {subject} {told}?"
            : $"{char.ToUpperInvariant(subject[0])}{subject[1..]} {told}, {Pick(Endings, draw / 13_824)}.";
        if (text.Length > max) text = question ? $"What changed {word}?" : $"It was {word}.";
        for (var i = 0u; text.Length < min; i++) text += $" Then it went on, {Pick(Endings, (draw / 7) + i)}.";
        return text.Length <= max ? text : text[..max].TrimEnd();
    }

    private static string Pick(string[] from, uint draw) => from[draw % (uint)from.Length];
}
