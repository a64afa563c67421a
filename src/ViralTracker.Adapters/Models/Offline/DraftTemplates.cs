namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Sentences around a phrase of the post (<c>{np}</c>) and for some another one (<c>{other}</c>). Each reads well with one thing or many, a
/// person, an event or an idea. They advise, ask or turn the view: none claims a fact, a number or an experience.
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
        "On {np}, I'd write down what I expect first and compare it with what happens.",
        "A useful exercise: describe {np} in a single sentence, then look at what got left out.",
        "With {np} it might help to separate what is known from what is assumed.",
        "I'd look at {np} next to {other}; how the two hang together may be the real subject.",
        "Before deciding anything about {np}, I'd settle what a good outcome would look like.",
        "Try explaining {np} to a complete outsider; the shaky part should show up fast.",
        "A short list of what is still unclear about {np} could be worth more than another opinion.",
        "It may pay to ask who gains from {np} and who has to live with the outcome.",
        "With {np}, I'd pay more attention to what gets done than to what gets said.",
        "I'd treat {np} and {other} as separate questions: they may need different answers.",
        "A note on {np} as of today can be an education when reread later.",
        "The easiest way into {np} may be the detail that bothers you most.",
        "Should {np} feel like too big a subject, the smallest open question is where I'd begin.",
        "Looking at {np} with the eyes of somebody who disagrees might show what is missing.",
        "Something to try with {np}: argue the opposite for a while and see what survives.",
        "Talking about {np} tends to get easier once the aim is clear.",
        "A clear example can say more about {np} than a page of theory.",
        "Much of the talk about {np} may turn on what each side means by the words.",
        "For anyone stuck on {np}: picture the outcome you'd want and work backwards from there.",
        "Where {np} and {other} meet is probably the part worth a closer look.",
        "I'd ask what would have to be true for {np} to matter less.",
        "There may be more to learn about {np} from the exceptions than from the rule.",
        "I'd sort the open questions around {np} into those with an answer today and the rest.",
        "Leaving {np} aside for a moment can show how much of the picture depends on {other}.",
        "If I had to bet, I'd look for the surprise in {np} where nobody is checking.",
        "On {np}, the person who quietly disagrees is often the one worth asking.",
        "When opinions about {np} differ this much, comparing concrete cases may settle more than arguing.",
        "I'd give {np} a second look after a night's sleep; first impressions tend to be loud.",
        "Telling the story of {np} in the order it happened could show which part is still a guess.",
        "To get further with {np}, it may be enough to name the next small decision.",
    ];

    private static readonly string[] Questions =
    [
        "What got you thinking about {np} in the first place?",
        "What do you think gets overlooked most about {np}?",
        "What would you tell a complete newcomer about {np}?",
        "Which question about {np} would you most like to have answered?",
        "Has your view of {np} changed along the way?",
        "What surprised you most about {np}?",
        "If you could change a single detail about {np}, which would it be?",
        "Who else would you ask about {np}?",
        "What would it take to change your mind about {np}?",
        "How much of this comes down to {np}, would you say?",
        "Would you call {np} the heart of it, or just the part that shows?",
        "What about {np} would you leave untouched?",
        "Which common assumption about {np} would you question first?",
        "What did you believe about {np} before all this?",
        "What does nobody warn you about with {np}?",
        "When did {np} first become a topic for you?",
        "How would you explain {np} to somebody outside your field?",
        "What might somebody who disagrees with you about {np} get right?",
        "Which detail about {np} would you want to know first?",
        "Do you see {np} differently than you used to?",
        "Where would you point somebody who wants to understand {np} better?",
        "Suppose {np} had never come up: what would be different now?",
        "Have you had {np} on your mind for long, or is this recent?",
        "What is the most honest sentence you could write about {np}?",
        "Which weighs more for you here, {np} or {other}?",
        "How do {np} and {other} hang together, in your view?",
        "What would you check first about {np}?",
        "What would a sceptic say about {np}, and would they have a case?",
        "How would you know if you were wrong about {np}?",
        "Which story about {np} would you like to hear from somebody else?",
    ];

    private static readonly string[] Reframes =
    [
        "Maybe {np} came up as the symptom, with {other} as the place to look.",
        "Seen from the other side, {np} may look quite different.",
        "Perhaps the point lies less in {np} and more in who has to live with the outcome.",
        "Or turn it round: what would the picture look like without {np}?",
        "Understandable. I'd look for unspoken expectations behind {np} first.",
        "The more telling half may be what nobody says about {np}.",
        "From outside this looks like {np}; from inside it may feel more like {other}.",
        "Underneath {np} there may be a plainer question: what is everybody hoping for?",
        "There's a calmer reading too: {np} as the part that shows, and the cause somewhere else.",
        "It could also be read as a story about trust, with {np} as the example.",
        "It sounds as if {np} mattered more than the words let on.",
        "So the real subject might be what we expect, with {np} as the place where it shows.",
        "Take {np} out of the story, and the question may still stand.",
        "I hear a question about patience in there, with {np} as the occasion.",
        "Seen from a distance, {np} could be where the story begins and not where it ends.",
        "What gets said about {np} could be said of much else, which may be the point.",
        "There may be two stories in this: {np}, and how everyone around reacts.",
        "Put differently, {np} may be where it became visible and not where it began.",
        "Between the lines this seems to be about attention, and {np} got most of it.",
        "Fair. And yet {np} might look smaller a year from now.",
        "Another storyteller might put {other} in the lead and {np} at the edge.",
        "It's tempting to make {np} the whole story; {other} may deserve a larger part.",
        "To me that reads like a case for looking at {np} again, more slowly.",
        "I'd call {np} the headline; the story may be further down.",
        "In a kinder light, {np} might even look like an invitation to rethink the rest.",
        "Right, and {np} may also look different to those who never speak up.",
        "I wonder whether {np} would still stand out if everything around were calmer.",
        "Behind {np} I hear a wish for things to be simpler than they are.",
        "Maybe {np} just made visible what had been there for a while.",
        "Turned around, {np} might be the answer and we're still looking for the question.",
    ];

    private static readonly string[] Debates =
    [
        "I'd argue the other way on {np}: the cost may turn up later, and somewhere else.",
        "Not convinced about {np}; the case against would begin with {other}.",
        "A counterpoint on {np}: those who leave quietly never get a say.",
        "Let me push back a little: {np} can look fine and still answer the wrong question.",
        "Playing the sceptic on {np}: what would we say if it had gone the other way?",
        "I'd defend the opposite on {np} for a moment, if only to see which argument survives.",
        "The strongest case against {np} might come from somebody who once agreed.",
        "I doubt that {np} would matter as much if the basics were in place.",
        "On {np} I'd want to hear the losing side before calling it settled.",
        "Could it be that {np} gets the credit, or the blame, for something else entirely?",
        "What would count as evidence against this view of {np}? Without any, it stays a feeling.",
        "I'm with you on {other} and less sure about {np}; the two needn't go together.",
        "Devil's advocate: leave {np} alone and the rest may sort itself out.",
        "The usual argument about {np} may work just as well for the opposite conclusion.",
        "For the sake of argument: {np} might be the least of it.",
        "I'd question the frame here: {np} may be a detail that happens to be loud.",
    ];

    private static readonly string[] Jokes =
    [
        "Somewhere a calendar invite about {np} just reached people who never asked.",
        "My houseplant also has opinions about {np}, and just as little documentation.",
        "I'd like to see {np} explained by a tired parent in a supermarket queue.",
        "Coming soon: the support group for everybody who has ever argued about {np}.",
        "If {np} came with a ringtone, it would be a long sigh.",
        "Someone is surely writing a twelve-part podcast about {np} as we speak.",
        "File {np} under things that should come with a manual.",
        "I brought up {np} at dinner and now the dog has left the room.",
        "Tonight's bedtime story: {np}. Nobody will sleep, but everyone will nod.",
        "My horoscope warned me about {np}, in the small print.",
        "There should be a greeting card for {np}. A blank one.",
        "I tried to explain {np} to my coffee. It went cold.",
    ];
}
