namespace ViralTracker.GeminiStandIn;

/// <summary>Drafts that read like a person's, differ from post to post, and keep the limits asked for.</summary>
public static class DraftText
{
    private static readonly string[] Openers =
    [
        "Most of our trouble was with", "Last spring we argued about", "A colleague keeps warning about", "Half the week went into",
        "Our smallest team fixed", "Nobody on call enjoyed", "The cheap version covers", "An old checklist caught", "Two reviewers disagreed on",
        "My notes still mention", "The boring path through", "Customers first noticed", "Budget season changed", "A short trial settled", "Documentation undersold", "The handover exposed",
    ];

    private static readonly string[] Endings =
    [
        "until someone wrote the steps down", "because defaults hid the slow part", "and a weekly review kept it honest", "so we measured before guessing again",
        "while nightly jobs told another story", "before anyone drew the whole flow", "once owners were named for each part", "after we cut scope by a third",
        "though rollback stayed the hard bit", "and pairing beat another tool", "when limits became visible early", "as soon as logs had real ids",
        "but only with a patient newcomer", "and small batches paid off quickly", "since nobody had tested the edges", "despite a tidy plan on paper",
    ];

    private static readonly string[] Asks =
    [
        "What would you drop first around", "Who ends up owning", "Where does it hurt most with", "How do you notice drift in",
        "Which signal made you trust", "When did you last revisit", "What surprised newcomers about", "How long before people gave up on",
        "Which part stays manual in", "What breaks quietly under", "Who pays when plans change for", "How would you explain to a sceptic",
        "What did the second attempt teach about", "Which habit survived", "Where do estimates fail for", "How do reviews change",
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
        var opener = Pick(question ? Asks : Openers, draw);
        var ending = Pick(Endings, draw >> 5);
        var text = question ? $"{opener} {word}, given that it held {ending}?" : $"{opener} {word} {ending}.";
        if (text.Length > max) text = question ? $"{opener} {word}?" : $"{opener} {word}.";
        for (var i = 0; text.Length < min; i++) text += $" Then it went on {Pick(Endings, (draw >> 9) + (uint)i)}.";
        return text.Length <= max ? text : text[..max].TrimEnd();
    }

    private static string Pick(string[] from, uint draw) => from[draw % (uint)from.Length];
}
