using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Projects;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Ports;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Screens;

/// <summary>Nothing to show: why, and the one command that helps most, checked against the store to be true.</summary>
internal static class EmptyHands
{
    private static readonly double[] Hours = [24, 72, 168, 24 * 30, 24 * 365, 24 * 365 * 20];

    public static async Task SayAsync(
        Terminal terminal, IStore store, ProjectConfig project, FindOptions options, DateTimeOffset asOf, FindResult found, CancellationToken ct, DraftChoice? choice = null)
    {
        var (why, next) = await ExplainAsync(store, project, options, asOf, found, choice, ct);
        terminal.Say(why);
        terminal.Next(next);
    }

    /// <summary>The options, each after a space, with which a run as of a moment finds posts; none where the usual ones do, or none would.</summary>
    public static async Task<string> OptionsAsync(IStore store, string project, DateTimeOffset asOf, CancellationToken ct)
    {
        var usual = new FindOptions();
        foreach (var followers in (long[])[usual.MinFollowers, 0])
            foreach (var hours in Hours.Prepend(usual.HoursBack))
            {
                var options = usual with { HoursBack = hours, MinFollowers = followers };
                if ((await store.Posts.CountAsync(options.Query(project, asOf), ct)).Candidates == 0) continue;
                return (hours > usual.HoursBack ? FormattableString.Invariant($" --hours-back {hours:0}") : "") + (followers < usual.MinFollowers ? " --min-followers 0" : "");
            }
        return "";
    }

    private static async Task<(string Why, string Next)> ExplainAsync(
        IStore store, ProjectConfig project, FindOptions options, DateTimeOffset asOf, FindResult found, DraftChoice? choice, CancellationToken ct)
    {
        var counts = found.Counts;
        if (found.Labels.All > 0)
            return ($"None of the {Words.Count(found.Labels.All, "scored post")} scores high enough to draft.", choice is not { GreensOnly: true } ? "--no-skip-low-scores drafts them anyway"
                : found.Labels.Yellow is > 0 and var yellow ? $"without --greens-only it drafts {Words.Count(yellow, "yellow post")}"
                : "--no-skip-low-scores in place of --greens-only drafts them anyway");
        if (counts.Candidates > 0 && found.Skipped > 0)
            return ("Every candidate was skipped.", $"vt twitter skipped -p {project.Slug}");
        if (counts.Candidates > 0)
            return ("No saved scores in this window.", $"vt twitter score -p {project.Slug}");
        if (counts.PassFilters > 0)
            return ("Nothing new: every post in this window was handled before.", await WiderAsync() ?? await ExportAsync());
        if (counts.InWindow > 0)
            return (counts.InWindow == 1 ? "The only post in this window does not pass the filters." : $"None of the {Words.Number(counts.InWindow)} posts in this window passes the filters.", await LooserAsync() ?? await WiderAsync() ?? await ExportAsync());
        return ("No posts in this window.", await WiderAsync() ?? Import());

        string Import() => $"vt twitter import -p {project.Slug} FILE   (from Apify, X or Bluesky, or CSV or JSON lines)";

        async Task<string> ExportAsync() => (await store.Reports.DraftCountsAsync(ct)).GetValueOrDefault(project.Slug) switch
        {
            { Pending: > 0 } => $"vt twitter export-comments -p {project.Slug} -o -",
            { Exported: > 0 } => $"vt twitter export-comments -p {project.Slug} -o - --status exported",
            _ => Import(),
        };

        async Task<string?> WiderAsync()
        {
            foreach (var hours in Hours.Where(hours => hours > options.HoursBack))
            {
                var wider = await store.Posts.CountAsync((options with { HoursBack = hours }).Query(project.Slug, asOf), ct);
                if (wider.Candidates > 0) return FormattableString.Invariant($"--hours-back {hours:0} would find {wider.Candidates}");
            }
            return null;
        }

        async Task<string?> LooserAsync()
        {
            var loose = options with { MinFollowers = 0, MinLikes = 0, MinViews = 0 };
            var all = await store.Posts.CountAsync(loose.Query(project.Slug, asOf), ct);
            if (all.Candidates == 0) return null;
            var flags = string.Join(' ', new[]
            {
                options.MinFollowers > 0 ? "--min-followers 0" : "",
                options.MinLikes > 0 ? "--min-likes 0" : "",
                options.MinViews > 0 ? "--min-views 0" : "",
            }.Where(flag => flag.Length > 0));
            return $"{flags} would find {Words.Number(all.Candidates)}";
        }
    }
}
