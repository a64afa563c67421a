using System.Globalization;
using CsvHelper;
using ViralTracker.Core.Posts;
using ViralTracker.Testing;

namespace ViralTracker.Judgement;

/// <param name="Worth">0–3, or null where the post was read for openness alone.</param>
/// <param name="Sure">False where two careful readers might differ on openness.</param>
internal sealed record Labelled(Post Post, int? Worth, bool Open, bool Sure, string Topic, string Language, bool Held);

/// <summary>The labels of <c>data/</c>, joined with the posts they are about.</summary>
internal static class Labels
{
    public static IReadOnlyList<Labelled> Posts(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("posts.labels.csv", demo, load);

    public static IReadOnlyList<Labelled> OpennessOnly(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("openness.labels.csv", demo, load);

    /// <summary>Read once more, for fitting openness only.</summary>
    public static IReadOnlyList<Labelled> OpennessTune(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("openness.tune.labels.csv", demo, load);

    public static string PathOf(string file) => Path.Combine(Repository.Root, "bench", "judgement", "data", file);

    private static List<Labelled> Read(string file, IReadOnlyList<Post> demo, IReadOnlyList<Post> load)
    {
        using var csv = new CsvReader(new StreamReader(PathOf(file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var labels = new List<Labelled>();
        while (csv.Read())
        {
            var posts = csv.GetField("file") == "load_real.csv" ? load : demo;
            var post = posts[csv.GetField<int>("row") - 1];
            if (post.Key.NativeId != csv.GetField("id")) throw new InvalidDataException($"{file}: row {csv.GetField("row")} is not post {csv.GetField("id")}.");
            labels.Add(new(
                post,
                csv.TryGetField<int>("worth", out var worth) ? worth : null,
                csv.GetField("open") == "yes",
                !csv.TryGetField<string>("sure", out var sure) || sure == "yes",
                csv.TryGetField<string>("topic", out var topic) ? topic! : "",
                csv.GetField("language")!,
                csv.GetField("split") == "held"));
        }

        return labels;
    }
}
