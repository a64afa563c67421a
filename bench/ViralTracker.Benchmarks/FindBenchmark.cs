using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ViralTracker.Judgement;

namespace ViralTracker.Benchmarks;

/// <summary>Import and find of many posts by the published executable, each text met for the first time. Texts are halves of two real posts.</summary>
internal static class FindBenchmark
{
    private const string AsOf = "2025-11-01T12:00:00Z";
    private static readonly DateTimeOffset Start = new(2025, 11, 1, 6, 30, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(TextWriter output, string executable, int posts)
    {
        var folder = Directory.CreateTempSubdirectory("vt-bench-").FullName;
        try
        {
            var project = Directory.CreateDirectory(Path.Combine(folder, "projects", "p")).FullName;
            await File.WriteAllTextAsync(Path.Combine(project, "finder.yml"), """
                taxonomy:
                  - { label: agents, description: AI coding assistants, exemplars: ["Which one would you pick, and why?"] }
                  - { label: pricing, description: pricing of small products, exemplars: ["Nobody talks about what it costs."] }
                  - { label: politics, description: politics and elections }
                  - { label: football, description: football on television }
                  - { label: music, description: music and concerts }
                voice: { persona: An engineer who has shipped this before. }
                """);
            var file = Path.Combine(folder, "posts.jsonl");
            Write(file, posts);

            output.WriteLine($"| {posts:N0} posts | wall s | processor s | peak MB | wanted |");
            output.WriteLine("|---|---|---|---|---|");
            var import = await RunAsync(executable, folder, "import", "-p", "p", file);
            Row(output, "import, whole process", import, new("under 200 MB", import.PeakBytes < 200e6));
            var find = await RunAsync(executable, folder, "score", "-p", "p", "--as-of", AsOf, "--max-candidates", "0", "--min-followers", "0");
            Row(output, "find, whole process", find, new("under 400 MB", find.PeakBytes < 400e6));
            var stages = Stages(folder);
            foreach (var (stage, count, ms) in stages) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"|   {stage}, {count:N0} posts | {ms / 1000:F2} | | | |"));
            var apart = find.Wall.TotalSeconds - (stages.Where(s => s.Stage == "repeats").Sum(s => s.Ms) / 1000);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| find without duplicates inside the run | {apart:F2} | | | {new Wanted("under 4 s", apart < 4)} |"));
            return Math.Max(import.ExitCode, find.ExitCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path, int posts)
    {
        var texts = RealPosts.Read().Distinct().ToArray();
        using var file = File.Create(path);
        for (var i = 0; i < posts; i++)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                // No id ends in zeros: such ones look like numbers that lost digits.
                json.WriteString("id", $"{1_900_000_000_000_000_001L + (1_000L * i)}");
                json.WriteString("author_handle", $"author_{i}");
                json.WriteNumber("author_followers", 100 + i % 50_000);
                json.WriteString("created_at", Start.AddMilliseconds(19_000_000.0 * i / posts));
                json.WriteString("lang", "en");
                json.WriteString("text", RealPosts.Halves(texts, i));
                json.WriteNumber("likes", i % 97);
                json.WriteNumber("views", 1_000);
                json.WriteEndObject();
            }
            file.WriteByte((byte)'\n');
        }
    }

    private static Task<EngineRun> RunAsync(string executable, string folder, string verb, params string[] more)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(executable), ["twitter", verb, "--quiet", .. more]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return EngineWorkspace.EndAsync((process, process.StandardOutput.ReadToEndAsync()));
    }

    private static void Row(TextWriter output, string what, EngineRun run, Wanted wanted) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {run.Wall.TotalSeconds:F2} | {run.Processor.TotalSeconds:F2} | {run.PeakBytes / 1_000_000} | {wanted} |"));

    /// <summary>The newest run's stages, as its log tells them.</summary>
    private static List<(string Stage, int Count, double Ms)> Stages(string folder)
    {
        var stages = new List<(string, int, double)>();
        foreach (var line in Directory.EnumerateFiles(Path.Combine(folder, ".viraltracker", "logs"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using var entry = JsonDocument.Parse(line);
            var properties = entry.RootElement.GetProperty("Properties");
            if (properties.TryGetProperty("Stage", out var stage))
                stages.Add((stage.GetString()!, properties.GetProperty("Count").GetInt32(), properties.GetProperty("DurationMs").GetDouble()));
        }
        return stages;
    }
}
