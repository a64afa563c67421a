using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Language;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>Where the relevance of an explained score comes from.</summary>
internal enum RelevanceSource
{
    LocalModel,

    /// <summary>A run's, made with the provider's embeddings.</summary>
    SavedScore,

    /// <summary>The project wants a provider's embeddings, but no run has scored the post with them.</summary>
    LocalModelInstead,
}

/// <summary>All that is known about one post's score.</summary>
internal sealed record Explanation
{
    public required ProjectConfig Project { get; init; }
    public required StoredPost Stored { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required string Scorer { get; init; }
    public required PostScore Score { get; init; }
    public required TopicRelevance Relevance { get; init; }
    public required RelevanceSource RelevanceFrom { get; init; }
    public required WaysToGreen Ways { get; init; }

    /// <summary>Null: passed.</summary>
    public required Skip? Gate { get; init; }

    /// <summary>What the newest run to look at the post decided; null: none has.</summary>
    public required Assessment? Last { get; init; }

    /// <summary>The native id of the post it repeats, if the last run found one.</summary>
    public required string? Repeats { get; init; }

    /// <summary>Drafts offered for it in the newest version: those that an export holds.</summary>
    public required int Drafts { get; init; }

    /// <summary>What a person made of them: <see cref="DraftStatus.Posted"/> where one was, <see cref="DraftStatus.Skipped"/> where all were; else null.</summary>
    public required DraftStatus? Marked { get; init; }

    /// <summary>Why drafting left it without any; null where there are some, or it was not tried.</summary>
    public required Assessment? Undrafted { get; init; }

    public IReadOnlyList<ComponentShare> Shares => Shortfall.To(Project.Thresholds.GreenMin, Score, Relevance, Project.Weights, PostScorer.For(Project));
}

/// <summary>An explanation for people and as JSON.</summary>
internal static class ExplainScreen
{
    private static readonly FindOptions Usual = new();

    public static IEnumerable<string> Lines(Explanation e, Terminal terminal)
    {
        var (post, score, thresholds) = (e.Stored.Post, e.Score, e.Project.Thresholds);
        yield return FormattableString.Invariant($"{post.Key} · {Words.Of(post.Author)} · {Age(e.AsOf - post.PostedAt)} · {PostLanguage.Of(post) ?? "language unknown"}");
        foreach (var part in Cells.Wrap(post.Text, terminal.Width - 4)) yield return "    " + part;
        yield return "";
        if (e.Last is { } last) yield return $"Last run {last.RunId}, {Times.Show(last.AsOf, e.AsOf)}: {Outcome(last, e)}";
        else yield return "Last run none has looked at this post";
        if (e.Drafts > 0) yield return $"Drafts   {e.Drafts} offered{Marked(e.Marked)}{Again(e, "drafts", "--refresh")}";
        if (e.Undrafted is { Skip: { } undrafted } tried)
            yield return $"Drafts   none: {Words.Of(undrafted)} in run {tried.RunId}{(undrafted.Finality == SkipFinality.Final ? Again(e, "tries", "--refresh") : Again(e, "tries"))}";
        yield return e.Gate is null ? "Gate     passed" : $"Gate     skipped: {Words.Of(e.Gate)}; scored here anyway";
        foreach (var line in Filtered(post, e.AsOf)) yield return line;
        yield return FormattableString.Invariant($"Total    {score.TotalText(3)} {Words.Snake(score.Label)} by {e.Scorer} (green from {thresholds.GreenMin}, yellow from {thresholds.YellowMin})");
        yield return "";
        foreach (var share in e.Shares)
            yield return FormattableString.Invariant($"  {share.Name,-10} {share.Value:F3} × {share.Weight:F2} = {share.Points:F3}   {(score.Label == ScoreLabel.Green ? "" : Advice(share, e))}").TrimEnd();
        if (score.Label != ScoreLabel.Green && Together(e) is { } together) yield return $"  {"together",-10} {together}";
        if (score.Counts < 1) yield return FormattableString.Invariant($"  {string.Join(", ", Drawbacks(score))}: of all but relevance {score.Counts * 100:0}% of the weight counts");
        yield return "";
        yield return $"  {"topic",-22} {score.Topic}";
        if (RelevantTo(e.Relevance) is { } other) yield return $"  {"relevance to",-22} {other}";
        if (Note(e.RelevanceFrom, e.Project) is { } note) yield return $"  {"relevance",-22} {note}";
        foreach (var (name, value) in score.Inputs) yield return FormattableString.Invariant($"  {name.Replace('_', ' '),-22} {value:0.###}");
    }

    public static JsonObject Json(Explanation e) => new()
    {
        ["command"] = "explain",
        ["project"] = e.Project.Slug,
        ["as_of"] = Times.Utc(e.AsOf),
        ["scorer"] = e.Scorer,
        ["post"] = FindJson.Post(e.Stored, e.Score),
        ["skip"] = Json(e.Gate),
        ["last_run"] = e.Last is not { } last ? null : new JsonObject
        {
            ["run_id"] = last.RunId,
            ["as_of"] = Times.Utc(last.AsOf),
            ["scorer"] = last.Score is null ? null : last.Scorer,
            ["score_total"] = last.Score?.Total,
            ["label"] = last.Score is { } score ? Words.Snake(score.Label) : null,
            ["skip"] = Json(last.Skip),
            ["repeats"] = e.Repeats,
        },
        ["drafts"] = e.Drafts,
        ["marked"] = e.Marked is { } marked ? Words.Snake(marked) : null,
        ["undrafted"] = e.Undrafted is not { Skip: { } undrafted } tried ? null : new JsonObject
        {
            ["run_id"] = tried.RunId,
            ["reason"] = Words.Snake(undrafted.Reason),
            ["detail"] = undrafted.Detail,
            ["finality"] = Words.Snake(undrafted.Finality),
        },
        ["relevant_to"] = e.Relevance.RelevantTo,
        ["topic_relevance"] = e.Relevance.OfTopic,
        ["relevance_from"] = Words.Snake(e.RelevanceFrom),
        ["thresholds"] = new JsonObject { ["green_min"] = e.Project.Thresholds.GreenMin, ["yellow_min"] = e.Project.Thresholds.YellowMin },
        ["components"] = JsonDoc.Array(e.Shares.Select(s => new JsonObject { ["name"] = s.Name == "author" ? "author_quality" : s.Name, ["value"] = s.Value, ["weight"] = s.Weight, ["green_at"] = s.Needed })),
        ["green_with"] = new JsonObject { ["likes"] = e.Ways.Likes, ["a_question"] = e.Ways.Asking, ["author_whitelisted"] = e.Ways.Whitelisted, ["an_exemplar"] = e.Ways.Exemplar },
        ["green_with_several"] = e.Ways.Together is not { } several ? null : new JsonObject
        {
            ["likes"] = several.Likes,
            ["a_question"] = several.Asking,
            ["author_whitelisted"] = several.Whitelisted,
            ["an_exemplar"] = several.Exemplar,
        },
        ["inputs"] = new JsonObject(e.Score.Inputs.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)i.Value))),
    };

    private static IEnumerable<string> Drawbacks(PostScore score)
    {
        if (score.OnTopic < 1) yield return score.OnTopic > 0 ? "hardly on topic" : "off topic";
        if (score.Answerable < 1) yield return score.Answerable < 0.4 ? "reads like a headline, notice or advert" : "less to answer than in a question or a longer thought";
    }

    private static JsonObject? Json(Skip? skip) => skip is null ? null : new JsonObject { ["reason"] = Words.Snake(skip.Reason), ["detail"] = skip.Detail };

    public static string Age(TimeSpan age) => age switch
    {
        { Ticks: < 0 } => "not posted yet",
        { TotalMinutes: < 1 } => "just posted",
        _ => Times.Age(age) + " old",
    };

    private static string Marked(DraftStatus? marked) => marked switch
    {
        DraftStatus.Posted => ", you marked one as posted",
        DraftStatus.Skipped => ", you marked them as skipped",
        _ => "",
    };

    /// <summary>The options with which a run takes the post up once more; nothing where the gate leaves it out of every run.</summary>
    private static string Again(Explanation e, string does, params IEnumerable<string> options)
    {
        if (e.Gate is not null) return "";
        string[] needed = [.. options, .. new DraftChoice().Takes(e.Score.Label) ? Array.Empty<string>() : ["--no-skip-low-scores"]];
        return $"; {(needed.Length == 0 ? "the next run" : string.Join(' ', needed))} {does} it again";
    }

    private static string Outcome(Assessment last, Explanation e) => last switch
    {
        { Score: { } score } => $"scored {score.TotalText(3)} {Words.Snake(score.Label)}{(last.Scorer == e.Scorer ? "" : " by " + last.Scorer)}",
        { Skip: { Reason: SkipReason.Repeat } skip } => $"skipped as a repeat of {e.Repeats ?? "another post"} ({skip.Detail})",
        { Skip: { } skip } => $"skipped: {Words.Of(skip)}",
        _ => "",
    };

    /// <summary>What a run with the usual options would not even look at.</summary>
    private static IEnumerable<string> Filtered(Post post, DateTimeOffset asOf)
    {
        var age = asOf - post.PostedAt;
        if (age < TimeSpan.Zero) yield return $"Window   posted after {Times.Show(asOf, asOf)}: a run as of then cannot see it";
        else if (age.TotalHours > Usual.HoursBack) yield return FormattableString.Invariant($"Window   older than {Usual.HoursBack} h: a run sees it with --hours-back {Math.Ceiling(age.TotalHours)}");
        if ((post.Author.Followers ?? -1) < Usual.MinFollowers)
            yield return $"Filter   {(post.Author.Followers is null ? "followers unknown" : $"fewer than {Words.Number(Usual.MinFollowers)} followers")}: a run sees it with --min-followers {post.Author.Followers ?? 0}";
    }

    private static string Advice(ComponentShare share, Explanation e) => share.Name switch
    {
        "velocity" when e.Ways.Likes is { } likes => $"green with {Words.Count(likes, "like")} (now {Words.Number(e.Stored.Post.Metrics.Likes ?? 0)})",
        "relevance" when share.Needed is { } needed => FormattableString.Invariant($"green from {Math.Ceiling((decimal)needed * 100) / 100:F2}{(e.Ways.Exemplar ? ": make it an exemplar of its topic" : "")}"),
        "relevance" when !e.Relevance.HasTopic => "the project has no topics",
        "openness" when e.Ways.Asking => "green if it ended by asking for opinions",
        "author" when e.Ways.Whitelisted => "green if the author were whitelisted",
        _ => "not enough to make it green",
    };

    /// <summary>What would do at once where nothing does alone; null where something does.</summary>
    private static string? Together(Explanation e)
    {
        if (e.Ways.Together is not { } changes) return e.Ways == default && e.Shares.All(share => share.Name != "relevance" || share.Needed is null) ? "all of this is not enough either" : null;
        var parts = new List<string>();
        if (changes.Exemplar) parts.Add("as an exemplar of its topic");
        if (changes.Asking) parts.Add("ending with a question");
        if (changes.Whitelisted) parts.Add("its author whitelisted");
        if (changes.Likes is { } likes) parts.Add(Words.Count(likes, "like"));
        return "green " + Words.List(parts);
    }

    /// <summary>Which topic the relevance is of, where it is another than the nearest; else null.</summary>
    public static string? RelevantTo(in TopicRelevance relevance) => relevance.RelevantTo == relevance.Topic
        ? null
        : FormattableString.Invariant($"{relevance.RelevantTo}; to {relevance.Topic} {relevance.OfTopic:F3}");

    private static string? Note(RelevanceSource source, ProjectConfig project) => source switch
    {
        RelevanceSource.SavedScore => $"as a run scored it with {project.Generation.Embedder} embeddings",
        RelevanceSource.LocalModelInstead => $"by the built-in model: no run has scored this post with {project.Generation.Embedder} embeddings and the present settings",
        _ => null,
    };
}
