using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ViralTracker.EndToEnd.Tests.Harness;
using ViralTracker.GeminiStandIn;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.MainJob;

/// <summary>What a person reads about one post, and whether it is true.</summary>
public sealed partial class ExplainTests
{
    private const string Id = "1968000000000000001";
    private const string Later = "2025-09-19T12:00:00Z";

    private static readonly string Slug = ToolsWorkspace.Slug;

    private static Task<VtResult> ExplainAsync(ToolsWorkspace tools, string id, params string[] more) =>
        tools.RunAsync(["twitter", "explain", "-p", Slug, id, "--as-of", ToolsWorkspace.AsOf, .. more]);

    [Fact]
    public async Task Post_that_no_run_has_seen_is_explained_with_its_parts()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent would you let near a payment service, and what would you check first?"));

        var screen = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;

        Assert.Contains("x:1968000000000000001 · @writer_1 (5K) · 49 min old · en", screen, StringComparison.Ordinal);
        Assert.Contains("Last run none has looked at this post", screen, StringComparison.Ordinal);
        Assert.Contains("Gate     passed", screen, StringComparison.Ordinal);
        Assert.Matches(@"Total    0\.\d{3} \w+ by calibrated-\d+ \(green from 0\.48, yellow from 0\.3\)", screen);
        foreach (var component in new[] { @"velocity   0\.\d{3} × 0\.15", @"relevance  0\.\d{3} × 0\.40", @"openness   0\.\d{3} × 0\.35", @"author     1\.000 × 0\.10" })
            Assert.Matches($@"(?m)^  {component} = 0\.\d{{3}}", screen);
        foreach (var input in new[] { "engagement +[1-9]", "minutes since +49", "followers +5000", @"topic +coding agents", @"topic match +0\.\d", @"topic margin +0\.\d", "asks question +1", @"asking chance +0\.\d" })
            Assert.Matches($"(?m)^  {input}", screen);
        Assert.DoesNotContain("Window", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Filter", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_lowered_for_a_post_off_topic_are_told()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which apples would you bake into a pie for twelve guests, and do you peel them first?"));

        var screen = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;

        Assert.Matches(@"openness   0\.\d{3} × 0\.(?!35)", screen);
        Assert.Matches(@"(?m)^  (?:hardly on|off) topic: of all but relevance \d+% of the weight counts$", screen);
    }

    [Fact]
    public async Task Headline_is_told_to_count_less_whatever_its_fame()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "New Coding Agents Compared: Which Tool Writes The Best Code https://example.com/agents #coding #AI"));

        var screen = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;

        Assert.Matches(@"(?m)^  reads like a headline, notice or advert: of all but relevance \d+% of the weight counts$", screen);
        Assert.Matches(@"(?m)^  answerable +0\.\d", screen);
        Assert.DoesNotMatch(@"(?m)^  velocity .*green with", screen);
    }

    [Fact]
    public async Task Likes_it_names_make_the_post_green_and_one_fewer_does_not()
    {
        const string Text = "Which coding agent would you let near a payment service, and what would you check first?";
        using var tools = new ToolsWorkspace();
        File.AppendAllText(tools.Files.PathOf("projects", Slug, "finder.yml"), "\nweights: {velocity: 0.5, relevance: 0.2, openness: 0.2, author_quality: 0.1}\nthresholds: {green_min: 0.85, yellow_min: 0.2}\n");
        await tools.ImportPostsAsync(Liked(1));
        var promise = LikesNeeded().Match((await ExplainAsync(tools, Id)).ShouldExit(0).Out);
        Assert.True(promise.Success);
        Assert.Equal("1", promise.Groups[2].Value);
        var likes = int.Parse(promise.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        await tools.ImportPostsAsync(Liked(likes - 1));
        Assert.Contains(" yellow by ", (await ExplainAsync(tools, Id)).ShouldExit(0).Out, StringComparison.Ordinal);
        await tools.ImportPostsAsync(Liked(likes));
        Assert.Contains(" green by ", (await ExplainAsync(tools, Id)).ShouldExit(0).Out, StringComparison.Ordinal);

        object Liked(int likes) => new { id = Id, author_handle = "writer_1", author_followers = 5_000, created_at = "2025-09-18T04:11:00Z", lang = "en", text = Text, likes };
    }

    [Fact]
    public async Task Repeat_and_author_cooldown_of_the_last_run_are_told_though_the_gate_passes()
    {
        using var tools = new ToolsWorkspace();
        const string Twice = "How do you review four thousand lines that an agent wrote over night without reading each of them?";
        await tools.ImportPostsAsync(
            OwnPosts.Of(1, Twice, followers: 9_000), OwnPosts.Of(2, Twice),
            ByOne(3, "Which AI editor keeps its price when the whole team needs completion all day?"), ByOne(4, "Rain again in the valley."));
        (await tools.ScoreAsync()).ShouldExit(0);

        var repeat = (await ExplainAsync(tools, "1968000000000000002")).ShouldExit(0).Out;
        var cooldown = (await ExplainAsync(tools, "1968000000000000004")).ShouldExit(0).Out;

        Assert.Matches(@"Last run 1, 18 Sep 05:00 UTC: skipped as a repeat of 1968000000000000001 \(100 ?% the same\)", repeat);
        Assert.Contains("Gate     passed", repeat, StringComparison.Ordinal);
        Assert.Contains("Last run 1, 18 Sep 05:00 UTC: skipped: same author again (a better post of @one is in this run)", cooldown, StringComparison.Ordinal);
        Assert.Contains("Last run 1, 18 Sep 05:00 UTC: scored 0.", (await ExplainAsync(tools, Id)).Out, StringComparison.Ordinal);

        static object ByOne(int number, string text) => new
        {
            id = $"{1_968_000_000_000_000_000 + number}",
            author_handle = "one",
            author_followers = 5_000,
            created_at = $"2025-09-18T04:{10 + number}:00Z",
            lang = "en",
            text,
            likes = 12,
        };
    }

    [Fact]
    public async Task Reason_why_a_post_has_no_draft_outlives_looks_at_it()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "And is it?"));
        (await tools.GenerateAsync(null)).ShouldExit(0);
        (await tools.ScoreAsync()).ShouldExit(0);
        (await tools.GenerateAsync(null, "--refresh", "--dry-run")).ShouldExit(0);

        var screen = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;
        var skipped = await tools.JsonAsync("twitter", "skipped", "-p", Slug, "--reason", "nothing_to_say");

        Assert.Matches("(?m)^Drafts   none: nothing to say without a model in run 1; (the next run|--no-skip-low-scores) tries it again$", screen);
        Assert.Equal((Id, "retry_later"), (skipped.GetProperty("posts")[0].GetProperty("tweet_id").GetString(), skipped.GetProperty("posts")[0].GetProperty("finality").GetString()));
    }

    [Fact]
    public async Task Score_of_another_scorer_than_the_present_one_is_told_with_its_name()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?"));
        (await tools.ScoreAsync()).ShouldExit(0);

        Assert.Matches(@"(?m)^Last run 1, .*: scored 0\.\d{3} \w+$", (await ExplainAsync(tools, Id)).ShouldExit(0).Out);
        tools.Store.Change("UPDATE assessments SET scorer = 'calibrated-1'");
        Assert.Matches(@"(?m)^Last run 1, .*: scored 0\.\d{3} \w+ by calibrated-1$", (await ExplainAsync(tools, Id)).ShouldExit(0).Out);
        Assert.Equal("calibrated-1", (await ExplainAsync(tools, Id, "--json")).ShouldExit(0).Json.GetProperty("last_run").GetProperty("scorer").GetString());
    }

    [Fact]
    public async Task Post_that_a_usual_run_does_not_look_at_is_told_the_options_that_find_it()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?", followers: 40));

        var screen = (await tools.RunAsync("twitter", "explain", "-p", Slug, Id, "--as-of", Later)).ShouldExit(0).Out;

        Assert.Contains("Window   older than 6 h: a run sees it with --hours-back 32", screen, StringComparison.Ordinal);
        Assert.Contains("Filter   fewer than 1,000 followers: a run sees it with --min-followers 40", screen, StringComparison.Ordinal);
        Assert.Equal(1, (await tools.JsonAsync("twitter", "score", "-p", Slug, "--as-of", Later, "--hours-back", "32", "--min-followers", "40")).GetProperty("find").GetProperty("scored").GetInt32());
    }

    [Fact]
    public async Task Post_whose_authors_followers_are_unknown_is_told_so()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(new { id = Id, author_handle = "writer_1", created_at = "2025-09-18T04:11:00Z", lang = "en", text = "Which coding agent do you trust with a real code base?" });

        var screen = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;

        Assert.Contains("Filter   followers unknown: a run sees it with --min-followers 0", screen, StringComparison.Ordinal);
        Assert.Contains("· @writer_1 · 49 min old ·", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_of_later_than_the_moment_asked_about_is_told_so()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?"));

        var screen = (await tools.RunAsync("twitter", "explain", "-p", Slug, Id, "--as-of", "2025-09-17")).ShouldExit(0).Out;

        Assert.Contains("· not posted yet ·", screen, StringComparison.Ordinal);
        Assert.Contains("Window   posted after 17 Sep 00:00 UTC", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_embeddings_are_taken_from_the_run_that_paid_them_and_missed_plainly()
    {
        using var workspace = new TempWorkspace().WithProject(Slug, ToolsWorkspace.Finder + "\ngeneration: {embedder: gemini}\n");
        await using var gemini = await StandInServer.StartAsync();
        var setting = new VtSetting { Environment = ToolsWorkspace.Gemini(gemini) };
        File.WriteAllText(workspace.PathOf("projects", Slug, "posts", "own.jsonl"), JsonSerializer.Serialize(OwnPosts.Of(1, "Which coding agent do you trust with a real code base?")));
        (await workspace.RunAsync("twitter", "import", "-p", Slug, workspace.PathOf("projects", Slug, "posts", "own.jsonl"))).ShouldExit(0);
        string[] explain = ["twitter", "explain", "-p", Slug, Id, "--as-of", ToolsWorkspace.AsOf];

        var before = (await workspace.RunAsync(explain)).ShouldExit(0).Out;
        var scored = (await workspace.RunAsync(setting, "twitter", "score", "-p", Slug, "--as-of", ToolsWorkspace.AsOf, "--json")).ShouldExit(0).Json.GetProperty("posts")[0];
        var after = (await workspace.RunAsync([.. explain, "--json"])).ShouldExit(0).Json;

        Assert.Contains("relevance              by the built-in model: no run has scored this post with gemini embeddings and the present settings", before, StringComparison.Ordinal);
        Assert.Equal("saved_score", after.GetProperty("relevance_from").GetString());
        Assert.Equal(scored.GetProperty("relevance").GetDouble(), after.GetProperty("post").GetProperty("relevance").GetDouble(), 9);
        Assert.Equal(scored.GetProperty("score_total").GetDouble(), after.GetProperty("post").GetProperty("score_total").GetDouble(), 9);
        var inputs = JsonElement.Parse((string)new StoreFile(workspace.Database).Rows("SELECT inputs FROM assessments")[0][0]!);
        Assert.NotEqual(0, inputs.GetProperty("topic_margin").GetDouble());
        Assert.Equal(inputs.GetProperty("topic_margin").GetDouble(), after.GetProperty("inputs").GetProperty("topic_margin").GetDouble(), 9);
    }

    [Fact]
    public async Task Exemplar_is_advised_where_it_makes_the_post_green_and_not_where_it_falls_short()
    {
        const string Text = "The cheap plan ran dry on the ninth of the month. Again.";
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, Text));
        Write(ToolsWorkspace.Finder.Replace("exemplars:", $"exemplars:\n      - \"{Text}\"", StringComparison.Ordinal), green: 0.99);
        var taught = (await ExplainAsync(tools, Id, "--json")).ShouldExit(0).Json.GetProperty("post").GetProperty("score_total").GetDouble();

        Write(ToolsWorkspace.Finder, green: taught - 0.002);
        var enough = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;
        Write(ToolsWorkspace.Finder, green: taught + 0.002);
        var tooLittle = (await ExplainAsync(tools, Id)).ShouldExit(0).Out;

        Assert.Matches(@"(?m)^  relevance .* green from 0\.\d\d: make it an exemplar of its topic$", enough);
        Assert.Matches(@"(?m)^  relevance .* green from 0\.\d\d$", tooLittle);

        void Write(string finder, double green) =>
            tools.Files.WithProject(Slug, FormattableString.Invariant($"{finder}\nthresholds: {{green_min: {green:F4}, yellow_min: 0.1}}\n"));
    }

    [Fact]
    public async Task Relevance_is_of_the_authors_own_words_not_of_what_he_reposts()
    {
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(OwnPosts.Of(1, "So true! RT @someone: Which coding agent do you trust with a real code base?"), OwnPosts.Of(2, "So true!"));

        Assert.Equal(await RelevanceAsync("1968000000000000002"), await RelevanceAsync(Id), 9);

        async Task<double> RelevanceAsync(string id) => (await ExplainAsync(tools, id, "--json")).ShouldExit(0).Json.GetProperty("post").GetProperty("relevance").GetDouble();
    }

    [Fact]
    public async Task Relevance_goes_by_the_language_of_the_words_whatever_the_source_marks()
    {
        const string German = "Ich lasse den Agenten nicht an den Code für die Zahlungen, und ihr?", English = "Which coding agent would you let near a payment service, and what would you check first?";
        using var tools = new ToolsWorkspace();
        await tools.ImportPostsAsync(Marked(1, "de", German), Marked(2, "en", German), Marked(3, "en", English), Marked(4, "de", English));

        Assert.Equal(await RelevanceAsync(1), await RelevanceAsync(2), 9);
        Assert.Equal(await RelevanceAsync(3), await RelevanceAsync(4), 9);

        static object Marked(int number, string lang, string text) => new
        {
            id = $"{1_968_000_000_000_000_000 + number}",
            author_handle = $"writer_{number}",
            author_followers = 5_000,
            created_at = "2025-09-18T04:11:00Z",
            lang,
            text,
        };

        async Task<double> RelevanceAsync(int number) =>
            (await ExplainAsync(tools, $"{1_968_000_000_000_000_000 + number}", "--json")).ShouldExit(0).Json.GetProperty("post").GetProperty("relevance").GetDouble();
    }

    [Fact]
    public async Task Topic_is_one_in_json_why_csv_and_explain_which_tells_what_the_relevance_is_of()
    {
        // The demo holds posts that are nearest to one topic and stand out further towards another.
        const string Post = "1984576521812651330";
        using var workspace = TempWorkspace.WithDemo();
        (await workspace.RunAsync("twitter", "generate-comments", "-p", "demo")).ShouldExit(0);

        var posts = (await workspace.RunAsync("twitter", "export-comments", "-p", "demo", "-o", "-", "--json")).ShouldExit(0).Json.GetProperty("posts").EnumerateArray().ToArray();
        var told = posts.Select(post => (Topic: Text(post, "topic"), Why: TopicInWhy().Match(Text(post, "why")))).Where(post => post.Why.Success).ToArray();
        var explained = (await workspace.RunAsync("twitter", "explain", "-p", "demo", Post, "--json")).ShouldExit(0).Json;
        var screen = (await workspace.RunAsync("twitter", "explain", "-p", "demo", Post)).ShouldExit(0).Out;

        Assert.NotEmpty(told);
        Assert.All(told, post => Assert.Equal(post.Topic, post.Why.Groups[1].Value));
        var own = explained.GetProperty("topic_relevance").GetDouble();
        Assert.True(own < explained.GetProperty("post").GetProperty("relevance").GetDouble(), "the post's relevance is of its nearest topic");
        Assert.Equal(("first customers", "onboarding"), (Text(explained.GetProperty("post"), "topic"), Text(explained, "relevant_to")));
        Assert.Matches(@"(?m)^  topic +first customers$", screen);
        Assert.Contains(FormattableString.Invariant($"  relevance to           onboarding; to first customers {own:F3}"), screen, StringComparison.Ordinal);

        static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
    }

    [Theory]
    [InlineData("twitter explain -p tools 1", 2)]
    [InlineData("costs --reconcile bill.csv", 0)]
    public async Task Reading_makes_no_database(string line, int exit)
    {
        using var tools = new ToolsWorkspace();
        File.WriteAllText(tools.Files.PathOf("bill.csv"), "Date,Cost\n2026-01-02,0.25\n");

        (await tools.RunAsync(line.Split(' '))).ShouldExit(exit);

        Assert.False(File.Exists(tools.Files.Database), "the database was made");
    }

    [GeneratedRegex(@"(?:^|\+ )([^+(]+) \((\d+)%\)")]
    private static partial Regex TopicInWhy();

    [GeneratedRegex(@"green with ([\d,]+) likes \(now (\d+)\)")]
    private static partial Regex LikesNeeded();
}
