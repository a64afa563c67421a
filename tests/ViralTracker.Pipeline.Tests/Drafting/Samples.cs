using Microsoft.Extensions.AI;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Tests.Drafting;

/// <summary>Plain values for the engine's parts.</summary>
internal static class Samples
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ProjectConfig Project { get; } = new()
    {
        Slug = "p",
        Path = "finder.yml",
        PromptTemplate = "Draft.",
        Suggestions = [new SuggestionKind("a", "Say something.", 1, 120), new SuggestionKind("b", "Ask something.", 1, 120)],
    };

    public static DraftTask Task(long id, string? text = null) => new(
        new ScoredPost(
            new StoredPost(id, new Post { Key = new("x", $"{id}"), Author = new() { Handle = "ada" }, Text = text ?? $"Post number {id}", PostedAt = Now }, Now),
            new PostScore { Velocity = 1, Relevance = 1, Openness = 1, AuthorQuality = 1, Total = 1, Label = ScoreLabel.Green, Topic = "t", TopicMatch = 1, Why = "w" },
            AssessmentId: 1),
        Fence: 1);

    public static Pack Pack(int posts) => new([.. Enumerable.Range(1, posts).Select(i => PackItem.Fresh(Task(i)))]);

    public static DraftModel Model { get; } = new()
    {
        Client = null!,
        Key = new("gemini", "k", "gemini-3.5-flash"),
        Pricing = new BookPricing(PriceBook.Default),
    };

    public static DraftRequest Request(Pack pack) => new RequestBuilder(Project, Model).Build(pack, default, 0, Now);

    public static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };

    public static ReadAnswer Read(Pack pack, string text, Func<ScoredPost, SuggestionKind, string, DraftReview>? check = null) =>
        AnswerReader.Read(pack, Request(pack), Answer(text), Project, task => (kind, draft) => check?.Invoke(task.Scored, kind, draft) ?? default);
}
