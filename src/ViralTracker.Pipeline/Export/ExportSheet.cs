using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Export;

public enum ExportOrder
{
    /// <summary>Score × √views: what fits the project and is seen.</summary>
    Balanced,
    Score,
    Views,
}

public enum ExportFormat
{
    Csv,
    Jsonl,
    Md,
}

/// <param name="Rank">1 is the best.</param>
/// <param name="Priority">The number the sheet is ordered by.</param>
/// <param name="AgeHours">Age of the post at the sheet's moment; 0 for one dated later.</param>
public sealed record ExportRow(int Rank, double Priority, double AgeHours, Opportunity Opportunity)
{
    public OfferedDraft Suggested => Opportunity.Drafts[0];
}

/// <summary>Opportunities to hand over, ranked.</summary>
public sealed record ExportSheet
{
    private ExportSheet() { }

    public required string Project { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required IReadOnlyList<ExportRow> Rows { get; init; }

    /// <summary>Pairs of columns for the drafts after the suggested one.</summary>
    public required int Alternatives { get; init; }

    /// <summary>Rows whose source gives no views and that ranked as if they had <see cref="AssumedViews"/>.</summary>
    public required int WithoutViews { get; init; }

    /// <summary>Median of the known views, or 1 where none are known.</summary>
    public required double AssumedViews { get; init; }

    public int Drafts => Rows.Sum(row => row.Opportunity.Drafts.Count);

    /// <summary>Ranks opportunities and keeps the best <paramref name="limit"/>.</summary>
    /// <param name="kinds">The kinds of draft the project asks for.</param>
    public static ExportSheet Of(string project, IReadOnlyList<Opportunity> opportunities, ExportOrder order, int limit, int kinds, DateTimeOffset asOf)
    {
        var assumed = Median([.. opportunities.Select(o => o.Stored.Post.Metrics.Views).OfType<long>()]);
        var rows = opportunities
            .Select(o => (Opportunity: o, Priority: Priority(o, order, assumed)))
            .OrderByDescending(o => o.Priority)
            .ThenByDescending(o => o.Opportunity.Score.Total)
            .ThenByDescending(o => o.Opportunity.Stored.Post.PostedAt)
            .Take(limit)
            .Select((o, i) => new ExportRow(i + 1, o.Priority, Math.Max(0, (asOf - o.Opportunity.Stored.Post.PostedAt).TotalHours), o.Opportunity))
            .ToArray();
        return new ExportSheet
        {
            Project = project,
            AsOf = asOf,
            Rows = rows,
            // Drafts of an earlier setting with more kinds are not dropped.
            Alternatives = Math.Max(kinds, rows.Select(row => row.Opportunity.Drafts.Count).DefaultIfEmpty().Max()) - 1,
            WithoutViews = order == ExportOrder.Score ? 0 : rows.Count(row => row.Opportunity.Stored.Post.Metrics.Views is null),
            AssumedViews = assumed,
        };
    }

    private static double Priority(Opportunity opportunity, ExportOrder order, double assumedViews)
    {
        var views = opportunity.Stored.Post.Metrics.Views ?? assumedViews;
        return order switch
        {
            ExportOrder.Score => opportunity.Score.Total,
            ExportOrder.Views => views,
            _ => opportunity.Score.Total * Math.Sqrt(views),
        };
    }

    /// <summary>An unknown count ranks in the middle: as 0 it would sink every post of a source without views.</summary>
    private static double Median(long[] known)
    {
        if (known.Length == 0) return 1;
        Array.Sort(known);
        // Halved first: the sum of two counts may be none.
        return known[(known.Length - 1) / 2] / 2.0 + known[known.Length / 2] / 2.0;
    }
}
