using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Gating;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt twitter skipped</c>: which posts were left out, and why.</summary>
internal sealed class SkippedCommand
{
    public const string Name = "skipped";
    public const string Description = "List the posts that were skipped, and why; count those no run looked at";

    private const int DefaultLimit = 50;
    private const int WideFrom = 110;

    private const int RunsSearched = 100;

    private readonly Option<string> _project = SharedOptions.Project();
    private readonly Option<SkipReason?> _reason = SharedOptions.Choice<SkipReason>("--reason", "Only posts skipped for this reason");
    private readonly Option<double?> _hoursBack = SharedOptions.Hours("Only posts skipped in the last N hours");
    private readonly Option<int> _limit = SharedOptions.Number("--limit", "List at most N posts, the newest first (counts include all)", DefaultLimit, 1, int.MaxValue);

    public static Command Build()
    {
        var self = new SkippedCommand();
        var command = new Command(Name, Description) { self._project, self._reason, self._hoursBack, self._limit };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = Session.Open(parsed);
            return await self.RunAsync(session, parsed, ct);
        });
        return command;
    }

    private async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var terminal = session.Terminal;
        var project = session.Load(parsed.GetRequiredValue(_project));
        var now = project.AsOf ?? session.Time.GetUtcNow();
        DateTimeOffset? since = parsed.GetValue(_hoursBack) is { } hours ? now.AddHours(-hours) : null;
        var (reason, limit) = (parsed.GetValue(_reason), parsed.GetValue(_limit));
        var stores = session.HasDatabase ? await session.StoreAsync(ct) : null;
        var store = stores?.Assessments;
        var counts = store is null ? [] : (await store.SkipCountsAsync(project.Slug, reason, since, ct)).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToArray();
        var shown = store is null ? [] : await store.SkippedAsync(project.Slug, reason, since, limit, ct);
        var all = counts.Sum(c => c.Value);
        var unseen = stores is null || reason is not null || since is not null ? null : await UnseenAsync(stores, project.Slug, ct);
        if (terminal.Json)
        {
            JsonDoc.Write(new JsonObject
            {
                ["command"] = Name,
                ["project"] = project.Slug,
                ["total"] = all,
                ["by_reason"] = JsonDoc.Counts(counts, Words.Snake),
                ["posts"] = JsonDoc.Array(shown.Select(Json)),
                ["not_looked_at"] = unseen is null ? null : Json(unseen),
            });
            return ExitCode.Done;
        }
        if (all == 0)
        {
            string[] given = [.. new Option[] { _reason, _hoursBack }.Where(parsed.Gives).Select(option => option.Name)];
            terminal.Say(given.Length > 0 ? $"No skipped posts match {Words.List(given)}." : "No posts were skipped.");
            foreach (var line in Lines(unseen, terminal.Width)) terminal.Say(line);
            terminal.Next($"vt twitter score -p {project.Slug}{(stores is null ? "" : await EmptyHands.OptionsAsync(stores, project.Slug, now, ct))}");
            return ExitCode.Done;
        }
        foreach (var line in Cells.Hang($"Skipped {Words.Number(all)}   ", " · ", counts.Select(c => Words.Count(c.Value, c.Key)), terminal.Width)) terminal.Say(line);
        terminal.Say();
        foreach (var line in Table(shown, now, terminal)) terminal.Say(line);
        if (shown.Count < all) terminal.Say($"… and {Words.Number(all - shown.Count)} more (--limit {all} shows all)");
        string[] more = [.. Lines(unseen, terminal.Width)];
        if (more.Length > 0) terminal.Say();
        foreach (var line in more) terminal.Say(line);
        return ExitCode.Done;
    }

    /// <summary>Posts that no run has looked at, by what kept them from the last one.</summary>
    private sealed record Unseen(UnseenCounts Counts, FindOptions Options, DateTimeOffset AsOf);

    private static async Task<Unseen?> UnseenAsync(IStore store, string project, CancellationToken ct)
    {
        var runs = await store.Runs.LatestAsync(project, RunsSearched, ct);
        // One that shows a single post looks at no window.
        if (runs.FirstOrDefault(run => run.Command != DebugTweet.Name) is not { } last) return null;
        var options = FindOptionSet.Of(last);
        return new(await store.Posts.CountUnseenAsync(options.Query(project, last.AsOf), ct), options, last.AsOf);
    }

    private static IEnumerable<string> Lines(Unseen? unseen, int width)
    {
        if (unseen is not { Counts: { All: > 0 } counts, Options: var options }) return [];
        (int Posts, string What)[] facts =
        [
            (counts.Older, $"older than {FindScreen.Hours(options.HoursBack)}"),
            (counts.Later, "in the future"),
            (counts.FewFollowers, $"under {Words.Number(options.MinFollowers)} followers"),
            (counts.FewLikes, $"under {Words.Number(options.MinLikes)} likes"),
            (counts.FewViews, $"under {Words.Number(options.MinViews)} views"),
            (counts.Left, "left for the next run"),
        ];
        return Cells.Hang("Not looked at: ", " · ", facts.Where(f => f.Posts > 0).Select(f => $"{Words.Number(f.Posts)} {f.What}"), width);
    }

    /// <summary>In a narrow terminal the post gets a line of its own, so that the reason can be read.</summary>
    private static IEnumerable<string> Table(IReadOnlyList<SkippedPost> skipped, DateTimeOffset now, Terminal terminal)
    {
        const string Indent = "    ";
        var wide = terminal.Width >= WideFrom;
        Column[] columns = [new("posted"), new("author", Most: 20), .. wide ? new Column[] { new("post", Share: 4) } : [], new("reason", Share: 5)];
        string[][] rows = [.. skipped.Select(s => (string[])[Times.Short(s.Stored.Post.PostedAt, now), Words.Handle(s.Stored.Post.Author), .. wide ? new[] { s.Stored.Post.Text } : [], Reason(s)])];
        var lines = TextTable.Lines(columns, rows, terminal.Width, new Paint(terminal).Dim);
        return wide ? lines : lines.SelectMany((line, i) => i == 0 ? [line] : new[] { line, Indent + Cells.Fit(skipped[i - 1].Stored.Post.Text, terminal.Width - Indent.Length) });
    }

    private static string Reason(SkippedPost skipped)
    {
        var skip = skipped.Skip;
        if (skip.Reason == SkipReason.AuthorCooldown && skip.Detail.Length > 0) return skip.Detail;
        return skipped.RepeatsNativeId is { } id ? $"{Words.Of(skip.Reason)} of {id} ({skip.Detail})" : Words.Of(skip);
    }

    private static JsonObject Json(Unseen unseen) => new()
    {
        ["as_of"] = Times.Utc(unseen.AsOf),
        ["older"] = unseen.Counts.Older,
        ["in_future"] = unseen.Counts.Later,
        ["below_min_followers"] = unseen.Counts.FewFollowers,
        ["below_min_likes"] = unseen.Counts.FewLikes,
        ["below_min_views"] = unseen.Counts.FewViews,
        ["left"] = unseen.Counts.Left,
        ["hours_back"] = unseen.Options.HoursBack,
        ["min_followers"] = unseen.Options.MinFollowers,
        ["min_likes"] = unseen.Options.MinLikes,
        ["min_views"] = unseen.Options.MinViews,
    };

    private static JsonNode? Json(SkippedPost skipped) => new JsonObject
    {
        ["tweet_id"] = skipped.Stored.Post.Key.NativeId,
        ["source"] = skipped.Stored.Post.Key.Source,
        ["url"] = skipped.Stored.Post.Url,
        ["author"] = skipped.Stored.Post.Author.Handle,
        ["posted_at"] = Times.Utc(skipped.Stored.Post.PostedAt),
        ["tweet_text"] = skipped.Stored.Post.Text,
        ["reason"] = Words.Snake(skipped.Skip.Reason),
        ["detail"] = skipped.Skip.Detail,
        ["finality"] = Words.Snake(skipped.Skip.Finality),
        ["repeats"] = skipped.RepeatsNativeId,
        ["skipped_as_of"] = Times.Utc(skipped.At),
    };
}
