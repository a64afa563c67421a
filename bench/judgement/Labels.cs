using System.Globalization;
using CsvHelper;
using ViralTracker.Core.Posts;
using ViralTracker.Testing;

namespace ViralTracker.Judgement;

/// <param name="Worth">0–3, or null where the post was read for openness alone.</param>
/// <param name="Sure">False where two careful readers might differ on openness.</param>
internal sealed record Labelled(Post Post, int? Worth, bool Open, bool Sure, string Topic, string Language, bool Held);

/// <param name="Readings">Whether there is something to answer, 0–2, by each who read it.</param>
internal sealed record Judged(Post Post, IReadOnlyList<int> Readings, bool Sure, bool OnTopic)
{
    /// <summary>The readings say in the mean that there is something specific to answer.</summary>
    public bool HasAnAnswer => Readings.Average() >= 1.5;

    public bool Worth => OnTopic && HasAnAnswer;
}

/// <summary>The labels of <c>data/</c>, joined with the posts they are about.</summary>
internal static class Labels
{
    public static IReadOnlyList<Labelled> Posts(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("posts.labels.csv", demo, load);

    public static IReadOnlyList<Labelled> OpennessOnly(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("openness.labels.csv", demo, load);

    /// <summary>Read once more, for fitting openness only.</summary>
    public static IReadOnlyList<Labelled> OpennessTune(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) => Read("openness.tune.labels.csv", demo, load);

    /// <summary>Read for whether a stranger who knows the matter has something to answer, and for the topic; none is held.</summary>
    public static IReadOnlyList<Judged> Answerable(IReadOnlyList<Post> demo, IReadOnlyList<Post> load) =>
    [
        .. Rows("answerable.tune.labels.csv").Select(csv => new Judged(
            PostOf(csv, csv.GetField("file") == "load_real.csv" ? load : demo),
            csv.GetField("second") is { Length: > 0 } second ? [csv.GetField<int>("answerable"), int.Parse(second, CultureInfo.InvariantCulture)] : [csv.GetField<int>("answerable")],
            csv.GetField("sure") == "yes" && csv.GetField("second_sure") != "no",
            csv.GetField("topic") != "none")),
    ];

    /// <summary>Posts with words of death, disaster and crime; of the first two samples words were learned, the third was read after.</summary>
    public static IReadOnlyList<(string Text, bool Sensitive, string Sample)> Sensitive(IReadOnlyList<Post> load) =>
        [.. Rows("sensitive.labels.csv").Select(csv => (PostOf(csv, load).Text, csv.GetField("sensitive") == "yes", csv.GetField("sample")!))];

    /// <summary>Three readings of openness of each post of one half; those read for fitting alone are of the tune half.</summary>
    public static IReadOnlyList<(bool First, bool Second, bool Third)> Passes(bool held)
    {
        var split = Rows("posts.labels.csv").Concat(Rows("openness.labels.csv")).ToDictionary(IdOf, csv => csv.GetField("split") == "held");
        return [.. Rows("openness.passes.csv").Where(csv => split.GetValueOrDefault(IdOf(csv)) == held).Select(csv => (Says(csv, "first"), Says(csv, "second"), Says(csv, "third")))];

        static (string?, string?) IdOf(CsvReader csv) => (csv.GetField("file"), csv.GetField("row"));

        static bool Says(CsvReader csv, string reading) => csv.GetField(reading) == "yes";
    }

    public static string PathOf(string file) => Path.Combine(Repository.Root, "bench", "judgement", "data", file);

    private static List<Labelled> Read(string file, IReadOnlyList<Post> demo, IReadOnlyList<Post> load) =>
    [
        .. Rows(file).Select(csv => new Labelled(
            PostOf(csv, csv.GetField("file") == "load_real.csv" ? load : demo),
            csv.TryGetField<int>("worth", out var worth) ? worth : null,
            csv.GetField("open") == "yes",
            !csv.TryGetField<string>("sure", out var sure) || sure == "yes",
            csv.TryGetField<string>("topic", out var topic) ? topic! : "",
            csv.GetField("language")!,
            csv.GetField("split") == "held")),
    ];

    private static IEnumerable<CsvReader> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(PathOf(file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read()) yield return csv;
    }

    private static Post PostOf(CsvReader row, IReadOnlyList<Post> posts)
    {
        var post = posts[row.GetField<int>("row") - 1];
        return post.Key.NativeId == row.GetField("id") ? post : throw new InvalidDataException($"Row {row.GetField("row")} is not post {row.GetField("id")}.");
    }
}
