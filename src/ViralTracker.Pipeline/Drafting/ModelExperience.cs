using ViralTracker.Core.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>What past calls of a model teach: how long it takes, how it fares with packs, what it uses. Pure.</summary>
public sealed record ModelExperience
{
    private const int Enough = 5;

    /// <summary>Calls that tokens and repeats rest on.</summary>
    public int Calls { get; private init; }

    /// <summary>The version that answered last: what an alias stands for now. Null where none is known.</summary>
    public string? AnsweredBy { get; private init; }
    public LatencyModel Latency { get; private init; } = LatencyModel.Default;

    /// <summary>Share of posts whose part was not whole, by pack size; only sizes tried often enough to tell, and no blocked packs: those say nothing of the size.</summary>
    public IReadOnlyDictionary<int, double> AskedAgain { get; private init; } = new Dictionary<int, double>();

    /// <summary>Input tokens the provider counted for each that was typical, 1 without history.</summary>
    public double InputRatio { get; private init; } = 1;

    /// <summary>Answer and thinking tokens a post: mean and standard deviation of calls; null without history.</summary>
    public (double Mean, double Deviation)? OutputPerPost { get; private init; }

    /// <summary>Share of input read from the provider's cache.</summary>
    public double CachedShare { get; private init; }

    /// <summary>Posts asked for each post done with, 1 when none is asked again.</summary>
    public double Repetition { get; private init; } = 1;

    /// <summary>Thinking tokens of each call, for the room to keep free.</summary>
    public IReadOnlyList<long> Thoughts { get; private init; } = [];

    public static ModelExperience None { get; } = new();

    /// <param name="calls">Of the model, newest first.</param>
    /// <param name="own">
    /// Those of the project to draft: its voice and kinds decide on tokens and repeats. Where there are none, those of all projects.
    /// </param>
    /// <param name="usual">Latency where calls do not tell.</param>
    public static ModelExperience From(IReadOnlyList<PastCall> calls, IReadOnlyList<PastCall> own, LatencyModel usual)
    {
        if (calls.Count == 0) return None with { Latency = usual };
        var like = own.Count > 0 ? own : calls;
        var output = like.Where(c => c.Tokens.Output > 0).Select(c => (c.Tokens.Output + c.Tokens.Thoughts) / (double)c.Posts).ToArray();
        var estimated = like.Where(c => c.TypicalTokens > 0).ToArray();
        var prompt = like.Sum(c => c.Tokens.Prompt);
        return new ModelExperience
        {
            Calls = like.Count,
            AnsweredBy = calls.Select(c => c.ModelVersion).FirstOrDefault(version => version is not null),
            Latency = FitLatency(calls, usual),
            AskedAgain = calls.Where(c => !c.Blocked).GroupBy(c => c.Posts)
                .Where(g => g.Sum(c => c.Posts) >= Enough * Math.Max(1, g.Key / 2))
                .ToDictionary(g => g.Key, g => 1 - g.Sum(c => c.Answered) / (double)g.Sum(c => c.Posts)),
            InputRatio = estimated.Length == 0 ? 1 : estimated.Sum(c => c.Tokens.Prompt) / (double)estimated.Sum(c => c.TypicalTokens!.Value),
            OutputPerPost = output.Length == 0 ? null : (output.Average(), Deviation(output)),
            CachedShare = prompt == 0 ? 0 : like.Sum(c => c.Tokens.Cached) / (double)prompt,
            Repetition = like.Sum(c => c.Posts) / (double)Math.Max(1, like.Sum(c => c.Posts - c.AskedAgain)),
            Thoughts = [.. calls.Select(c => c.Tokens.Thoughts)],
        };
    }

    /// <summary>Least squares of latency over posts; with one pack size only, the part for each post stays the usual.</summary>
    private static LatencyModel FitLatency(IReadOnlyList<PastCall> calls, LatencyModel usual)
    {
        if (calls.Count < Enough) return usual;
        var meanPosts = calls.Average(c => (double)c.Posts);
        var meanSeconds = calls.Average(c => c.Latency.TotalSeconds);
        var spread = calls.Sum(c => Math.Pow(c.Posts - meanPosts, 2));
        var slope = spread < 1
            ? Math.Min(usual.PerPost.TotalSeconds, meanSeconds / Math.Max(1, meanPosts) / 2)
            : calls.Sum(c => (c.Posts - meanPosts) * (c.Latency.TotalSeconds - meanSeconds)) / spread;
        slope = Math.Clamp(slope, 0, meanSeconds / Math.Max(1, meanPosts));
        return new LatencyModel(TimeSpan.FromSeconds(Math.Max(0.01, meanSeconds - slope * meanPosts)), TimeSpan.FromSeconds(slope));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
    }
}
