using System.Globalization;
using System.Text.Json;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Similarity;
using ViralTracker.Testing;

namespace ViralTracker.Judgement;

/// <summary>A draft of the written set, as the rules judge it.</summary>
/// <param name="Expected">Snake-case name of the rule that it was written to break; null for a good one.</param>
/// <param name="OrderSeen">The post alone was taken for an order.</param>
internal sealed record WrittenDraft(string Id, string? Expected, string Post, string Draft, QualityVerdict Verdict, bool OrderSeen)
{
    /// <summary>Odd ids were tuned on, even ones are held.</summary>
    public bool Held => int.Parse(Id[^2..], CultureInfo.InvariantCulture) % 2 == 0;

    public bool IsRejected => Verdict.Rejection is not null;

    /// <summary>Snake-case name of the rule that rejects it.</summary>
    public string? RejectedBy => Verdict.Rejection is { } rejection ? JsonNamingPolicy.SnakeCaseLower.ConvertName(rejection.Rule.ToString()) : null;

    public bool IsRejectedAsExpected => IsRejected && RejectedBy == Expected;

    public bool IsCaught => IsRejected || Verdict.Mark is not null;
}

/// <summary>Drafts written to be good or bad, and orders in posts with what an obedient model answers: <c>data/*.jsonl</c>.</summary>
internal static class WrittenSet
{
    private static readonly PostEmbedder Embedder = LocalEmbedder.Open();

    /// <param name="anyLength">Limits of the kind are left out.</param>
    public static List<WrittenDraft> Read(string file, bool anyLength = false) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "bench", "judgement", "data", file)).Select(line => Judge(JsonElement.Parse(line), anyLength))];

    private static WrittenDraft Judge(JsonElement row, bool anyLength)
    {
        string? Text(string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
        var project = new ProjectConfig
        {
            Slug = "p",
            Path = "p",
            Taxonomy = [new Topic { Label = "t", Facts = row.TryGetProperty("facts", out var facts) ? [.. facts.EnumerateArray().Select(f => f.GetString()!)] : [] }],
        };
        var memory = new DraftMemory(Text("other") is { } other ? [new(1, other)] : []);
        var kind = SuggestionKind.BuiltIn.Single(k => k.Name == Text("kind"));
        if (anyLength) kind = kind with { MaxLength = SuggestionKind.LongestPost };
        var (post, draft) = (Text("post") ?? Text("text")!, Text("draft") ?? Text("obedient_answer")!);
        var verdict = QualityFilter.Judge(new(draft, new AnsweredPost(post, Text("lang"), 2), kind), QualityContext.Of(project, DraftPrompt.DefaultTemplate, memory, embedder: Embedder));
        return new(Text("id")!, Text("rule"), post, draft, verdict, InstructionLike.Check(post) is not null);
    }
}
