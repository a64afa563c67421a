using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Similarity;
using static System.FormattableString;

namespace ViralTracker.Judgement;

/// <summary>Edited copies of real posts, searched as a run searches its history, and what else fires.</summary>
internal sealed class Copies
{
    private const int Posts = 1_000;
    private const int Seed = 20251101;
    private const int FewestWords = 5;
    private const int Read = 200;

    private readonly PostEmbedder _embedder = LocalEmbedder.Open();
    private readonly List<(int Row, Post Post)> _posts;

    /// <param name="load">Reposts, equal texts and posts of fewer than five words are left out.</param>
    public Copies(IReadOnlyList<Post> load) => _posts =
    [
        .. load.Select((post, i) => (Row: i + 1, Post: post))
            .Where(p => !p.Post.Text.StartsWith("RT @", StringComparison.Ordinal) && Words(p.Post.Text).Length >= FewestWords)
            .DistinctBy(p => string.Join(' ', Words(p.Post.Text)))
    ];

    /// <summary>Posts of the held half (odd hash of the id, as for the labels) in hash order, so that they can be drawn again.</summary>
    public IEnumerable<Line> Found()
    {
        var held = _posts.Select(p => (p.Post.Text, Hash: SHA256.HashData(Encoding.UTF8.GetBytes(p.Post.Key.NativeId))))
            .Where(p => (p.Hash[^1] & 1) == 1).OrderBy(p => Convert.ToHexString(p.Hash), StringComparer.Ordinal).Take(Posts).ToList();
        var stored = held.Select(p => _embedder.Prepare(p.Text)).ToList();
        var history = Index(stored);
        var random = new Random(Seed);
        var outcomes = new List<(string Kind, bool Found)>();
        foreach (var (kind, edit) in CopyEdits.All)
        {
            var copies = held.Select(p => edit(p.Text, random)).OfType<string>().ToList();
            var prepared = copies.Select(_embedder.Prepare).ToList();
            var repeats = DuplicateSearch.InHistory(Index(prepared), i => prepared[i], history, i => stored[i]);
            outcomes.AddRange(repeats.Select(repeat => (kind, repeat is not null)));
        }

        yield return new(Invariant($"edited copies found, {outcomes.Count:N0} made from {held.Count:N0} held posts"), Invariant($"{Share(outcomes):P1}"), new("93 %", Share(outcomes) >= 0.93));
        foreach (var group in outcomes.GroupBy(o => o.Kind)) yield return new(Invariant($"of which by {group.Key} ({group.Count():N0})"), Invariant($"{Share(group):P1}"));

        static double Share(IEnumerable<(string, bool Found)> some) => some.Average(o => o.Found ? 1.0 : 0);
    }

    /// <summary>Pairs of one run over all of <c>load_real</c>; the verdicts are a reader's. The rule about words was chosen on the first two readings, so the third one counts.</summary>
    public IEnumerable<Line> Fired()
    {
        var pairs = Pairs();
        var verdicts = Verdicts();
        yield return new(Invariant($"pairs that fire in `load_real` ({_posts.Count:N0} different texts)"), Invariant($"{pairs.Count:N0}"));
        var read = pairs.Select(p => verdicts.GetValueOrDefault((p.Row, p.EarlierRow))).Where(v => v.Sample is not null).ToLookup(v => v.Sample is "third", v => v.Copy);
        yield return new($"of {read[false].Count()} of them, read to choose the rule: no copy", Invariant($"{read[false].Average(copy => copy ? 0.0 : 1):P1}"));
        var (no, count) = (read[true].Count(copy => !copy), read[true].Count());
        yield return new($"of {count} others, read after: no copy", Measures.ShareOf(no, count), new("under 5 %", no < 0.05 * count));
    }

    /// <summary>The next 200 to read, for who labels them.</summary>
    public void Print()
    {
        var read = Verdicts();
        var pairs = Pairs().Where(p => !read.ContainsKey((p.Row, p.EarlierRow))).ToArray();
        new Random(Seed).Shuffle(pairs);
        foreach (var (row, earlier, score) in pairs.Take(Read))
            Console.WriteLine(Invariant($"{row},{earlier},{score:F3}\n  {Text(row)}\n  {Text(earlier)}"));

        string Text(int row) => _posts.First(p => p.Row == row).Post.Text.ReplaceLineEndings(" ");
    }

    private List<(int Row, int EarlierRow, double Score)> Pairs()
    {
        var prepared = _posts.Select(p => _embedder.Prepare(p.Post.Text)).ToList();
        return [.. DuplicateSearch.InRun(Index(prepared), i => prepared[i])
            .Select((repeat, i) => (i, repeat)).Where(r => r.repeat is not null)
            .Select(r => (_posts[r.i].Row, _posts[r.repeat!.Value.Row].Row, r.repeat.Value.Score))];
    }

    private DuplicateIndex Index(List<PreparedPost> posts)
    {
        var index = new DuplicateIndex(posts.Count, _embedder.Dimensions);
        for (var row = 0; row < posts.Count; row++) index.Set(row, PostSignature.Encode(posts[row]));
        return index;
    }

    private static string[] Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !w.StartsWith("http", StringComparison.Ordinal) && w[0] is not '@').Select(w => w.ToLowerInvariant())];

    private static Dictionary<(int Row, int Earlier), (bool Copy, string Sample)> Verdicts()
    {
        using var csv = new CsvReader(new StreamReader(Labels.PathOf("copies.verdicts.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var verdicts = new Dictionary<(int, int), (bool, string)>();
        while (csv.Read()) verdicts[(csv.GetField<int>("row"), csv.GetField<int>("earlier_row"))] = (csv.GetField("copy") == "yes", csv.GetField("sample")!);
        return verdicts;
    }
}
