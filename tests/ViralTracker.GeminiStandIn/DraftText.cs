namespace ViralTracker.GeminiStandIn;

/// <summary>Drafts that read like a person's, differ from post to post, and keep the limits asked for.</summary>
public static class DraftText
{
    private static readonly string[] Whose = ["our", "the", "that", "one", "my", "their"];

    private static readonly string[] Traits =
    [
        "quiet", "patient", "stubborn", "local", "second", "oldest", "visiting", "weekend", "borrowed", "remote", "tired", "careful", "junior", "nearby", "former",
        "newest", "loudest", "busy", "retired", "curious", "smallest", "nightly", "rural", "cheerful",
    ];

    private static readonly string[] Subjects =
    [
        "desk", "crew", "pilot group", "lead", "intern", "team", "customer", "tester", "mentor", "panel", "squad", "chapter", "staff", "editor", "archivist", "board",
        "client", "designer", "shift", "clinic", "school", "baker", "librarian", "volunteer",
    ];

    private static readonly string[] Verbs =
    [
        "rewrote", "postponed", "questioned", "measured", "simplified", "sketched", "renamed", "shortened", "clarified", "documented", "swapped", "parked",
        "audited", "rebuilt", "trimmed", "untangled", "rehearsed", "replayed", "split", "merged", "timed", "traced", "reviewed", "shelved",
    ];

    private static readonly string[] Relations = ["with", "over", "under", "behind", "beside", "without", "inside", "before", "after", "during", "against", "near"];

    private static readonly string[] Sorts =
    [
        "paper", "lunch", "plain", "older", "shared", "winter", "drawn", "spare", "handmade", "half", "printed", "morning", "coloured", "missing", "folded", "yearly",
        "double", "rented", "narrow", "early", "wooden", "public", "frozen", "secret",
    ];

    private static readonly string[] Circumstances =
    [
        "notes", "forms", "flags", "sheets", "logs", "deadlines", "regions", "releases", "laptops", "rooms", "queues", "boxes", "tiers", "sprints", "backlogs",
        "audits", "holidays", "calls", "emails", "drawings", "checklists", "handovers", "invoices", "maps",
    ];

    private static readonly string[] Turns = ["and", "so", "yet", "but", "while", "until", "once", "because"];

    private static readonly string[] Matters =
    [
        "churn", "alerts", "trust", "costs", "complaints", "training", "errors", "meetings", "refunds", "mornings", "renewals", "planning", "latency", "exports",
        "docs", "demos", "uptime", "scope", "search", "payroll", "hiring", "tickets", "sign-ups", "parking",
    ];

    private static readonly string[] Outcomes =
    [
        "slowed", "grew", "faded", "vanished", "stayed flat", "sped up", "shrank", "moved on", "lagged", "recovered", "crept up", "held", "froze", "doubled back", "got rarer",
        "piled up", "worked out", "came last", "fell apart", "settled", "felt calm", "broke twice", "cleared", "waited",
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
        var draws = new Draws(kind + "\n" + post, seed);
        var question = kind.Contains("question", StringComparison.OrdinalIgnoreCase);
        var subject = $"{draws.Pick(Whose)} {draws.Pick(Traits)} {draws.Pick(Subjects)}";
        var told = $"{draws.Pick(Verbs)} {word} {draws.Pick(Relations)} {draws.Pick(Sorts)} {draws.Pick(Circumstances)}";
        var text = question
            ? $"{draws.Pick(Asks)} {subject} {told}?"
            : $"{char.ToUpperInvariant(subject[0])}{subject[1..]} {told}, {Ending()}.";
        if (text.Length > max) text = question ? $"What changed {word}?" : $"It was {word}.";
        while (text.Length < min) text += $" Then it went on, {Ending()}.";
        return text.Length <= max ? text : text[..max].TrimEnd();

        string Ending() => $"{draws.Pick(Turns)} {draws.Pick(Matters)} {draws.Pick(Outcomes)}";
    }

    /// <summary>Choices that follow from a text, each apart from the others.</summary>
    private sealed class Draws(string text, int seed)
    {
        private int _drawn;

        public string Pick(string[] from) => from[Hashing.Of($"{_drawn++} {text}", seed) % (uint)from.Length];
    }
}
