using System.Text.RegularExpressions;

namespace ViralTracker.Adapters.Models.Offline;

/// <summary>
/// Sentences around a phrase of the post, each with one slot: <c>{which}</c> is for several people, <c>{who}</c> for one or more, <c>{made}</c> for
/// what somebody made and could change, <c>{thing}</c> for anything but people, <c>{np}</c> for whatever there is. Each reads well with one or many.
/// They ask, or name a next step: none claims a fact, a number or an experience, nor what the post does not say.
/// </summary>
internal static partial class DraftTemplates
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

    /// <summary>All sentences there are.</summary>
    public static IEnumerable<string> All => [.. Advice, .. Questions, .. Reframes, .. Debates, .. Jokes];

    public static string Slot(string template) => SlotPattern().Match(template).Value;

    /// <summary>The sort of phrase that it is for, by the slot of most of them.</summary>
    public static string SortOf(string template) => Slot(template) is var slot && slot == "{which}" ? "{who}" : slot;

    /// <summary>Null where the phrase is not of the sort that the sentence is for.</summary>
    public static string? Fill(string template, SalientPhrase phrase)
    {
        var slot = Slot(template);
        if (phrase.In(slot) is not { } words) return null;
        var draft = template.Replace(slot, words, StringComparison.Ordinal);
        return char.ToUpperInvariant(draft[0]) + draft[1..];
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant)]
    private static partial Regex SlotPattern();

    private static readonly string[] Advice =
    [
        "I'd try it with a few of {which} first, then with the rest.",
        "I'd pick one of {which} and walk through it together from start to end.",
        "Call one of {which} this week and mostly listen.",
        "I'd sort {which} by what they did last month and look at the biggest group first.",
        "I'd ask {who} one open question before changing anything.",
        "Ask {who} what they did last time instead of what they would like.",
        "I'd write to {who} by hand first, before automating anything.",
        "I'd write down the last question from {who}, word for word, and start there.",
        "Before anything else, ask {who} what they expected to happen.",
        "I'd show {who} two versions and see which one they ask about.",
        "I'd explain it to {who} in one sentence and note what they ask next.",
        "Sort the questions from {which} by how often they come up, then answer the first.",
        "I'd talk to {who} before deciding, and note the exact words they use.",
        "Ask {who} what they'd miss most, and decide after that.",
        "I'd show it to one of {which} half finished and ask what's missing.",
        "I'd show {made} to a stranger and say nothing until they stop.",
        "I'd change one part of {made} at a time and wait a week in between.",
        "Go through {made} once as a stranger would and write down where you stop.",
        "Take one part out of {made} and see who asks for it back.",
        "I'd ask whoever used {made} last where they got stuck.",
        "Watch one person use {made} without helping, and note the first place they hesitate.",
        "Write down in one line what {made} should do, then cut what doesn't help.",
        "I'd keep a copy of {made} as of today, so that you can compare in a month.",
        "With {made}, I'd look at the last thing people do before they leave.",
        "I'd write down what you expect from {np} before you change anything.",
        "Pick one question about {np}, answer it this week and leave the rest for later.",
        "With {np}, I'd start with whatever can be undone tomorrow.",
        "On {np}, I'd set a date to decide and collect answers until then.",
        "I'd note what happens with {np} for a week before changing anything.",
        "I'd go through the last case with {np} step by step before deciding.",
        "I'd explain {np} to somebody outside and note the first question they ask.",
        "I'd settle what a good result with {np} looks like, then work backwards.",
        "I'd look up how others deal with this before touching {np}.",
        "I'd keep a plain list of what worked with {np} and what didn't.",
        "I'd write your question about {np} on one line before asking anybody else.",
        "I'd count first: how often {np} came up this month, and when.",
        "One question about {np} to the right person today could save you a week of guessing.",
        "I'd ask somebody who has dealt with {np} before what they'd do first.",
        "I'd look at the last time it went well with {np}, and at what was different then.",
        "Before the next step with {np}, I'd ask what you can find out by tomorrow.",
        "I'd tell somebody what you plan to do about {np}, and ask them to object.",
        "I'd list what you don't know yet about {np} and start with the shortest answer.",
        "I'd compare {np} today with a month ago before judging.",
        "Before judging {np}, I'd say in one line what you need.",
        "I'd ask whoever deals with {np} every day before anybody else.",
        "I'd give {np} a fixed hour this week and stop when it's over.",
        "With {np}, I'd write down the one result that would change your mind.",
        "I'd read up on {np} for an hour, then ask one person who disagrees.",
        "Look for one good example of {np} first, and note what made it good.",
        "I'd write a short note on {np} today and read it again in a month.",
        "I'd separate what you know about {np} from what you've only heard.",
        "I'd settle what {np} should change for you, then check that first.",
        "Start with the question about {np} that you'd be embarrassed to ask.",
    ];

    private static readonly string[] Questions =
    [
        "Which of {which} would you ask about it first?",
        "How many of {which} have you talked to yourself?",
        "Is there one of {which} you could call tomorrow?",
        "Have you asked {who} about it yet?",
        "What would {who} say if you asked them directly?",
        "When did you last talk with {who}?",
        "What would make it easy for {who} to say yes?",
        "How would you explain it to {who} in one sentence?",
        "What do you hear from {who} most often?",
        "What would you want {who} to do first?",
        "What was the last question you got from {who}?",
        "How do you stay in touch with {who}?",
        "What would {who} compare it with?",
        "Which part of {made} would you change first?",
        "Who have you shown {made} to so far?",
        "Where do people get stuck with {made}?",
        "What would you cut from {made} if half of it had to go?",
        "What did {made} look like before the last change?",
        "When did you last go through {made} the way a stranger would?",
        "What do people say about {made} in their own words?",
        "What should {made} do for somebody on the first day?",
        "Which part of {made} do people ask about most?",
        "What would you never take out of {made}?",
        "What have you tried with {np} so far?",
        "Who else have you asked about {np}?",
        "What would you tell a friend to do about {np}?",
        "What would you do differently with {np} next time?",
        "What are you least sure about with {np}?",
        "What would you need to know about {np} before you decide?",
        "What have others told you about {np}?",
        "What would you check about {np} first?",
        "What made {np} a topic for you right now?",
        "Where would you look first to learn more about {np}?",
        "What would you want to hear about {np} a month from now?",
        "What would you like to know about {np} that nobody has told you?",
        "If you could settle one question about {np} today, which would it be?",
        "What happens with {np} if you do nothing until next month?",
        "How much of your week goes into {np} at the moment?",
        "What would you do about {np} if you only had one day?",
        "What would change your mind about {np}?",
        "What are you going to try next with {np}?",
        "What has worked with {np}, even a little?",
        "What is still unclear to you about {np}?",
        "What would you show somebody who is new to {np} first?",
        "Which question about {np} do you hear most?",
        "Who do you trust most on {np}?",
        "How would you explain {np} in one sentence?",
        "What is the most useful thing you've read about {np}?",
        "What has surprised you most about {np} so far?",
        "When did {np} first come up for you?",
        "What would you leave as it is about {np}?",
        "Which example of {np} would you point to?",
        "What would you want to see from {np} before you decide?",
        "What would others in your place do about {np}?",
        "What do people who disagree with you say about {np}?",
    ];

    private static readonly string[] Reframes =
    [
        "I'd think of one person among {which} and answer for that one first.",
        "Picture one of {which} reading this over your shoulder: what would they say?",
        "{who} may see it differently. Have you asked them how?",
        "Put yourself in their place: what would {who} ask you first?",
        "And the reverse: what would {who} want to keep as it is?",
        "Maybe {who} never saw a problem there. I'd ask before solving it.",
        "I'd rather ask {who} than guess: what would they pick?",
        "Imagine {who} telling this story: where would they begin?",
        "Seen from their side: what would {who} change first?",
        "Ask it the way {who} would: what changes for them tomorrow?",
        "What would {who} tell a friend about this? I'd start there.",
        "It might take less time to ask {who} than to guess for them.",
        "Maybe {made} should do one thing less. Which would you drop?",
        "Suppose you had to make {made} again from nothing: what would stay?",
        "You could leave {made} alone and change what comes right before.",
        "The trouble with {made} may start a step earlier; I'd look there first.",
        "Who would complain if {made} disappeared tomorrow? I'd start with them.",
        "Seen by a stranger: what would they notice first about {made}?",
        "If {made} could keep only one part, which would it be?",
        "Another angle: what do people do today without {made}?",
        "To me that's two questions: what to do about {np}, and when.",
        "I'd ask it the other way round: what already works with {np}?",
        "Turn it round: what would you do without {np}?",
        "Put the other way: what would you never change about {np}?",
        "Another angle: who is happy with {np} as things are?",
        "You could also see {np} as a test: what do you want to learn first?",
        "I would first write down what should be different about {np} a month from now.",
        "Say it all works out with {np}: what did you do first?",
        "A month from now, what will you wish you had asked about {np}?",
        "Fair. I'd also ask what happens with {np} after the first week.",
        "It may be less urgent than it looks: would {np} still bother you next week?",
        "Could be a matter of timing: would you ask the same about {np} in a month?",
        "Say {np} were settled by tonight: what would you do tomorrow?",
        "I'd start from the end: what should {np} change for you?",
        "Or the reverse: if {np} turned out fine, what would you do next?",
        "Another way in: what was there before {np}?",
        "I'd take it one size smaller: what can you do about {np} this week?",
        "I'd leave {np} for later and ask what made you write this today.",
        "Suppose a friend asked you about {np}: what would you answer?",
        "With a deadline it might look different: what would you do about {np} by Friday?",
        "I'd ask first who decides about {np}, and by when.",
        "Let me ask it backwards: what would make {np} worse?",
        "I'd split that in two: what you can change about {np}, and the rest.",
        "Say somebody else had to deal with {np}: what would you tell them?",
        "I'd ask it more narrowly: what about {np} matters this week?",
        "Somebody new to this might ask what you want from {np}.",
        "I'd ask what you would say about {np} if nobody could reply.",
        "Maybe start smaller: what is the first thing about {np} you'd test?",
    ];

    private static readonly string[] Debates =
    [
        "Have you heard the other side? I'd ask {who} before settling on that.",
        "I'd argue the other way on {np}: the cost may only show up later, and somewhere else.",
        "Not sure about {np}. I'd want to hear from somebody who tried the opposite first.",
        "I'd push back a little: would you say the same about {np} if it had gone the other way?",
        "On {np} I'd want to hear the other side before calling it settled.",
        "Could {np} be getting the credit, or the blame, for something else?",
        "What would count as evidence against this view of {np}? Without any, I'd wait.",
        "I'm less sure about {np}: one good example could settle it, and I'd look for that first.",
        "I'd wait with a verdict on {np} until somebody has tried the opposite for a month.",
        "Before I agree on {np}, I'd want to see the case where it went wrong.",
        "I'd question the order here: {np} may matter less until the basics work.",
        "Not convinced yet. What would you lose by leaving {np} alone for a month?",
        "I'd start somewhere else: {np} can wait until the smaller question is answered.",
        "I'd disagree on one point: without a comparison, it's hard to say what {np} changed.",
    ];

    private static readonly string[] Jokes =
    [
        "If {thing} came with a ringtone, it would be a long sigh.",
        "File {thing} under things that should come with a manual.",
        "Somebody should add a snooze button to {thing}.",
        "I'd pay extra for {thing} with subtitles.",
        "I'd like {thing} explained by a tired parent in a supermarket queue.",
        "There should be a greeting card for {np}. A blank one.",
        "I'd watch a nature documentary about {np}, whispered narration included.",
        "Somewhere, somebody is already planning a podcast series about {np}.",
        "Tonight's bedtime story: {np}. Some of us will even sleep.",
        "Coming soon: a support group for everybody who ever argued about {np}.",
        "A museum about {np} would need a very large gift shop.",
        "I'd vote for a public holiday in honour of {np}, with naps.",
    ];
}
