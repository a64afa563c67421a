using ViralTracker.Core.Quotas;

namespace ViralTracker.Pipeline.Runs;

/// <summary>Days as quotas and budgets cut them.</summary>
public static class QuotaDay
{
    /// <summary>Gemini's requests-per-day quota resets at midnight Pacific.</summary>
    public static TimeZoneInfo Pacific => field ??= TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static DateTimeOffset StartOfDay(DateTimeOffset now, TimeZoneInfo zone) => Start(TimeZoneInfo.ConvertTime(now, zone).Date, zone);

    public static DateTimeOffset StartOfNextDay(DateTimeOffset now, TimeZoneInfo zone) =>
        Start(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1), zone);

    public static DateTimeOffset StartOfMonth(DateTimeOffset now, TimeZoneInfo zone) => Start(FirstOfMonth(now, zone), zone);

    public static DateTimeOffset StartOfNextMonth(DateTimeOffset now, TimeZoneInfo zone) => Start(FirstOfMonth(now, zone).AddMonths(1), zone);

    /// <summary>When what was spent of a budget no longer counts; null: every run has its own.</summary>
    public static DateTimeOffset? NewBudget(ExhaustedLimit limit, DateTimeOffset now, TimeZoneInfo zone) => limit switch
    {
        ExhaustedLimit.DayBudget => StartOfNextDay(now, zone),
        ExhaustedLimit.MonthBudget => StartOfNextMonth(now, zone),
        _ => null,
    };

    private static DateTime FirstOfMonth(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return today.AddDays(1 - today.Day);
    }

    private static DateTimeOffset Start(DateTime date, TimeZoneInfo zone)
    {
        // A zone may skip midnight when its clocks go forward: the day then begins at the first moment that exists.
        while (zone.IsInvalidTime(date)) date = date.AddMinutes(30);
        // And may have it twice when they go back: the day begins at the first.
        var offset = zone.IsAmbiguousTime(date) ? zone.GetAmbiguousTimeOffsets(date).Max() : zone.GetUtcOffset(date);
        return new DateTimeOffset(date, offset).ToUniversalTime();
    }
}
