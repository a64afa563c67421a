using System.Globalization;
using System.Text.Json;
using CsvHelper;
using ViralTracker.Core.Posts;
using ViralTracker.Testing;

namespace ViralTracker.Judgement;

/// <summary>Posts of the shared data files, in file order so that a label's row number finds its post.</summary>
internal static class SharedPosts
{
    public static IReadOnlyList<Post> Demo() => [.. Lines("demo_ai_tools.jsonl")];

    public static IReadOnlyList<Post> NonEnglish() => [.. Lines("nonenglish.jsonl")];

    public static IReadOnlyList<Post> LoadReal()
    {
        using var csv = new CsvReader(new StreamReader(PathOf("load_real.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var posts = new List<Post>();
        while (csv.Read()) posts.Add(Of(name => csv.GetField(name) is { Length: > 0 } text ? text : null));
        return posts;
    }

    private static IEnumerable<Post> Lines(string file)
    {
        foreach (var line in File.ReadLines(PathOf(file)))
        {
            using var row = JsonDocument.Parse(line);
            yield return Of(name => row.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null);
        }
    }

    private static Post Of(Func<string, string?> field)
    {
        return new Post
        {
            Key = new("x", field("id") ?? ""),
            Author = new Author { Handle = field("author_handle"), Followers = Count("author_followers") },
            Text = field("text") ?? "",
            PostedAt = DateTimeOffset.TryParse(field("created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default,
            Language = field("lang"),
            Metrics = new PostMetrics { Likes = Count("likes"), Replies = Count("replies"), Retweets = Count("retweets"), Quotes = Count("quotes"), Views = Count("views") },
        };

        long? Count(string name) => long.TryParse(field(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    /// <exception cref="FileNotFoundException">The shared data are not there.</exception>
    public static string PathOf(string file) =>
        Repository.Shared($"data/{file}") ?? throw new FileNotFoundException($"The measurements need ../shared/data/{file} beside the checkout.");
}
