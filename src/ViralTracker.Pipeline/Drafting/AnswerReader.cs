using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>A draft as judged: offered when no finding rejects it.</summary>
/// <param name="Rank">1 is the best of its post; 0 for a rejected draft.</param>
internal sealed record JudgedDraft(string Kind, int Rank, string Text, DraftFinding? Finding)
{
    public DraftFinding? Rejection => Finding is { Rejects: true } ? Finding : null;
}

/// <param name="Rule">Snake-case name of the rule.</param>
/// <param name="Detail">What it found, for people and for asking again.</param>
/// <param name="Rejects">False: the draft is offered, with this for a person to look at.</param>
public sealed record DraftFinding(string Rule, string Detail, bool Rejects = true);

/// <param name="Finding">Null: nothing speaks against the draft.</param>
/// <param name="Merit">0..1, to order the drafts of a post by; 0 for a rejected one.</param>
public readonly record struct DraftReview(DraftFinding? Finding, double Merit);

/// <summary>Decides on the drafts of a post, one after another.</summary>
public delegate Func<SuggestionKind, string, DraftReview> DraftCheck(ScoredPost post);

/// <summary>What an answer means for one post of the pack.</summary>
/// <param name="AskAgain">Kinds still wanted, with the reason; empty when the post is settled.</param>
/// <param name="NothingToSay">The model answered null for every kind.</param>
internal sealed record ReadPart(
    PackItem Item, IReadOnlyList<JudgedDraft> Drafts, ImmutableSortedDictionary<string, string> AskAgain, bool NothingToSay, bool Reasked)
{
    public int Offered => Drafts.Count(d => d.Rejection is null);
}

internal sealed record ReadAnswer(CallOutcome Outcome, IReadOnlyList<ReadPart> Parts);

/// <summary>Reads an answer against the pack it belongs to. Pure.</summary>
internal static class AnswerReader
{
    public static ReadAnswer Read(Pack pack, DraftRequest request, ChatResponse response, ProjectConfig project, DraftCheck check)
    {
        if (response.AdditionalProperties?.ContainsKey(ModelAnswer.BlockReason) == true)
            return new ReadAnswer(CallOutcome.Blocked, []);
        var answer = AnswerParser.Parse(response.Text, request.Wanted);
        var parts = pack.Items.Select((item, i) => Part(item, answer.Parts[i], project, check)).ToArray();
        var outcome = response.FinishReason == ChatFinishReason.Length || (answer.Readable && !answer.Complete) ? CallOutcome.Truncated
            : !answer.Readable ? CallOutcome.Unparsable
            : answer.Parts.Any(p => p.Missing.Count > 0) ? CallOutcome.Partial
            : CallOutcome.Ok;
        return new ReadAnswer(outcome, parts);
    }

    private static ReadPart Part(PackItem item, PostAnswer answer, ProjectConfig project, DraftCheck check)
    {
        var drafts = new List<JudgedDraft>();
        var merits = new List<double>();
        var judge = check(item.Task.Scored);
        var again = answer.Missing.ToDictionary(m => m.Key, m => Describe(m.Value), StringComparer.Ordinal);
        foreach (var kind in project.Suggestions)
        {
            if (answer.Drafts.GetValueOrDefault(kind.Name) is not { } text) continue;
            var review = judge(kind, text);
            var draft = new JudgedDraft(kind.Name, 0, text, review.Finding);
            drafts.Add(draft);
            merits.Add(review.Merit);
            if (draft.Rejection is { } rejection && !item.Reasked) again[kind.Name] = $"the last draft was rejected: {rejection.Detail}";
        }
        Rank(item, drafts, merits);
        var nothing = item.Wanted.IsEmpty && answer.Missing.Count == 0 && answer.Drafts.Values.All(text => text is null);
        var reasked = item.Reasked || drafts.Any(d => d.Rejection is not null);
        return new ReadPart(item, drafts, again.ToImmutableSortedDictionary(StringComparer.Ordinal), nothing, reasked);
    }

    /// <summary>Numbers the offered drafts, best first, equals in the order of the kinds; those of a later answer stand behind what the post already has.</summary>
    private static void Rank(PackItem item, List<JudgedDraft> drafts, List<double> merits)
    {
        var rank = item.Offered;
        foreach (var i in Enumerable.Range(0, drafts.Count).Where(i => drafts[i].Rejection is null).OrderByDescending(i => merits[i]).ToArray())
            drafts[i] = drafts[i] with { Rank = ++rank };
    }

    private static string Describe(AnswerFault fault) => fault switch
    {
        AnswerFault.Repeated => "the last answer held this post twice",
        AnswerFault.Malformed => "the last answer was no text of sensible length",
        _ => "missing in the last answer",
    };

    /// <summary>
    /// The call's cost as it falls on drafts and posts; both add up to it exactly. Offered drafts carry it; where none is offered,
    /// rejected ones; where there are none at all, the posts of the pack alone.
    /// </summary>
    public static (IReadOnlyDictionary<(long Post, string Kind), NanoUsd> Drafts, IReadOnlyList<PostShare> Posts) Share(
        NanoUsd cost, Pack pack, IReadOnlyList<ReadPart> parts)
    {
        var bearers = parts.Select(p => (p.Item.Task.PostId, Kinds: Kinds(p, offered: true))).Where(p => p.Kinds.Length > 0).ToArray();
        if (bearers.Length == 0)
            bearers = [.. parts.Select(p => (p.Item.Task.PostId, Kinds: Kinds(p, offered: false))).Where(p => p.Kinds.Length > 0)];
        if (bearers.Length == 0)
            return (new Dictionary<(long, string), NanoUsd>(),
                [.. pack.Items.Zip(cost.Split(pack.Items.Length), (item, share) => new PostShare(item.Task.PostId, share))]);

        var drafts = new Dictionary<(long, string), NanoUsd>();
        var posts = pack.Items.ToDictionary(item => item.Task.PostId, _ => NanoUsd.Zero);
        foreach (var ((post, kinds), share) in bearers.Zip(cost.Split(bearers.Length)))
        {
            posts[post] = share;
            foreach (var (kind, part) in kinds.Zip(share.Split(kinds.Length))) drafts[(post, kind)] = part;
        }
        return (drafts, [.. posts.Select(p => new PostShare(p.Key, p.Value))]);
    }

    private static string[] Kinds(ReadPart part, bool offered) =>
        [.. part.Drafts.Where(d => !offered || d.Rejection is null).Select(d => d.Kind)];
}
