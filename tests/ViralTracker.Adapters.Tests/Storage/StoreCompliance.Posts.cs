using System.Text;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Storage;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Upsert_of_the_same_posts_again_changes_nothing()
    {
        Post[] posts = [APost("1"), APost("2") with { Media = [new MediaItem("photo", "https://pic.example/1", "a chart")] }];

        Assert.Equal(new UpsertCounts(2, 0, 0), await Store.Posts.UpsertAsync(Project, posts, "a.jsonl", Noon, Ct));
        Assert.Equal(new UpsertCounts(0, 0, 2), await Store.Posts.UpsertAsync(Project, posts, "a.jsonl", Noon.AddHours(1), Ct));

        Assert.Equal(2L, await OneAsync("SELECT count(*) FROM post_snapshots"));
        Assert.Equal(2L, await OneAsync("SELECT count(*) FROM found_by"));
    }

    [Fact]
    public async Task Upsert_tells_posts_of_other_projects_and_repeats_within_a_file_from_known_ones()
    {
        Post[] posts = [APost("1", likes: 3), APost("2"), APost("2")];

        Assert.Equal(new UpsertCounts(2, 0, 1) { Repeated = 1 }, await Store.Posts.UpsertAsync(Project, posts, "a.jsonl", Noon, Ct));
        Assert.Equal(new UpsertCounts(1, 0, 1) { Joined = 2, Repeated = 1 }, await Store.Posts.UpsertAsync("coffee", [.. posts, APost("3")], "a.jsonl", Noon.AddHours(1), Ct));
        Assert.Equal(new UpsertCounts(0, 0, 3) { Repeated = 3 }, await Store.Posts.UpsertAgainAsync("coffee", posts, "a.jsonl", Noon.AddHours(1), Ct));
        Assert.Equal(new UpsertCounts(0, 1, 2) { Repeated = 1 }, await Store.Posts.UpsertAsync("coffee", [APost("1", likes: 9), .. posts[1..]], "b.jsonl", Noon.AddHours(2), Ct));
    }

    [Fact]
    public async Task Upsert_of_new_metrics_updates_them_and_adds_to_the_history()
    {
        await AddPostsAsync(APost("1", likes: 3, views: 100));
        var seen = APost("1", likes: 9, views: null) with { Text = "An edited text" };

        Assert.Equal(new UpsertCounts(0, 1, 0), await Store.Posts.UpsertAsync(Project, [seen], "b.jsonl", Noon.AddHours(1), Ct));

        var stored = (await Store.Posts.FindAsync(Project, "1", Ct))!;
        Assert.Equal(9, stored.Post.Metrics.Likes);
        Assert.Equal(100, stored.Post.Metrics.Views);
        Assert.Equal("An edited text", stored.Post.Text);
        Assert.Equal(Noon.AddHours(1), stored.SnapshotAt);
        Assert.Equal("3,9", await OneAsync("SELECT group_concat(likes) FROM (SELECT likes FROM post_snapshots ORDER BY seen_at)"));
        Assert.Equal(2L, await OneAsync("SELECT count(*) FROM found_by"));
    }

    [Fact]
    public async Task Counts_seen_before_the_present_ones_come_back_for_posts_seen_twice()
    {
        var ids = await AddPostsAsync(APost("grown", likes: 3), APost("flat"), APost("once"));
        await Store.Posts.UpsertAsync(Project, [APost("grown", likes: 9), APost("flat")], "b.jsonl", Noon.AddHours(1), Ct);
        await Store.Posts.UpsertAsync(Project, [APost("grown", likes: 20)], "c.jsonl", Noon.AddHours(2), Ct);

        var earlier = await Store.Posts.EarlierSnapshotsAsync(ids, Ct);

        Assert.Equal([3L, 9L], earlier[ids[0]].OrderBy(s => s.SeenAt).Select(s => s.Metrics.Likes));
        var flat = Assert.Single(earlier[ids[1]]);
        Assert.Equal((Noon, 3L, 100L), (flat.SeenAt, flat.Metrics.Likes, flat.Metrics.Views));
        Assert.Equal(Noon.AddHours(1), (await Store.Posts.FindAsync(Project, "flat", Ct))!.SnapshotAt);
        Assert.False(earlier.ContainsKey(ids[2]));
        Assert.Empty(await Store.Posts.EarlierSnapshotsAsync([], Ct));
    }

    [Fact]
    public async Task Counts_of_a_clock_gone_back_are_not_earlier_ones()
    {
        var ids = await AddPostsAsync(APost("1", likes: 3), APost("2"));
        await Store.Posts.UpsertAsync(Project, [APost("1", likes: 9), APost("2")], "b.jsonl", Noon.AddHours(-3), Ct);

        Assert.Empty(await Store.Posts.EarlierSnapshotsAsync(ids, Ct));
        Assert.Equal(Noon, (await Store.Posts.FindAsync(Project, "2", Ct))!.SnapshotAt);
    }

    [Fact]
    public async Task Upsert_of_a_post_twice_in_one_batch_keeps_the_later_metrics()
    {
        var counts = await Store.Posts.UpsertAsync(Project, [APost("1", likes: 3), APost("1", likes: 4)], "a.jsonl", Noon, Ct);

        Assert.Equal(new UpsertCounts(1, 1, 0), counts);
        Assert.Equal(4L, await OneAsync("SELECT likes FROM post_snapshots"));
    }

    [Fact]
    public async Task Post_comes_back_as_it_went_in_with_its_raw_row()
    {
        var post = APost("1") with
        {
            ParentId = "7",
            QuotedId = "8",
            Sensitive = true,
            Linkable = false,
            Media = [new MediaItem("video", null, "a clip")],
            Raw = Encoding.UTF8.GetBytes("{\"id\":\"1\"}"),
        };
        await AddPostsAsync(post);

        var stored = (await Store.Posts.FindAsync(Project, "1", Ct))!.Post;

        Assert.Equal(post.Raw.ToArray(), stored.Raw.ToArray());
        Assert.Equal(post.Media, stored.Media);
        Assert.Equal(post with { Media = stored.Media, Raw = stored.Raw }, stored);
        var selected = await FirstAsync(Window());
        Assert.True(selected.Post.Raw.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("한국어 · عربى · 👩‍👩‍👧 · é vs é")]
    [InlineData("a nul \0 inside, a tab \t and a ' quote; DROP TABLE posts; --")]
    public async Task Text_of_any_script_comes_back_unchanged(string text)
    {
        await AddPostsAsync(APost("1", text: text));

        Assert.Equal(text, (await Store.Posts.FindAsync(Project, "1", Ct))!.Post.Text);
    }

    [Fact]
    public async Task Text_with_lone_surrogates_is_kept_with_replacement_marks_and_stays_idempotent()
    {
        var broken = APost("1", text: "cut \ud83d here") with { Author = new Author { Handle = "w", Name = "\udc00" } };
        await AddPostsAsync(broken);

        Assert.Equal("cut \ufffd here", (await Store.Posts.FindAsync(Project, "1", Ct))!.Post.Text);
        Assert.Equal(new UpsertCounts(0, 0, 1), await Store.Posts.UpsertAsync(Project, [broken], "a.jsonl", Noon, Ct));
    }

    [Theory]
    [InlineData("1001")]
    [InlineData(" 1001 ")]
    [InlineData("https://x.com/Someone/status/1001")]
    [InlineData("https://twitter.com/i/web/status/1001?s=20")]
    [InlineData("x.com/Someone/status/1001/photo/1")]
    [InlineData("https://mobile.twitter.com/Someone/statuses/1001#m")]
    [InlineData(" https://m.x.com/Someone/status/1001, ")]
    [InlineData("x:1001")]
    [InlineData(" X:1001 ")]
    public async Task Find_takes_an_id_or_any_form_of_its_address(string target)
    {
        await AddPostsAsync(APost("1001"));

        Assert.Equal("1001", (await Store.Posts.FindAsync(Project, target, Ct))?.Post.Key.NativeId);
        Assert.Null(await Store.Posts.FindAsync("another", target, Ct));
    }

    [Fact]
    public async Task Find_takes_the_address_of_a_post_on_another_network()
    {
        var key = new PostKey("bluesky", "at://did:plc:abc/app.bsky.feed.post/3k");
        await AddPostsAsync(APost("1") with { Key = key, Url = "https://bsky.app/profile/w/post/3k" });

        foreach (var target in new[] { "https://bsky.app/profile/w/post/3k/?ref=x", key.NativeId, key.ToString() })
            Assert.Equal(key, (await Store.Posts.FindAsync(Project, target, Ct))?.Post.Key);
        foreach (var target in new[] { "x:" + key.NativeId, "mastodon:" + key.NativeId, "x:", ":1" })
            Assert.Null(await Store.Posts.FindAsync(Project, target, Ct));
    }

    [Fact]
    public async Task Fault02_filters_apply_before_any_limit()
    {
        var small = Enumerable.Range(0, 300).Select(i => APost($"small{i}", minutesOld: i % 50, followers: 10));
        var big = Enumerable.Range(0, 100).Select(i => APost($"big{i}", minutesOld: 100 + i, followers: 5000));
        await Store.Posts.UpsertAsync(Project, [.. small, .. big], "a.jsonl", Noon, Ct);

        var chosen = await Store.Posts.SelectAsync(Window(minFollowers: 1000), Ct).Take(150).ToListAsync(Ct);

        Assert.Equal(100, chosen.Count);
        Assert.Equal("big0", chosen[0].Post.Key.NativeId);
        Assert.Equal(new CandidateCounts(400, 100, 100, 0, 0), await Store.Posts.CountAsync(Window(minFollowers: 1000), Ct));
    }

    [Fact]
    public async Task Select_takes_the_window_with_both_ends_newest_first()
    {
        await AddPostsAsync(APost("old", minutesOld: 24 * 60 + 1), APost("first", minutesOld: 24 * 60), APost("last", minutesOld: 0), APost("future", minutesOld: -1));

        Assert.Equal(["last", "first"], await SelectIdsAsync(Window()));
    }

    [Fact]
    public async Task Posts_outside_the_window_are_counted_once_each_and_for_their_project_only()
    {
        await AddPostsAsync(APost("old", minutesOld: 24 * 60 + 1), APost("older", minutesOld: 48 * 60), APost("inside", minutesOld: 60), APost("future", minutesOld: -1));
        await Store.Posts.UpsertAsync(Project, [APost("old", minutesOld: 24 * 60 + 1)], "b.jsonl", Noon, Ct);
        await Store.Posts.UpsertAsync("another", [APost("old of another", minutesOld: 24 * 60 + 1)], "a.jsonl", Noon, Ct);

        Assert.Equal(new CandidateCounts(1, 1, 1, Older: 2, Later: 1), await Store.Posts.CountAsync(Window(), Ct));
    }

    [Fact]
    public async Task Posts_no_run_looked_at_are_counted_by_what_keeps_them_out()
    {
        var ids = await AddPostsAsync(
            APost("seen"), APost("old", minutesOld: 24 * 60 + 1, followers: 1), APost("future", minutesOld: -1), APost("small", followers: 999), APost("nobody", followers: null),
            APost("unliked", followers: 1_000, likes: 4), APost("left", followers: 1_000, likes: 5), APost("seen and old", minutesOld: 24 * 60 + 1));
        await AddPostsAsync(APost("old", minutesOld: 24 * 60 + 1, followers: 1));
        await Store.Posts.UpsertAsync("another", [APost("of another")], "a.jsonl", Noon, Ct);
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync([AScore(ids[0], run), ASkip(ids[7], run, SkipReason.Language)], Ct);

        Assert.Equal(new UnseenCounts(1, 1, 2, 1, 0, 1), await Store.Posts.CountUnseenAsync(Window(minFollowers: 1_000, minLikes: 5), Ct));
        Assert.Equal(new UnseenCounts(0, 0, 0, 0, 0, 1), await Store.Posts.CountUnseenAsync(Window() with { ProjectId = "another" }, Ct));
        Assert.Equal(0, (await Store.Posts.CountUnseenAsync(Window() with { ProjectId = "third" }, Ct)).All);
    }

    [Fact]
    public async Task Select_fails_unknown_counts_only_where_something_is_asked_of_them()
    {
        await AddPostsAsync(APost("1", followers: null, likes: null));

        Assert.Equal(["1"], await SelectIdsAsync(Window()));
        Assert.Empty(await SelectIdsAsync(Window(minFollowers: 1)));
        Assert.Empty(await SelectIdsAsync(Window(minLikes: 1)));
    }

    [Fact]
    public async Task Replies_to_a_post_come_the_most_liked_first()
    {
        Post Reply(string id, string to, long? likes, string root = "1") => APost(id, likes: likes, text: "Reply " + id) with { ParentId = to, ConversationId = root };
        var ids = await AddPostsAsync(
            APost("1"), Reply("a", "1", 2), Reply("b", "1", null), Reply("c", "1", 9), Reply("below", "a", 50), Reply("elsewhere", "1", 50, root: "2"),
            APost("2") with { ConversationId = null }, Reply("d", "2", 1, root: "2"), APost("quiet"));

        var replies = await Store.Posts.RepliesAsync([ids[0], ids[6], ids[8]], 2, Ct);

        Assert.Equal(["Reply c", "Reply a"], replies[ids[0]]);
        Assert.Equal(["Reply d"], replies[ids[6]]);
        Assert.Empty(replies[ids[8]]);
        Assert.Equal(3, (await Store.Posts.RepliesAsync([ids[0]], 50, Ct))[ids[0]].Count());
    }

    [Fact]
    public async Task Select_leaves_out_posts_of_other_projects()
    {
        await AddPostsAsync(APost("1"));
        await Store.Posts.UpsertAsync("another", [APost("1"), APost("2")], "a.jsonl", Noon, Ct);

        Assert.Equal(["1"], await SelectIdsAsync(Window()));
    }

    [Fact]
    public async Task Select_leaves_out_handled_posts_and_takes_failed_ones_again()
    {
        var ids = await AddPostsAsync(APost("drafted", 1), APost("blocked", 2), APost("silent", 3), APost("language", 4), APost("blocked_then_scored", 5), APost("failed", 6));
        await DraftAsync(ids[0]);
        var run = await BeginRunAsync();
        await Store.Assessments.AppendAsync(
        [
            ASkip(ids[1], run, SkipReason.BlockedByProvider),
            ASkip(ids[2], run, SkipReason.NothingToSay),
            ASkip(ids[3], run, SkipReason.Language),
            ASkip(ids[4], run, SkipReason.BlockedByProvider),
            AScore(ids[4], run),
            AScore(ids[5], run),
        ], Ct);

        Assert.Equal(["language", "failed"], await SelectIdsAsync(Window()));
        Assert.Equal(6, (await SelectIdsAsync(Window(includeHandled: true))).Count);
        Assert.Equal(new CandidateCounts(6, 6, 2, 0, 0), await Store.Posts.CountAsync(Window(), Ct));
        Assert.Equal("drafted", (await Store.Posts.GetAsync([(await Store.Posts.HandledAsync(Project, Noon, "form", Ct).SingleAsync(Ct)).PostId], Ct))[0].Post.Key.NativeId);
    }

    [Fact]
    public async Task Signature_of_a_handled_post_is_kept_by_form_until_its_text_changes()
    {
        var ids = await AddPostsAsync(APost("1", text: "as it was"));
        await DraftAsync(ids[0]);
        byte[] signature = [1, 2, 3];
        Assert.Null((await HandledAsync("a")).Signature);

        await Store.Posts.SignAsync("a", [new HandledPost(ids[0], "another text", [9])], Ct);
        Assert.Null((await HandledAsync("a")).Signature);
        await Store.Posts.SignAsync("a", [new HandledPost(ids[0], "as it was", signature)], Ct);
        Assert.Equal(signature, (await HandledAsync("a")).Signature);
        Assert.Null((await HandledAsync("b")).Signature);
        await Store.Posts.SignAsync("b", [new HandledPost(ids[0], "as it was", [4])], Ct);
        Assert.Equal([4], (await HandledAsync("b")).Signature);

        await AddPostsAsync(APost("1", text: "as it was", likes: 99));
        Assert.NotNull((await HandledAsync("b")).Signature);
        await AddPostsAsync(APost("1", text: "as it is now", likes: 99));
        Assert.Equal(new HandledPost(ids[0], "as it is now"), await HandledAsync("b"));

        async Task<HandledPost> HandledAsync(string form) => await Store.Posts.HandledAsync(Project, Noon, form, Ct).SingleAsync(Ct);
    }

    [Fact]
    public async Task Import_is_remembered_by_project_and_content()
    {
        Assert.False(await Store.Posts.WasImportedAsync(Project, "hash", Ct));
        await Store.Posts.RememberImportAsync(Project, "posts/a.jsonl", "hash", Noon, Ct);
        await Store.Posts.RememberImportAsync(Project, "posts/b.jsonl", "hash", Noon, Ct);

        Assert.True(await Store.Posts.WasImportedAsync(Project, "hash", Ct));
        Assert.False(await Store.Posts.WasImportedAsync("another", "hash", Ct));
        Assert.Null(await Store.Posts.ImportedAtAsync("hush", Ct));
        await Store.Posts.RememberImportAsync("another", "a.jsonl", "hash", Noon.AddHours(-1), Ct);
        Assert.Equal(Noon.AddHours(-1), await Store.Posts.ImportedAtAsync("hash", Ct));
    }

    [Fact]
    public async Task Embedding_comes_back_bit_for_bit_and_an_empty_one_stays_known()
    {
        var (known, empty, missing) = (TextKey.Of("a"), TextKey.Of("b"), TextKey.Of("c"));
        float[] vector = [1f, -0.5f, float.Epsilon, MathF.PI];
        await Store.Embeddings.PutAsync("local", [new(known, vector), new(empty, [])], Ct);
        await Store.Embeddings.PutAsync("local", [new(known, [9f])], Ct);

        var found = await Store.Embeddings.GetAsync("local", [known, empty, missing], Ct);

        Assert.Equal(vector, found[known]);
        Assert.Empty(found[empty]);
        Assert.Equal(2, found.Count);
        Assert.Empty(await Store.Embeddings.GetAsync("gemini", [known], Ct));
    }

    private async Task<StoredPost> FirstAsync(CandidateQuery query) => await Store.Posts.SelectAsync(query, Ct).FirstAsync(Ct);
}
