namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Sentences around a phrase of the post (<c>{np}</c>, singular or plural), another of the post or of an exemplar (<c>{other}</c>) and the topic. They advise,
/// ask or turn the view: none claims a fact, a number or an experience.
/// </summary>
internal static class DraftTemplates
{
    public static string[] For(string kind)
    {
        if (Has("question") || Has("ask")) return Questions;
        if (Has("debate") || Has("challenge") || Has("contrarian")) return Debates;
        if (Has("funny") || Has("humor") || Has("humour")) return Jokes;
        if (Has("mirror") || Has("reframe") || Has("relate") || Has("empath")) return Reframes;
        return Advice;

        bool Has(string word) => kind.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly string[] Advice =
    [
        "With {np}, it can help to write down what you expect to see before changing anything.",
        "A cheap test for {np}: hand the whole thing to a newcomer and watch where they hesitate.",
        "I'd look at {np} next to {other}; the tension between them may be the real subject.",
        "Much about {np} may come down to what happens right afterwards.",
        "Before {np}, I'd settle what would count as working. The rest follows from that.",
        "To judge {np}, leave everything out for a while and note what you miss.",
        "Talking about {np} gets easier after naming who should benefit.",
        "If {np} turned out to be the sore spot, {other} could be a cheaper place to begin.",
        "I'd keep {np} and {other} apart: they may well need different answers.",
        "A short list of where {np} fell short could teach more than a list of successes.",
        "Try explaining {np} to somebody outside {topic}; the shaky part should show up fast.",
        "For {np}, I'd start from the last person who gave up and work backwards.",
        "Sketch {np} on paper without the tools; whatever is hard to draw needs attention.",
        "Pick the smallest piece of {np} that can be undone, and learn from that.",
    ];

    private static readonly string[] Questions =
    [
        "What would have to change about {np} for you to stop worrying?",
        "Where did {np} break first for you: at the start, or once people relied on it?",
        "If you could keep a single part of {np}, which would you choose?",
        "Who would notice first if {np} went wrong, you or the people around you?",
        "What made you look at {np} now, and not later?",
        "How would you tell that {np} worked out, without asking anybody?",
        "Could {np} be the cause here, or only where trouble with {topic} surfaced?",
        "What did you expect from {np} before you saw how it went?",
        "Would you rank {np} above {other}, or treat them as different problems?",
        "What would be the smallest version of {np} worth having?",
        "Which part of {np} would you explain differently by now?",
        "What might somebody who disagrees with you about {np} get right?",
        "How much of {np} did you plan, and how much did you find out on the way?",
        "What would you warn a friend about before they touched {np}?",
    ];

    private static readonly string[] Reframes =
    [
        "Maybe {np} came out as the symptom, with {other} as the place to look.",
        "Seen from the other side, {np} could mostly be about what people expect to come next.",
        "You could read {np} as a matter of trust more than of {topic}.",
        "Or turn it round: what would be lost without {np}?",
        "Understandable, though I'd look for unclear expectations behind {np} first.",
        "Perhaps the point lies less in {np} and more in who has to live with the result.",
        "Take {np} as a message and not as a fault, and the picture shifts.",
        "I'd flip that: {np} might be the honest part, and the surroundings need the work.",
        "The interesting half of {np} might be the part nobody complains about.",
        "From outside that looks like {np}; from inside it might feel more like {other}.",
        "Right, and {np} can also be seen as a choice about what not to do.",
        "Underneath {np} there may be a plainer question: what do people want to finish?",
        "Hear, hear. One could also file {np} under patience and judge it by that.",
        "There's a calmer reading too: {np} as a first draft that happened to be public.",
    ];

    private static readonly string[] Debates =
    [
        "I'd argue the other way on {np}: the cost may turn up later, and somewhere else.",
        "Not convinced about {np}; the case against would begin with {other}.",
        "A counterpoint on {np}: whoever leaves quietly never gets a say.",
        "Let me push back a little: {np} can look fine and still answer the wrong question.",
        "Playing the sceptic on {np}: what would we say if the result had gone the other way?",
        "I'd defend the opposite of {np} for a moment, if only to see which argument survives.",
        "The strongest case against {np} might be how hard it would be to undo.",
        "I doubt that {np} would matter as much if the basics of {topic} were in place.",
    ];

    private static readonly string[] Jokes =
    [
        "Somewhere a calendar invite about {np} just reached people who never asked.",
        "Pretty sure {np} can smell when somebody has a deadline.",
        "File {np} under things that behave perfectly until somebody watches.",
        "My houseplant also has opinions about {np}, and just as little documentation.",
        "I'd like to see {np} explained by a tired parent in a supermarket queue.",
        "Coming soon: the support group for everybody who met {np} on a Friday.",
        "If {np} had a ringtone, it would be a long sigh.",
        "Plot twist: {np} had been reading our meeting notes all along.",
    ];
}
