using System.Text.Json;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Importing;

namespace ViralTracker.Adapters.Sources.Values;

/// <summary>The reading rules that all formats share; <c>docs/formats.md</c> tells them to people.</summary>
internal static class PostNormaliser
{
    public static ImportItem Normalise(SourceRow row, RowPlace place)
    {
        if (row.IsRepost)
            return new ImportItem.Repost(place);
        if (row.Text.Text is not { } text)
            return new ImportItem.BadRow(place, row.Text.Problem("a post has a text", "add it or remove the row"));
        if (row.Network == Networks.X)
            text = XText.Decode(text);
        if (row.Network == Networks.X && XText.IsRepost(text))
            return new ImportItem.Repost(place);
        if (row.PostedAt.Text is not { } timeText || PostTime.Parse(timeText) is not { } postedAt)
            return new ImportItem.BadRow(place, row.PostedAt.Problem("not a time", "write it like 2025-09-18T04:57:01Z (a spreadsheet: give the column the format yyyy-mm-dd hh:mm)"));

        var warnings = new List<RowProblem>(0);
        if (PostTime.IsDay(timeText) && row.TimeOfDay.Text?.Trim() is { Length: > 0 } timeOfDay)
        {
            if (PostTime.At(postedAt, timeOfDay) is { } moment)
                postedAt = moment;
            else
                warnings.Add(row.TimeOfDay.Problem("not a time of day", "the post stands at 00:00 UTC; write it like 18:57"));
        }
        var handle = Handle(row, warnings);
        if (Identify(row, handle, postedAt, text, warnings) is not { } identity)
            return new ImportItem.BadRow(place, row.Id.Problem("no id, address or author to tell this post by", "add its id or its url"));

        var post = new Post
        {
            Key = new PostKey(row.Network, identity.Id),
            Linkable = identity.Linkable,
            Author = new Author
            {
                NativeId = row.AuthorId,
                Handle = handle,
                Name = row.AuthorName,
                Followers = Count(row.Followers, row.DotsGroup, warnings),
                Verified = row.Verified,
            },
            Text = text,
            PostedAt = postedAt,
            Metrics = new PostMetrics
            {
                Likes = Count(row.Likes, row.DotsGroup, warnings),
                Replies = Count(row.Replies, row.DotsGroup, warnings),
                Retweets = Count(row.Retweets, row.DotsGroup, warnings),
                Quotes = Count(row.Quotes, row.DotsGroup, warnings),
                Views = Count(row.Views, row.DotsGroup, warnings),
                Bookmarks = Count(row.Bookmarks, row.DotsGroup, warnings),
            },
            Language = row.Language,
            Url = WebAddress(row.Url) ?? (identity.Linkable ? Networks.Address(row.Network, identity.Id, handle) : null),
            ConversationId = Reference(row.Network, row.ConversationId),
            ParentId = Reference(row.Network, row.ParentId),
            QuotedId = Reference(row.Network, row.QuotedId),
            ReplySettings = row.ReplySettings,
            Sensitive = row.Sensitive,
            Media = row.Media,
            Raw = row.Raw,
        };
        return new ImportItem.Found(place, post, warnings.Count == 0 ? [] : warnings);
    }

    private static PostIdentity? Identify(SourceRow row, string? handle, DateTimeOffset postedAt, string text, List<RowProblem> warnings)
    {
        if (PostIdentity.Find(row.Network, row.Id.Text, row.Url, row.IsTable) is { } known)
            return known;
        if ((row.AuthorId ?? handle ?? row.AuthorName) is not { } author)
            return null;
        var reason = PostIdentity.IsXId(row.Id.Text?.Trim() ?? "") ? "an id that a spreadsheet seems to have rounded" : "no id of the network";
        warnings.Add(row.Id.Problem(reason, "export ids as text, or the posts' addresses with them; until then this post has no reply link"));
        return PostIdentity.Derive(author, postedAt, text);
    }

    private static string? Handle(SourceRow row, List<RowProblem> warnings)
    {
        if (row.Handle.Text is not { } written)
            return null;
        var handle = string.Concat(written.Where(c => c is not ((>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF')))
            .Trim().TrimStart('@');
        if (handle.Length == 0 || Networks.IsHandle(row.Network, handle))
            return handle.Length == 0 ? null : handle;
        warnings.Add(row.Handle.Problem("not a handle of this network", "left empty; correct it and import again"));
        return null;
    }

    private static long? Count(SourceField field, bool dotsGroup, List<RowProblem> warnings)
    {
        if (field.IsAbsent || field.Text is { } blank && string.IsNullOrWhiteSpace(blank))
            return null;
        if (field.Text is { } text && (field.Value.ValueKind == JsonValueKind.Number ? CountText.ParseDecimal(text) : CountText.Parse(text, dotsGroup)) is { } count and >= 0)
            return count;
        warnings.Add(field.Problem("not a count", "left empty; a count is a whole number from 0"));
        return null;
    }

    private static string? Reference(string network, string? id) =>
        id is not null && (network != Networks.X || PostIdentity.IsXId(id)) ? id : null;

    // Addresses become links on a page: nothing but the web's schemes may pass.
    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? url!.Trim() : null;
}
