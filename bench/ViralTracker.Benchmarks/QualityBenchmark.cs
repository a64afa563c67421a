using System.Globalization;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quality;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>What judging and ranking the drafts of made-up posts costs, on one thread and warm.</summary>
internal static class QualityBenchmark
{
    private const int Passes = 10;

    public static int Run(TextWriter output, int posts)
    {
        var kinds = SuggestionKind.Defaults;
        var texts = Enumerable.Range(0, posts).Select(MadeUpPosts.Text).ToArray();
        var drafts = texts.Select(text => kinds.Select(k => DraftText.Write(k.Name, text, k.MinLength, k.MaxLength, echoWord: true, seed: 0)).ToArray()).ToArray();
        var project = new ProjectConfig { Slug = "bench", Path = "finder.yml" };
        var (best, bytes, offered) = (double.MaxValue, 0L, 0);
        // The best of some passes in processor time, so that a busy machine and the compiler count less.
        for (var pass = 0; pass < Passes; pass++)
        {
            var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            offered = Pass();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var count = (double)posts * kinds.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} drafts, {offered:N0} offered: {best / count:N1} µs and {bytes / count / 1e3:N1} kB a draft, post included"));
        return 0;

        int Pass()
        {
            var memory = new DraftMemory();
            var context = QualityContext.Of(project, "", memory);
            var merits = new DraftMerits(project.Voice);
            var sum = 0;
            for (var i = 0; i < posts; i++)
            {
                var post = new AnsweredPost(texts[i], "en", i + 1);
                for (var k = 0; k < kinds.Length; k++)
                {
                    var draft = new DraftToCheck(drafts[i][k], post, kinds[k]);
                    var verdict = QualityFilter.Judge(draft, context);
                    if (verdict.Rejection is null && merits.Merit(draft, verdict.Fresh).Total > 0) sum++;
                }
            }
            return sum;
        }
    }
}
