using System.Globalization;
using System.Text.Json.Nodes;
using ViralTracker.Adapters.Projects;
using ViralTracker.Core.Projects;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Projects;

public sealed class DemoProjectTests
{
    private static readonly ProjectDirectory Projects = new(Repository.Root);

    private static readonly ProjectConfig Demo = Projects.Load("demo").Value!;

    private static readonly IReadOnlyList<JsonNode> Posts =
    [
        .. Directory.EnumerateFiles(Projects.PostsFolder("demo"), "*.json")
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray()).Select(row => row!),
    ];

    private static DateTimeOffset PostedAt(JsonNode row) =>
        DateTimeOffset.ParseExact((string)row["createdAt"]!, "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture);

    [Fact]
    public void The_demo_has_topics_with_exemplars_and_a_voice_with_examples()
    {
        Assert.Equal(["onboarding", "pricing", "first customers"], Demo.Taxonomy.Select(t => t.Label));
        Assert.All(Demo.Taxonomy, t => Assert.True(t.Exemplars.Length >= 3));
        Assert.True(Demo.Voice.GoodExamples.Length >= 3 && Demo.Voice.BadExamples.Length >= 3);
    }

    [Fact]
    public void Ids_are_unique_and_tell_the_time_of_their_post()
    {
        Assert.InRange(Posts.Count, 55, 80);
        Assert.Equal(Posts.Count, Posts.Select(p => (string)p["id"]!).Distinct().Count());
        Assert.All(Posts, p =>
        {
            var fromId = DateTimeOffset.FromUnixTimeMilliseconds((long.Parse((string)p["id"]!, CultureInfo.InvariantCulture) >> 22) + 1288834974657);
            Assert.Equal(0, Math.Floor((fromId - PostedAt(p)).TotalSeconds));
        });
    }

    [Fact]
    public void Every_post_is_older_than_as_of_and_most_lie_within_six_hours()
    {
        var ages = Posts.Select(p => Demo.AsOf!.Value - PostedAt(p)).ToList();
        Assert.All(ages, age => Assert.True(age > TimeSpan.Zero));
        Assert.InRange(ages.Count(age => age > TimeSpan.FromHours(6)), 3, 10);
    }

    [Fact]
    public void Handles_are_made_up_and_fit_the_networks_limit() =>
        Assert.All(Posts, p => Assert.Matches("^[a-z0-9_]{1,10}_demo$", (string)p["author"]!["userName"]!));

    [Fact]
    public void Hard_cases_are_among_them()
    {
        Assert.Equal(["de", "en", "es", "fr", "ja", "pt"], Posts.Select(p => (string)p["lang"]!).Distinct().Order());
        Assert.Contains(Posts, p => (string)p["text"]! == "");
        Assert.Contains(Posts, p => (bool)p["isRetweet"]!);
        Assert.Contains(Posts, p => (bool)p["isReply"]! && Posts.Any(o => (string)o["id"]! == (string)p["inReplyToId"]!));
        Assert.Contains(Posts, p => (bool)p["isQuote"]! && Posts.Any(o => (string)o["id"]! == (string)p["quoteId"]!));
        Assert.Contains(Posts, p => (bool)p["isConversationControlled"]!);
        Assert.Contains(Posts, p => Demo.Sources.BlacklistHandles.Contains((string)p["author"]!["userName"]!));
        Assert.Contains(Posts, p => (long)p["author"]!["followers"]! < 1000);
        Assert.Equal(2, Posts.Count(p => ((string)p["text"]!).Contains("Ignore all previous", StringComparison.Ordinal)
            || ((string)p["text"]!).Contains("SYSTEM:", StringComparison.Ordinal)));
    }
}
