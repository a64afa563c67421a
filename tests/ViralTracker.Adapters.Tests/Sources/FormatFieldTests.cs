using ViralTracker.Core.Posts;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>The fields that only some formats carry.</summary>
public sealed class FormatFieldTests
{
    [Fact]
    public async Task Apify_row_keeps_thread_quote_media_and_the_longer_text()
    {
        var post = await One("""
            [{"id":"9","url":"https://x.com/ada/status/9","text":"short","fullText":"short &lt;3 and longer","createdAt":"Wed Oct 22 18:57:11 +0000 2025","lang":"en",
            "viewCount":50,"bookmarkCount":2,"inReplyToId":"8","conversationId":"7","quoteId":"6","possiblySensitive":true,"isConversationControlled":true,"isRetweet":false,
            "author":{"id":"1","userName":"ada","name":"Ada","followers":12,"isVerified":false,"isBlueVerified":true},
            "extendedEntities":{"media":[{"type":"photo","media_url_https":"https://img.example/1.jpg","ext_alt_text":"a cat"}]}}]
            """);
        Assert.Equal("short <3 and longer", post.Text);
        Assert.Equal(("7", "8", "6", "restricted", true), (post.ConversationId, post.ParentId, post.QuotedId, post.ReplySettings, post.Sensitive));
        Assert.Equal(new Author { NativeId = "1", Handle = "ada", Name = "Ada", Followers = 12, Verified = true }, post.Author);
        Assert.Equal((50L, 2L), (post.Metrics.Views, post.Metrics.Bookmarks));
        Assert.Equal(new MediaItem("photo", "https://img.example/1.jpg", "a cat"), Assert.Single(post.Media));
    }

    [Fact]
    public async Task V2_post_takes_newest_edit_note_text_media_and_author_from_its_page()
    {
        var items = await Imports.Text("""
            {"data":[{"id":"10","edit_history_tweet_ids":["11","10"],"text":"cut…","note_tweet":{"text":"cut here no longer"},"created_at":"2025-10-22T18:57:11.000Z","author_id":"1",
            "lang":"qst","conversation_id":"5","reply_settings":"mentionedUsers","referenced_tweets":[{"type":"replied_to","id":"5"},{"type":"quoted","id":"4"}],
            "attachments":{"media_keys":["3_1"]},"public_metrics":{"like_count":1,"impression_count":70,"bookmark_count":3}},
            {"id":"12","text":"RT @ada: cut","referenced_tweets":[{"type":"retweeted","id":"10"}],"created_at":"2025-10-22T18:57:11.000Z"}],
            "includes":{"users":[{"id":"1","username":"ada","name":"Ada","verified":false,"verified_type":"blue","public_metrics":{"followers_count":12}}],
            "tweets":[{"id":"4","text":"context"}],"media":[{"media_key":"3_1","type":"video","preview_image_url":"https://img.example/1.jpg","alt_text":"a dog"}]},
            "errors":[{"detail":"User has been suspended: [bob]."}]}
            """);
        Assert.Equal((1, 1, 0, 0, 1, 0), items.Counts());
        var post = items.Posts()[0];
        Assert.Equal(("11", "cut here no longer", "qst"), (post.Key.NativeId, post.Text, post.Language));
        Assert.Equal(("5", "5", "4", "mentionedUsers"), (post.ConversationId, post.ParentId, post.QuotedId, post.ReplySettings));
        Assert.Equal(new Author { NativeId = "1", Handle = "ada", Name = "Ada", Followers = 12, Verified = true }, post.Author);
        Assert.Equal((70L, 3L), (post.Metrics.Views, post.Metrics.Bookmarks));
        Assert.Equal(new MediaItem("video", "https://img.example/1.jpg", "a dog"), Assert.Single(post.Media));
    }

    [Fact]
    public async Task V2_answer_with_errors_only_is_notes_and_nothing() =>
        Assert.Equal((0, 0, 0, 1, 1, 0), (await Imports.Text("""{"errors":[{"title":"Not Found Error"}]}""")).Counts());

    [Fact]
    public async Task V11_status_takes_the_extended_text_and_skips_retweets()
    {
        var items = await Imports.Text("""
            {"id_str":"9","id":9,"text":"cut…","extended_tweet":{"full_text":"cut no more &amp; more"},"created_at":"Wed Oct 22 18:57:11 +0000 2025","in_reply_to_status_id_str":"8","quoted_status_id":7,"user":{"id_str":"1","screen_name":"ada","followers_count":12,"verified":true}}
            {"id_str":"10","text":"passed on","retweeted_status":{},"created_at":"Wed Oct 22 18:57:11 +0000 2025","user":{"screen_name":"bob"}}
            """);
        Assert.Equal((1, 1, 0, 0, 0, 0), items.Counts());
        var post = items.Posts()[0];
        Assert.Equal(("cut no more & more", "8", "7", "1", true), (post.Text, post.ParentId, post.QuotedId, post.Author.NativeId, post.Author.Verified));
    }

    [Fact]
    public async Task Bluesky_view_keeps_thread_quote_media_and_gate_and_skips_reposts()
    {
        var items = await Imports.Text("""
            {"feed":[{"post":{"uri":"at://did:plc:a/app.bsky.feed.post/1","author":{"did":"did:plc:a","handle":"ada.example.org","displayName":"Ada"},
            "record":{"text":"RT @x: not X","createdAt":"2025-10-22T18:57:11Z","langs":["pt-BR","en"],
            "reply":{"parent":{"uri":"at://p"},"root":{"uri":"at://r"}},"embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"record":{"uri":"at://q"}}}},
            "embed":{"$type":"app.bsky.embed.recordWithMedia#view","media":{"$type":"app.bsky.embed.images#view","images":[{"fullsize":"https://img.example/1.jpg","alt":"a bird"}]}},
            "threadgate":{"record":{"allow":[]}},"labels":[{"val":"nudity"}],"repostCount":4}},
            {"post":{},"reason":{"$type":"app.bsky.feed.defs#reasonRepost"}}]}
            """);
        Assert.Equal((1, 1, 0, 0, 0, 0), items.Counts());
        var post = items.Posts()[0];
        Assert.Equal(("at://r", "at://p", "at://q", "restricted", "pt-BR"), (post.ConversationId, post.ParentId, post.QuotedId, post.ReplySettings, post.Language));
        Assert.Equal((true, 4L, null), (post.Sensitive, post.Metrics.Retweets, post.Author.Followers));
        Assert.Equal(new MediaItem("photo", "https://img.example/1.jpg", "a bird"), Assert.Single(post.Media));
    }

    [Fact]
    public async Task Edited_real_post_is_known_by_its_newest_id() =>
        Assert.Equal("1576994789110992896", (await Imports.Shared("data/formats/x_api_v2_edited_tweet.jsonl")).Posts()[0].Key.NativeId);

    [Fact]
    public async Task R_table_reads_content_as_text_and_na_as_absent()
    {
        var posts = (await Imports.Shared("data/formats/csv_tidytuesday_dubois_8rows.csv")).Posts();
        Assert.DoesNotContain(posts, post => post.Text.Contains("rel=\"nofollow\"", StringComparison.Ordinal));
        Assert.All(posts, post => Assert.True(post is { Linkable: true, Author: { Verified: false, Followers: > 0, Handle.Length: > 0 }, Metrics: { Likes: >= 0, Replies: null } }));
        Assert.Equal("1390633129203879937", posts[0].Key.NativeId);
    }

    private static async Task<Post> One(string content) => Assert.Single((await Imports.Text(content)).Posts());
}
