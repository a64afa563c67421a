using System.Globalization;
using ViralTracker.Core.Spending;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>One call as the cost report sees it.</summary>
internal sealed record CostedCall
{
    public required long CallId { get; init; }
    public required string ProjectId { get; init; }
    public required long RunId { get; init; }
    public required string Model { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>An answer paid for before: its posts and drafts count, it does not.</summary>
    public required bool FromCache { get; init; }
    public required bool Failed { get; init; }
    public required bool Unpriced { get; init; }
    public required TokenUsage Tokens { get; init; }
    public required NanoUsd Cost { get; init; }
    public required NanoUsd Open { get; init; }
}

/// <summary>A call's post.</summary>
/// <param name="Share">The post's part of the call's cost; null where none was saved.</param>
/// <param name="Drafts">Drafts the call made for it.</param>
internal readonly record struct CostedPost(long PostId, string NativeId, string? Topic, NanoUsd? Share, int Drafts);

/// <summary>Groups calls so that cost, open reservations and tokens add up to the ledger's in every grouping.</summary>
internal sealed class CostReport(CostGrouping by, TimeZoneInfo zone)
{
    public const string NoPost = "(no post)";
    public const string NoTopic = "(no topic)";

    private readonly Dictionary<string, Line> _lines = [];

    public void Add(CostedCall call, IReadOnlyList<CostedPost> posts)
    {
        if (by is CostGrouping.Topic or CostGrouping.Tweet)
            AddByPost(call, posts);
        else
            Of(GroupOf(call)).Add(call, call.Cost, call.Open, call.Tokens, posts);
    }

    /// <summary>Days and runs in their order, the rest dearest first.</summary>
    public IReadOnlyList<CostRow> Rows()
    {
        var rows = _lines.Select(l => l.Value.Row(l.Key));
        return by switch
        {
            CostGrouping.Day => [.. rows.OrderBy(r => r.Group, StringComparer.Ordinal)],
            CostGrouping.Run => [.. rows.OrderBy(r => long.Parse(r.Group, CultureInfo.InvariantCulture))],
            _ => [.. rows.OrderByDescending(r => r.Cost).ThenByDescending(r => r.Open).ThenBy(r => r.Group, StringComparer.Ordinal)],
        };
    }

    private string GroupOf(CostedCall call) => by switch
    {
        CostGrouping.Project => call.ProjectId,
        CostGrouping.Day => TimeZoneInfo.ConvertTime(call.SentAt, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CostGrouping.Model => call.Model,
        _ => call.RunId.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Saved shares as they are; what has none is split evenly over the call's posts, or stands apart where there are none.</summary>
    private void AddByPost(CostedCall call, IReadOnlyList<CostedPost> posts)
    {
        if (posts.Count == 0)
        {
            Of(NoPost).Add(call, call.Cost, call.Open, call.Tokens, posts);
            return;
        }
        var saved = posts.Aggregate(NanoUsd.Zero, (sum, p) => sum + (p.Share ?? NanoUsd.Zero));
        var rest = (call.Cost - saved).Split(posts.Count);
        var open = call.Open.Split(posts.Count);
        foreach (var group in posts.Index().GroupBy(p => by == CostGrouping.Tweet ? p.Item.NativeId : p.Item.Topic ?? NoTopic))
            Of(group.Key).Add(
                call,
                group.Aggregate(NanoUsd.Zero, (sum, p) => sum + (p.Item.Share ?? NanoUsd.Zero) + rest[p.Index]),
                group.Aggregate(NanoUsd.Zero, (sum, p) => sum + open[p.Index]),
                group.Aggregate(default(TokenUsage), (sum, p) => sum + Part(call.Tokens, p.Index, posts.Count)),
                [.. group.Select(p => p.Item)]);
    }

    private Line Of(string group)
    {
        if (!_lines.TryGetValue(group, out var line)) _lines.Add(group, line = new Line());
        return line;
    }

    private static TokenUsage Part(TokenUsage tokens, int index, int parts)
    {
        long Of(long total) => total / parts + (index < total % parts ? 1 : 0);
        return new(Of(tokens.Prompt), Of(tokens.Cached), Of(tokens.Output), Of(tokens.Thoughts), Of(tokens.ToolUse));
    }

    private sealed class Line
    {
        private readonly HashSet<(string, long)> _posts = [];
        private int _calls;
        private int _failed;
        private int _unpriced;
        private int _drafts;
        private TokenUsage _tokens;
        private NanoUsd _cost;
        private NanoUsd _open;

        public void Add(CostedCall call, NanoUsd cost, NanoUsd open, TokenUsage tokens, IReadOnlyList<CostedPost> posts)
        {
            if (!call.FromCache)
            {
                _calls++;
                if (call.Failed) _failed++;
                if (call.Unpriced) _unpriced++;
            }
            _cost += cost;
            _open += open;
            _tokens += tokens;
            foreach (var post in posts)
            {
                _posts.Add((call.ProjectId, post.PostId));
                _drafts += post.Drafts;
            }
        }

        public CostRow Row(string group) => new()
        {
            Group = group,
            Calls = _calls,
            FailedCalls = _failed,
            UnpricedCalls = _unpriced,
            Tokens = _tokens,
            Cost = _cost,
            Open = _open,
            Posts = _posts.Count,
            Drafts = _drafts,
        };
    }
}
