using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

public sealed partial class JsonDocumentTests
{
    internal static readonly string[][] Verbs =
    [
        ["project", "list"],
        ["project", "show", "demo"],
        ["project", "validate"],
        ["project", "validate", "demo"],
        ["project", "init", "another"],
        ["status"],
        ["costs"],
        ["twitter", "skipped", "-p", "demo"],
        ["twitter", "export-comments", "-p", "demo", "-o", "none.csv"],
        ["twitter", "import", "-p", "demo", "projects/demo/posts/apify-2025-11-01.json"],
        ["forecast", "-p", "demo"],
        ["twitter", "score", "-p", "demo"],
        ["twitter", "generate-comments", "-p", "demo"],
        ["twitter", "generate-comments", "-p", "demo"],
        ["twitter", "generate-comments", "-p", "demo", "--dry-run"],
        ["twitter", "generate-comments", "-p", "demo", "--use-saved-scores"],
        ["twitter", "generate-comments", "-p", "demo", "--debug-tweet", "1984582017436945052"],
        ["twitter", "explain", "-p", "demo", "1984582017436945052"],
        ["twitter", "skipped", "-p", "demo"],
        ["project", "tune", "-p", "demo"],
        ["twitter", "mark", "d1", "--status", "skipped"],
        ["twitter", "mark", "d1", "--status", "pending", "-v"],
        ["twitter", "export-comments", "-p", "demo", "-o", "-", "--limit", "2"],
        ["twitter", "export-comments", "-p", "demo", "-o", "today.md"],
        ["twitter", "export-comments", "-p", "demo", "-o", "-"],
        ["status", "-q"],
        ["costs", "--by", "topic", "-v"],
        ["completion", "bash"],
        ["--version"],
    ];

    [Fact]
    public async Task Every_verb_writes_one_document_and_nothing_else()
    {
        using var workspace = TempWorkspace.WithDemo();
        foreach (var verb in Verbs)
        {
            var result = (await workspace.RunAsync([.. verb, "--json"])).ShouldExit(0);

            Assert.True(IsOneDocument(result), $"vt {string.Join(' ', verb)} --json wrote\n{result.Out}");
            Assert.True(result.Json.TryGetProperty("command", out _), $"vt {string.Join(' ', verb)} --json does not name its command");
            Assert.All(Texts(result.Json).Where(text => Moment().IsMatch(text)), time => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", time));
        }
    }

    [Fact]
    public async Task Post_has_its_text_under_one_name_in_every_document()
    {
        using var workspace = TempWorkspace.WithDemo();
        string[][] verbs =
        [
            ["twitter", "generate-comments", "-p", "demo"], ["twitter", "score", "-p", "demo", "--hours-back", "48", "--min-followers", "0"],
            ["twitter", "skipped", "-p", "demo"], ["twitter", "export-comments", "-p", "demo", "-o", "-"],
        ];
        foreach (var verb in verbs)
        {
            var posts = (await workspace.RunAsync([.. verb, "--json"])).ShouldExit(0).Json.GetProperty("posts").EnumerateArray().ToArray();

            Assert.NotEmpty(posts);
            Assert.All(posts, post => Assert.Equal(JsonValueKind.String, post.GetProperty("tweet_text").ValueKind));
        }
    }

    [Fact]
    public async Task Mistake_leaves_standard_output_empty()
    {
        using var workspace = TempWorkspace.WithDemo();

        var result = (await workspace.RunAsync("twitter", "score", "-p", "nobody", "--json")).ShouldExit(2);

        Assert.Equal("", result.Out);
        Assert.NotEqual("", result.Error);
    }

    private static IEnumerable<string> Texts(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.String => [of.GetString()!],
        JsonValueKind.Object => of.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT")]
    private static partial Regex Moment();

    private static bool IsOneDocument(VtResult result)
    {
        try
        {
            return result.Json.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
