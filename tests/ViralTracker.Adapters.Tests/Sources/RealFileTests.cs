using ViralTracker.Pipeline.Importing;
using Xunit;

namespace ViralTracker.Adapters.Tests.Sources;

/// <summary>Every real file with its exact counts, which were counted independently of this program.</summary>
public sealed class RealFileTests
{
    [Theory]
    [InlineData("formats/apify_tweet_scraper_100.json", ImportFormat.Apify, 100, 0, 0)]
    [InlineData("formats/bluesky_searchPosts_rewrapped.json", ImportFormat.Bluesky, 50, 0, 0)]
    [InlineData("formats/csv_tidytuesday_dubois_8rows.csv", ImportFormat.Csv, 8, 0, 0)]
    [InlineData("formats/v1.1_search_rstats.json", ImportFormat.XV11, 14, 36, 0)]
    [InlineData("formats/x_api_v2_commtwitter.json", ImportFormat.XV2, 54, 109, 0)]
    [InlineData("formats/x_api_v2_edited_tweet.jsonl", ImportFormat.XV2, 1, 0, 0)]
    [InlineData("formats/x_api_v2_impressions_verified_type.jsonl", ImportFormat.XV2, 1, 0, 0)]
    [InlineData("formats/x_api_v2_many_urls.jsonl", ImportFormat.XV2, 1, 0, 0)]
    [InlineData("formats/x_api_v2_twarc_kpop.jsonl", ImportFormat.XV2, 22, 78, 1)]
    [InlineData("demo_ai_tools.csv", ImportFormat.Csv, 500, 0, 0)]
    [InlineData("demo_ai_tools.jsonl", ImportFormat.Jsonl, 500, 0, 0)]
    [InlineData("nonenglish.jsonl", ImportFormat.Jsonl, 356, 546, 0)]
    [InlineData("load_real.csv", ImportFormat.Csv, 15883, 7258, 0)]
    public async Task File_gives_its_posts_reposts_and_notes_whether_the_format_is_told_or_found(
        string path, ImportFormat format, int posts, int reposts, int notes)
    {
        var found = await Imports.Shared($"data/{path}");
        Assert.Equal((posts, reposts, 0, 0, notes, 0), found.Counts());
        Assert.Equal(found.Counts(), (await Imports.Shared($"data/{path}", format)).Counts());
    }
}
