namespace ViralTracker.Pipeline.Finding;

/// <summary>Pure work on each of many posts: on all processors where there are enough of them to pay for it.</summary>
internal static class PerPost
{
    public const int Chunk = 256;

    /// <summary>Results in the order of the posts.</summary>
    public static TResult[] Select<TPost, TResult>(IReadOnlyList<TPost> posts, Func<TPost, TResult> work, CancellationToken ct)
    {
        var results = new TResult[posts.Count];
        if (posts.Count <= Chunk) Run(0);
        else Parallel.For(0, (posts.Count + Chunk - 1) / Chunk, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, Run);
        return results;

        void Run(int chunk)
        {
            var end = Math.Min(results.Length, (chunk + 1) * Chunk);
            for (var i = chunk * Chunk; i < end; i++) results[i] = work(posts[i]);
        }
    }
}
