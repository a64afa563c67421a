using System.Globalization;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Gating;
using ViralTracker.Core.Posts;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Spending;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.Screens;

/// <summary>Counts and names as people read them.</summary>
internal static class Words
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 post</c>, <c>2 posts</c>.</summary>
    public static string Count(long value, string one, string? many = null) => $"{Number(value)} {(value == 1 ? one : many ?? one + "s")}";

    /// <summary><c>950</c>, <c>8K</c>, <c>1.2M</c>.</summary>
    public static string Short(long? value) => value switch
    {
        null => "?",
        < 1_000 => Number(value.Value),
        < 999_500 => FormattableString.Invariant($"{Math.Round(value.Value / 1_000.0)}K"),
        _ => FormattableString.Invariant($"{value.Value / 1_000_000.0:0.#}M"),
    };

    /// <summary><c>one</c>, <c>one and two</c>, <c>one, two and three</c>.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary><c>@name</c>; the display name or <c>unknown</c> where there is no handle.</summary>
    public static string Handle(Author author) => author.Handle is { } handle ? "@" + handle : author.Name is { } name ? Cells.OneLine(name) : "unknown";

    /// <summary><c>@name (8K)</c>; the name alone where the followers are unknown.</summary>
    public static string Of(Author author) => Handle(author) + (author.Followers is null ? "" : $" ({Short(author.Followers)})");

    /// <summary><c>92%</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)}%");

    /// <summary>Skipped posts and why: <c>1 repeat</c>, <c>3 in other languages</c>.</summary>
    public static string Count(long posts, SkipReason reason) => reason switch
    {
        SkipReason.Repeat => Count(posts, "repeat"),
        SkipReason.Repost => Count(posts, "repost"),
        _ => $"{Number(posts)} {Of(reason)}",
    };

    /// <summary><c>with a blacklisted word (giveaway)</c>; the reason alone where the detail only says it again.</summary>
    public static string Of(Skip skip) => skip switch
    {
        { Detail: "" } or { Reason: SkipReason.EmptyText } => Of(skip.Reason),
        { Reason: SkipReason.NothingToSay } => skip.Detail,
        _ => $"{Of(skip.Reason)} ({skip.Detail})",
    };

    public static string Of(SkipReason reason) => reason switch
    {
        SkipReason.EmptyText => "without words of their own",
        SkipReason.Language => "in another language",
        SkipReason.BlacklistedKeyword => "with a blacklisted word",
        SkipReason.BlacklistedHandle => "by a blacklisted author",
        SkipReason.RepliesRestricted => "closed to replies",
        SkipReason.OwnPost => "your own",
        SkipReason.Repost => "repost",
        SkipReason.AuthorCooldown => "same author again",
        SkipReason.AlreadyAnswered => "answered before",
        SkipReason.SensitiveSubject => "on a sensitive subject",
        SkipReason.Spam => "spam",
        SkipReason.Repeat => "repeat",
        SkipReason.BlockedByProvider => "blocked by the provider",
        SkipReason.NothingToSay => "nothing to say",
        SkipReason.AllRejected => "no good draft",
        _ => Snake(reason).Replace('_', ' '),
    };

    /// <summary>The store's and the JSON output's name of an enum value: snake case.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value);

    /// <summary>An enum value as the first word of a line.</summary>
    public static string Sentence<T>(T value)
        where T : struct, Enum
    {
        var name = Snake(value).Replace('_', ' ');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Why a path names no file that could be read.</summary>
    public static string NoFile(string path) =>
        string.IsNullOrWhiteSpace(path) ? $"'{path}' names no file"
        : Directory.Exists(path) ? $"{path}: a folder, not a file"
        : $"{path}: no such file";

    public static string NoPost(string project, string idOrUrl) =>
        $"Project {project} has no post '{idOrUrl}'. Give a post's id or URL as vt twitter score -p {project} --json lists them.";

    public static string Unknown(NanoUsd reserved) => $"Unknown {reserved} reserved for calls that never got an answer or a count of tokens";

    public static string Of(DraftEvent.BudgetAlert alert) => $"Budget of the {alert.Budget}: " + (alert.Exhausted
        ? (alert.Kept == NanoUsd.Zero ? $"{alert.Spent} of {alert.Limit} spent" : Spent(alert.Spent, alert.Kept, alert.Limit)) + "; the next request does not fit"
        : $"{Percent(alert.Share)} reached, {alert.Spent} of {alert.Limit}");

    /// <summary>What there was of a budget; null where the cost of a run, which is told anyway, is all there is to say.</summary>
    public static string? Spent(StopReason.Budget budget) =>
        budget.Limit == ExhaustedLimit.RunBudget && budget.Use.Kept == NanoUsd.Zero ? null : Spent(budget.Use.Settled, budget.Use.Kept, budget.Whole);

    private static string Spent(NanoUsd settled, NanoUsd kept, NanoUsd limit) =>
        kept == NanoUsd.Zero ? $"{settled} spent of {limit}" : $"{settled} spent and {kept} kept for calls whose cost is not known, of {limit}";

    public static string Of(ExhaustedLimit limit) => limit switch
    {
        ExhaustedLimit.RunBudget => "budget of this run",
        ExhaustedLimit.DayBudget => "budget of the day",
        _ => "budget of the month",
    };

    /// <summary>Where a project sets the budget.</summary>
    public static string Key(ExhaustedLimit limit) => limit switch
    {
        ExhaustedLimit.RunBudget => "budget.run in finder.yml",
        ExhaustedLimit.DayBudget => "budget.day in finder.yml",
        _ => "budget.month in finder.yml",
    };

    public static string Of(StopReason.DailyQuota quota) =>
        "provider's daily quota" + (quota.ResetsAt is { } at ? Resets(at) : "");

    public static string Of(StopReason.RequestLimit limit) =>
        $"limit of {Count(limit.Requests, "request")} a day ({Setting(limit.From)}){Resets(limit.ResetsAt)}";

    /// <summary>What lets more requests go today.</summary>
    public static string Raise(StopReason.RequestLimit limit) =>
        limit.From == LimitSource.Tier ? "set quota.max_rpd in finder.yml if your key may send more" : "raise it";

    private static string Resets(DateTimeOffset at) => $", which resets at {Times.Show(at, at)}";

    private static string Setting(LimitSource from) => from switch
    {
        LimitSource.Command => "--max-rpd",
        LimitSource.Project => "quota.max_rpd in finder.yml",
        _ => "from generation.tier in finder.yml",
    };

    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Unauthorized => "the key",
        CallOutcome.NotFound => "the model",
        CallOutcome.DailyQuota => "for today's quota",
        _ => "the request",
    };
}
