using System.Text.Json;
using ViralTracker.EndToEnd.Tests.MainJob;
using ViralTracker.GeminiStandIn;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

public sealed class DraftLanguageTests
{
    [Theory]
    [InlineData("und")]
    [InlineData(null)]
    [InlineData("de")]
    [InlineData("en")] // the source is mistaken
    public async Task Drafts_are_asked_for_in_the_posts_language_and_others_are_rejected(string? tag)
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\nlanguages: [en, de]\n");
        await tools.ImportPostsAsync(new
        {
            id = "1968000000000000700",
            author_handle = "schreiberin",
            author_followers = 5_000,
            created_at = "2025-09-18T04:30:00Z",
            lang = tag,
            text = "Wer lässt den Agenten eigentlich die Tests vor dem Code schreiben, und wie geht das gut?",
        });
        await using var gemini = await StandInServer.StartAsync();

        await tools.GenerateAsync(gemini);

        Assert.All(gemini.Log.Where(a => a.Action == "generateContent"), a => Assert.Equal("de", JsonElement.Parse(a.User).GetProperty("posts")[0].GetProperty("lang").GetString()));
        Assert.Equal("wrong_language", Assert.Single(tools.Store.Rows("SELECT DISTINCT rule FROM drafts WHERE state = 'rejected'"))[0]);
        Assert.Equal(0, tools.Store.Number("SELECT count(*) FROM drafts WHERE state = 'offered'"));
    }

    [Fact]
    public async Task Post_in_a_language_that_the_project_does_not_list_is_answered_in_its_first_one()
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\nlanguages: [en-GB, de]\n");
        await tools.ImportPostsAsync(new
        {
            id = "1968000000000000700",
            author_handle = "autrice",
            author_followers = 5_000,
            created_at = "2025-09-18T04:30:00Z",
            lang = "fr",
            text = "Qui laisse vraiment un agent toucher au code du paiement sans relire chaque ligne ?",
        });
        await using var gemini = await StandInServer.StartAsync();

        (await tools.GenerateAsync(gemini, "--no-use-gate")).ShouldExit(0);

        Assert.All(gemini.Log.Where(a => a.Action == "generateContent"), a => Assert.Equal("en", JsonElement.Parse(a.User).GetProperty("posts")[0].GetProperty("lang").GetString()));
        Assert.NotEqual(0, tools.Store.Number("SELECT count(*) FROM drafts WHERE state = 'offered'"));
        Assert.Equal(0, tools.Store.Number("SELECT count(*) FROM drafts WHERE rule = 'wrong_language'"));
    }

    [Theory]
    [InlineData("de", "Wer lässt den Agenten eigentlich die Tests vor dem Code schreiben, und wie geht das gut?")]
    [InlineData("en", "And is it?")]
    public async Task What_the_offline_drafter_has_no_words_for_is_left_to_a_model(string language, string text)
    {
        using var tools = new ToolsWorkspace();
        tools.Files.WithProject(ToolsWorkspace.Slug, ToolsWorkspace.Finder + "\nlanguages: [en, de]\n");
        await tools.ImportPostsAsync(new
        {
            id = "1968000000000000700",
            author_handle = "schreiberin",
            author_followers = 5_000,
            created_at = "2025-09-18T04:30:00Z",
            lang = language,
            text,
        });

        var offline = await tools.GenerateAsync(null);
        Assert.Contains("posts in de get none without a model", offline.Error, StringComparison.Ordinal);
        Assert.Equal(1, tools.Store.Number("SELECT count(*) FROM assessments WHERE skip_reason = 'nothing_to_say'"));

        await using var gemini = await StandInServer.StartAsync();
        await tools.GenerateAsync(gemini);
        Assert.Contains(gemini.Log, a => a.Action == "generateContent");
    }
}
