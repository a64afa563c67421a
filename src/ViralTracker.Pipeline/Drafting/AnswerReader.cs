using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>A draft as judged: offered when no finding rejects it.</summary>
internal sealed record JudgedDraft(string Kind, string Text, DraftReview Review)
{
    public DraftFinding? Rejection => Review.Finding is { Rejects: true } finding ? finding : null;

    public bool IsOffered => Rejection is null;
}

/// <param name="Rule">Snake-case name of the rule.</param>
/// <param name="Detail">What it found, for people and for asking again.</param>
/// <param name="Rejects">False: the draft is offered, with this for a person to look at.</param>
public sealed record DraftFinding(string Rule, string Detail, bool Rejects = true)
{
    private static readonly string TooLong = SnakeCase.Of(QualityRule.TooLong);

    /// <summary>A fault of form, like a missing part: asked again as often, for another try may well cure it.</summary>
    public bool IsOverLong => Rule == TooLong;
}

/// <param name="Finding">Null: nothing speaks against the draft.</param>
/// <param name="Merit">0..1, to order the drafts of a post by; 0 for a rejected one.</param>
public readonly record struct DraftReview(DraftFinding? Finding, double Merit);

/// <summary>Decides on the drafts of a post, one after another.</summary>
public delegate Func<SuggestionKind, string, DraftReview> DraftCheck(DraftTask task);

/// <summary>What an answer means for one post of the pack.</summary>
/// <param name="Drafts">Of this answer.</param>
/// <param name="AskAgain">Kinds still wanted, with the reason.</param>
/// <param name="PackSize">Posts it was asked with, itself included.</param>
internal sealed record ReadPart(PackItem Item, ImmutableArray<JudgedDraft> Drafts, ImmutableSortedDictionary<string, string> AskAgain, int PackSize)
{
    private const int MaxAsks = 4;

    public int Offered => Drafts.Count(draft => draft.IsOffered);

    /// <summary>Nothing is left to ask, or it was asked often enough, the last time alone.</summary>
    public bool IsSettled => AskAgain.IsEmpty || (PackSize == 1 && Item.Asks + 1 >= MaxAsks);

    /// <summary>No fault of form: what is asked again of it, if anything, was answered with drafts that break another rule.</summary>
    public bool IsWhole => AskAgain.Keys.All(kind => Drafts.Any(draft => draft.Kind == kind && draft.Rejection is { IsOverLong: false }));

    /// <summary>Largest pack it may be asked again in.</summary>
    public int NextPackSize => Math.Max(1, PackSize / 2);

    /// <summary>The drafts of this and the earlier answers.</summary>
    public ImmutableArray<JudgedDraft> AllDrafts => Item.Earlier.AddRange(Drafts);

    /// <summary>How the post ends with this part, as far as one answer tells; null while kinds are still wanted.</summary>
    public PostEnd? End =>
        !IsSettled ? null
        : AllDrafts.Any(draft => draft.IsOffered) ? PostEnd.Drafted
        : !AllDrafts.IsEmpty ? PostEnd.AllRejected
        : AskAgain.IsEmpty ? PostEnd.NothingToSay
        : PostEnd.Failed;

    /// <summary>1 for the best of the post's offered drafts, equals in the order they came; 0 for a rejected one.</summary>
    public int Rank(JudgedDraft draft) =>
        draft.IsOffered ? 1 + AllDrafts.Where(other => other.IsOffered).OrderByDescending(other => other.Review.Merit).TakeWhile(other => other != draft).Count() : 0;

    public PackItem Next => Item with { Wanted = AskAgain, Asks = Item.Asks + 1, Earlier = AllDrafts };
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
        var parts = pack.Items.Select((item, i) => Part(item, answer.Parts[i], project, check, pack.Items.Length)).ToArray();
        var outcome = response.FinishReason == ChatFinishReason.Length || (answer.Readable && !answer.Complete) ? CallOutcome.Truncated
            : !answer.Readable ? CallOutcome.Unparsable
            : answer.Parts.Any(p => p.Missing.Count > 0) ? CallOutcome.Partial
            : CallOutcome.Ok;
        return new ReadAnswer(outcome, parts);
    }

    private static ReadPart Part(PackItem item, PostAnswer answer, ProjectConfig project, DraftCheck check, int packSize)
    {
        var drafts = ImmutableArray.CreateBuilder<JudgedDraft>();
        var judge = check(item.Task);
        var again = answer.Missing.ToDictionary(m => m.Key, m => Describe(m.Value), StringComparer.Ordinal);
        foreach (var kind in project.Suggestions)
        {
            if (answer.Drafts.GetValueOrDefault(kind.Name) is not { } text) continue;
            var draft = new JudgedDraft(kind.Name, text, judge(kind, text));
            drafts.Add(draft);
            if (draft.Rejection is { } rejection && (rejection.IsOverLong || !item.WasRejected(kind.Name))) again[kind.Name] = $"the last draft was rejected: {rejection.Detail}";
        }
        return new ReadPart(item, drafts.ToImmutable(), again.ToImmutableSortedDictionary(StringComparer.Ordinal), packSize);
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
        [.. part.Drafts.Where(d => !offered || d.IsOffered).Select(d => d.Kind)];
}
