using ViralTracker.Core.Posts;
using ViralTracker.Core.Projects;

namespace ViralTracker.Core.Scoring;

/// <summary>How much an answer to this author is worth to a project, 0..1. Safe to share between threads.</summary>
internal sealed class AuthorValue(ProjectConfig project)
{
    private const double Unknown = 0.5;
    private const double Listed = 0.9;

    // One author in five answers a stranger; four replies weigh as much as this belief.
    private const double UsualAnswerRate = 0.2;
    private const double BeliefInReplies = 4;

    private readonly HashSet<string> _whitelist = Handles.KeySet(project.Sources.WhitelistHandles);
    private readonly HashSet<string> _blacklist = Handles.KeySet(project.Sources.BlacklistHandles);

    public double Of(Author author, AuthorHistory? history = null)
    {
        var key = author.Handle is { } handle ? Handles.Key(handle) : null;
        if (key is not null && _blacklist.Contains(key)) return 0;
        var reach = Reach(author.Followers);
        var value = history is { } known ? (reach + Worthiness(known)) / 2 : reach;
        return key is not null && _whitelist.Contains(key) ? Math.Max(Listed, value) : value;
    }

    /// <summary>1 inside the band; outside it half as much for each factor of ten.</summary>
    public double Reach(long? followers)
    {
        if (followers is not { } count) return Unknown;
        var band = project.AuthorBand;
        var distance = Math.Max(0, Math.Max(Decades(band.MinFollowers, count), Decades(count, band.MaxFollowers)));
        return Math.Pow(0.5, distance);
    }

    /// <summary>Answer rate shrunk towards the usual one, ½ where it is just that.</summary>
    public static double Worthiness(AuthorHistory history)
    {
        var rate = (Math.Max(0, history.Answered) + (UsualAnswerRate * BeliefInReplies)) / (Math.Max(0, history.Replies) + BeliefInReplies);
        return Math.Min(1, rate / (rate + UsualAnswerRate));
    }

    private static double Decades(long from, long to) => Math.Log10(Math.Max(1, from) / (double)Math.Max(1, to));
}
