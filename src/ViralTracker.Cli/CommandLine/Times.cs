using System.Globalization;
using ViralTracker.Core.Texts;

namespace ViralTracker.Cli.CommandLine;

/// <summary>Times as people type and read them.</summary>
internal static class Times
{
    /// <inheritdoc cref="UtcText.Of"/>
    public static string? Utc(DateTimeOffset? time) => UtcText.Of(time);

    /// <summary>Local time with its zone: <c>1 Nov 12:00 UTC</c>, with the year when it is another one.</summary>
    public static string Show(DateTimeOffset time, DateTimeOffset now) => Show(time, now, TimeZoneInfo.Local);

    /// <summary>The same in another zone than the machine's.</summary>
    public static string Show(DateTimeOffset time, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var date = local.Year == TimeZoneInfo.ConvertTime(now, zone).Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm";
        return local.ToString(date, CultureInfo.InvariantCulture) + " " + Zone(local);
    }

    /// <summary>As <see cref="Show(DateTimeOffset, DateTimeOffset)"/> without the zone, for columns.</summary>
    public static string Short(DateTimeOffset time, DateTimeOffset now)
    {
        var local = time.ToLocalTime();
        return local.ToString(local.Year == now.ToLocalTime().Year ? "d MMM HH:mm" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary><c>2 min</c>, <c>3 h</c>, <c>4 d</c>.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalMinutes: < 90 } => FormattableString.Invariant($"{age.TotalMinutes:F0} min"),
        { TotalHours: < 48 } => FormattableString.Invariant($"{age.TotalHours:F0} h"),
        _ => FormattableString.Invariant($"{age.TotalDays:F0} d"),
    };

    /// <summary><c>1.2 s</c>, <c>52 s</c>, <c>3:07</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => FormattableString.Invariant($"{time.TotalSeconds:F1} s"),
        { TotalSeconds: < 60 } => FormattableString.Invariant($"{time.TotalSeconds:F0} s"),
        _ => FormattableString.Invariant($"{(int)time.TotalMinutes}:{time.Seconds:00}"),
    };

    private static string Zone(DateTimeOffset local) =>
        local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("zzz", CultureInfo.InvariantCulture);
}
