using System.Text.Json;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.Core.Similarity;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Fits <see cref="EmptinessModel"/> to replies written for it, and tells how it does on writers it has not seen: by turns, and on one who is never fitted to.</summary>
internal sealed class EmptinessFit
{
    private const double Penalty = 0.5;
    private const string HeldWriter = "h";

    private readonly List<Written> _replies;

    private EmptinessFit(List<Written> replies) => _replies = replies;

    /// <param name="Group">Writers of the same posts are left out together.</param>
    private sealed record Written(string Writer, string Group, bool Empty, float[] Inputs, bool RejectedElse)
    {
        public LogisticRow Row { get; } = new([.. Inputs.Index().Where(input => input.Item != 0).Select(input => (input.Index, (double)input.Item)), (Inputs.Length, 1)], Empty, 1);
    }

    public static EmptinessFit Of(IReadOnlyList<Post> demo, IReadOnlyList<Post> load)
    {
        var embedder = LocalEmbedder.Open();
        return new([.. File.ReadLines(Labels.PathOf("replies.empty.jsonl")).Select(line => Read(JsonElement.Parse(line), demo, load, embedder))]);
    }

    public void Write(string path)
    {
        var weights = Fit(_replies.Where(r => r.Writer != HeldWriter));
        File.WriteAllLines(path, weights.Select((weight, i) => Invariant($"{(i == weights.Length - 1 ? "" : EmptinessModel.Name(i))}\t{weight:F3}")));
    }

    public IEnumerable<Line> Measured()
    {
        var (seen, held) = (_replies.Where(r => r.Writer != HeldWriter).ToList(), _replies.Where(r => r.Writer == HeldWriter).ToList());
        var turns = seen.GroupBy(r => r.Group).SelectMany(group => Judged(Fit(seen.Where(r => r.Group != group.Key)), group)).ToList();
        yield return Line("empty replies, each writer judged by what the others taught", turns);
        yield return Line("the same, a writer who taught nothing", [.. Judged(Fit(seen), held)]);
    }

    private static Line Line(string what, List<(Written Reply, bool Rejected)> judged)
    {
        var (empty, good) = (judged.Where(j => j.Reply.Empty).ToList(), judged.Where(j => !j.Reply.Empty).ToList());
        return new(
            Invariant($"{what}: of {empty.Count} rejected by it, of the {empty.Count(j => !j.Reply.RejectedElse)} that no other rule rejects; of {good.Count:N0} good ones"),
            Invariant($"{empty.Average(j => j.Rejected ? 1.0 : 0):P0}, {empty.Where(j => !j.Reply.RejectedElse).Average(j => j.Rejected ? 1.0 : 0):P0}; {good.Average(j => j.Rejected ? 1.0 : 0):P1}"));
    }

    private static IEnumerable<(Written, bool)> Judged(double[] weights, IEnumerable<Written> replies)
    {
        var model = new EmptinessModel([.. weights.Select((weight, i) => new Core.Texts.NamedWeight(i == weights.Length - 1 ? "" : EmptinessModel.Name(i), weight))]);
        return replies.Select(reply => (reply, model.IsEmpty(reply.Inputs)));
    }

    private static double[] Fit(IEnumerable<Written> replies)
    {
        var rows = replies.Select(r => r.Row).ToList();
        return LogisticRegression.Fit(rows, new double[rows[0].Inputs[^1].Place + 1], Penalty);
    }

    private static Written Read(JsonElement row, IReadOnlyList<Post> demo, IReadOnlyList<Post> load, PostEmbedder embedder)
    {
        string Text(string name) => row.GetProperty(name).GetString()!;
        var post = (Text("file") == "load_real.csv" ? load : demo)[row.GetProperty("row").GetInt32() - 1];
        if (post.Key.NativeId != Text("id")) throw new InvalidDataException($"Row {row.GetProperty("row")} is not post {Text("id")}.");
        var kind = SuggestionKind.BuiltIn[0] with { MaxLength = SuggestionKind.LongestPost };
        var draft = new DraftToCheck(Text("draft"), new AnsweredPost(post.Text, "en", 2), kind);
        var project = new ProjectConfig { Slug = "p", Path = "p" };
        var other = QualityFilter.Judge(draft, QualityContext.Of(project, "", new DraftMemory())).Rejection is not null;
        var writer = Text("writer");
        // The first two wrote under the same posts, and so did the next three.
        return new(writer, writer is "a" or "b" ? "1" : writer is "c" or "d" or "e" ? "2" : writer, row.GetProperty("empty").GetBoolean(), EmptinessModel.Inputs(draft, embedder), other);
    }
}
