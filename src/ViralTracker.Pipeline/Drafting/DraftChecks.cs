using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Similarity;
using ViralTracker.Core.Texts;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>The quality rules and the merit of drafts as one run asks them. Thread-safe.</summary>
public sealed class DraftChecks
{
    private readonly QualityContext _context;
    private readonly DraftMerits _merits;

    private DraftChecks(QualityContext context, DraftMerits merits) => (_context, _merits) = (context, merits);

    /// <param name="earlier">Drafts offered within <see cref="DraftMemory.Reach"/>.</param>
    /// <param name="patterned">The drafter works from sentence patterns, so only whole repeats count as duplicates, and each could stand under many posts.</param>
    /// <param name="embedder">Tells replies that could stand under many posts.</param>
    public static DraftChecks For(ProjectConfig project, IEnumerable<PastDraft> earlier, bool patterned = false, PostEmbedder? embedder = null)
    {
        // What the voice shows was written, too: stored posts count from 1, so 0 is none of them.
        var voice = project.Voice;
        var shown = voice.Replies.Select(reply => reply.Text).Concat(voice.GoodExamples).Concat(voice.BadExamples);
        var memory = new DraftMemory(earlier.Concat(shown.Select(text => new PastDraft(0, text))));
        return new(QualityContext.Of(project, project.PromptTemplate, memory, patterned, embedder), new DraftMerits(project.Voice));
    }

    /// <summary>Judges drafts of a post and remembers those that may be offered.</summary>
    public Func<SuggestionKind, string, DraftReview> Check(DraftTask task)
    {
        var post = task.Scored.Stored.Post;
        var answered = new AnsweredPost(post.Text, post.Language, task.PostId) { AnswerIn = task.AnswerIn, Replies = task.Replies, OthersReplies = task.OthersReplies };
        return (kind, text) => Check(new DraftToCheck(text, answered, kind));
    }

    private DraftReview Check(DraftToCheck draft)
    {
        var verdict = QualityFilter.Judge(draft, _context);
        return verdict.Rejection is { } rejection ? new(new(SnakeCase.Of(rejection.Rule), rejection.Detail), 0)
            : new(verdict.Mark is { } mark ? new(SnakeCase.Of(mark.Rule), mark.Detail, Rejects: false) : null, _merits.Merit(draft, verdict.Fresh).Total);
    }
}
