using System.Text.Json.Nodes;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Export;

/// <summary>One opportunity with all its drafts as a JSON object; a line of the JSON lines format.</summary>
public static class ExportJson
{
    public static JsonObject Of(ExportSheet sheet, ExportRow row)
    {
        var (post, score) = (row.Opportunity.Stored.Post, row.Opportunity.Score);
        return new()
        {
            ["rank"] = row.Rank,
            ["priority_score"] = row.Priority,
            ["project"] = sheet.Project,
            ["tweet_id"] = post.Key.NativeId,
            ["source"] = post.Key.Source,
            ["url"] = post.Url,
            ["author"] = post.Author.Handle,
            ["followers"] = post.Author.Followers,
            ["views"] = post.Metrics.Views,
            ["tweet_text"] = post.Text,
            ["posted_at"] = UtcText.Of(post.PostedAt),
            ["age_hours"] = Math.Round(row.AgeHours, 2),
            ["score_total"] = score.Total,
            ["label"] = SnakeCase.Of(score.Label),
            ["topic"] = score.Topic,
            ["why"] = score.Why,
            ["drafts"] = new JsonArray([.. row.Opportunity.Drafts.Select(draft => Draft(post, draft))]),
        };
    }

    private static JsonObject Draft(Post post, OfferedDraft draft) => new()
    {
        ["draft_id"] = FormattableString.Invariant($"d{draft.DraftId}"),
        ["kind"] = draft.Kind,
        ["text"] = draft.Text,
        ["rank"] = draft.Rank,
        ["status"] = SnakeCase.Of(draft.Status),
        ["mark"] = draft.Mark,
        ["api_cost_usd"] = draft.Cost?.Usd,
        ["reply_url"] = ReplyLink.For(post, draft.Text),
    };
}
