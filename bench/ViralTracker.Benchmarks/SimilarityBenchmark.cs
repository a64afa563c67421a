using System.Diagnostics;
using System.Globalization;
using ViralTracker.Adapters.Embeddings;
using ViralTracker.Core.Similarity;
using ViralTracker.Judgement;

namespace ViralTracker.Benchmarks;

/// <summary>
/// Near-duplicates: new posts against history and inside a run. Stored texts are made of the halves of two real posts, so that much
/// is half alike; new posts are other real posts, every fifth a stored one with a retweet mark.
/// </summary>
internal sealed class SimilarityBenchmark
{
    private const int Copies = 5;
    private const int Million = 1_000_000;

    private readonly PostEmbedder _embedder = LocalEmbedder.Open();
    private readonly string[] _texts = [.. RealPosts.Read().Distinct()];
    private readonly string _file = Path.GetTempFileName();
    private readonly TextWriter _output;

    private SimilarityBenchmark(TextWriter output) => _output = output;

    public static int Run(TextWriter output, int stored, int within)
    {
        var benchmark = new SimilarityBenchmark(output);
        try
        {
            benchmark.Run(stored, within);
        }
        finally
        {
            File.Delete(benchmark._file);
        }

        return 0;
    }

    private void Run(int stored, int within)
    {
        _output.WriteLine($"| {"measured",-52} | wall s | processor s | wanted |");
        _output.WriteLine("|---|---|---|---|");
        Measure($"embed and sign {stored:N0} texts", () => WriteSignatures(stored));
        DuplicateIndex? history = null, some = null;
        Measure($"load {stored:N0} signatures into the index", () => history = ReadSignatures(stored));
        Measure("load 50,000 signatures into the index", () => some = ReadSignatures(50_000));
        Search(1_000, history!, stored == Million ? 6 : null);
        SearchUnlike(1_000, history!);
        Limit(1_000, stored);
        Search(200, some!, 0.3);
        var peak = PeakMegabytes();
        _output.WriteLine($"| {"peak memory so far, MB",-52} | {peak:N0} | | {(stored == Million ? new Wanted("1,200", peak < 1_200) : null)} |");
        if (within > 0) SearchWithin(within);
    }

    /// <param name="seconds">Less of wall than this is wanted.</param>
    private void Search(int count, DuplicateIndex history, double? seconds)
    {
        var step = history.Count / count;
        string New(int i) => i % Copies == 0 ? "RT @someone: " + Stored(i * step) : Real((2 * i) + 1);
        var posts = new DuplicateIndex(count, _embedder.Dimensions);
        Measure($"embed and sign {count:N0} new posts", () =>
        {
            for (var i = 0; i < count; i++) posts.Set(i, PostSignature.Encode(_embedder.Prepare(New(i))));
        });

        var (loads, found) = (0, 0);
        Measure($"search {count:N0} posts in {history.Count:N0}", () => found = DuplicateSearch.InHistory(
            posts, i => _embedder.Prepare(New(i)), history, i => Load(i, ref loads)).Count(r => r is not null), seconds);
        _output.WriteLine($"| {$"  found {found:N0}, scored from {loads:N0} stored texts",-52} | | | |");
    }

    /// <summary>Random vectors are like nothing: what remains is the arithmetic on all pairs.</summary>
    private void SearchUnlike(int count, DuplicateIndex history)
    {
        var random = new Random(1);
        var posts = new DuplicateIndex(count, _embedder.Dimensions);
        for (var i = 0; i < count; i++)
        {
            var vector = Enumerable.Range(0, _embedder.Dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
            var norm = MathF.Sqrt(vector.Sum(v => v * v));
            posts.Set(i, PostSignature.Encode([.. vector.Select(v => v / norm)], LexicalVector.Empty));
        }

        Measure($"search {count:N0} unlike anything: arithmetic alone", () => DuplicateSearch.InHistory(
            posts, _ => throw new InvalidOperationException(), history, _ => throw new InvalidOperationException()));
    }

    /// <summary>All pairs in float32, two operations a dimension; the index itself multiplies smaller numbers.</summary>
    private void Limit(int count, int stored)
    {
        var (operations, flops) = (2.0 * count * stored * _embedder.Dimensions, MachineLimit.Flops());
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {$"  arithmetic limit: {operations / 1e9:N0} GFLOP at {flops / 1e9:N0} GFLOP/s",-52} | {operations / flops:F2} | | |"));
    }

    private void SearchWithin(int count)
    {
        var posts = ReadSignatures(count);
        var (loads, found) = (0, 0);
        Measure($"search {count:N0} posts inside a run", () => found = DuplicateSearch.InRun(posts, i => Load(i, ref loads)).Count(r => r is not null));
        _output.WriteLine($"| {$"  found {found:N0}, scored from {loads:N0} texts",-52} | | | |");
    }

    private PreparedPost Load(int row, ref int loads)
    {
        Interlocked.Increment(ref loads);
        return _embedder.Prepare(Stored(row));
    }

    private string Stored(int row) => RealPosts.Halves(_texts, row);

    /// <summary>Real posts: those of even number make the stored texts, those of odd number are new.</summary>
    private string Real(int i) => _texts[i % _texts.Length];

    private void WriteSignatures(int count)
    {
        using var file = new BinaryWriter(File.Create(_file));
        var vector = new float[_embedder.Dimensions];
        for (var row = 0; row < count; row++)
        {
            var text = Stored(row);
            _embedder.TryEmbed(text, vector);
            var signature = PostSignature.Encode(vector, _embedder.Lexical(text));
            file.Write(signature.Length);
            file.Write(signature);
        }
    }

    private DuplicateIndex ReadSignatures(int count)
    {
        using var file = new BinaryReader(File.OpenRead(_file));
        var index = new DuplicateIndex(count, _embedder.Dimensions);
        var buffer = new byte[1024];
        for (var row = 0; row < count; row++)
        {
            var signature = buffer.AsSpan(0, file.ReadInt32());
            file.BaseStream.ReadExactly(signature);
            index.Set(row, signature);
        }

        return index;
    }

    private void Measure(string what, Action work, double? seconds = null)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        work();
        var wall = clock.Elapsed.TotalSeconds;
        var wanted = seconds is { } most ? new Wanted(string.Create(CultureInfo.InvariantCulture, $"{most} s"), wall < most) : null;
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what,-52} | {wall:F2} | {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F2} | {wanted} |"));
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1_000_000;
    }
}
