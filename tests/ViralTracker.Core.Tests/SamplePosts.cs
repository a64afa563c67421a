using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Tests;

/// <summary>Plain values that a test changes in the one thing it is about.</summary>
public static class SamplePosts
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public static Post Post { get; } = new()
    {
        Key = new("x", "1900000000000000001"),
        Author = new() { Handle = "ada", Followers = 5_000 },
        Text = "Our build went from nine minutes to two after caching the restore step.",
        PostedAt = Now.AddHours(-2),
        Language = "en",
    };

    public static ProjectConfig Project { get; } = new() { Slug = "p", Path = "finder.yml" };
}
