using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Lengths of time, so that an hour is the same as 60 minutes. In seconds; a year also in months, below zero to keep them apart.</summary>
internal static partial class Durations
{
    private static readonly FrozenDictionary<string, (int Seconds, int Months)> Units = new (int Seconds, int Months, string Words)[]
    {
        (1, 0, "second seconds sec secs s sekunde sekunden seconde secondes segundo segundos secondi secondo"),
        (60, 0, "minute minutes min mins m minuten minuto minutos minuti minuut"),
        (3600, 0, "hour hours hr hrs h stunde stunden heure heures hora horas ora ore uur"),
        (86_400, 0, "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen"),
        (604_800, 0, "week weeks w woche wochen semaine semaines semana semanas settimana settimane weken"),
        (2_592_000, 1, "month months monat monate monaten mois mes meses mese mesi maand maanden"),
        (31_536_000, 12, "year years yr yrs y jahr jahre jahren ans année années año años ano anos anno anni jaar"),
    }.SelectMany(u => u.Words.Split(' ').Select(word => (word, u.Seconds, u.Months))).ToFrozenDictionary(u => u.word, u => (u.Seconds, u.Months));

    private static readonly FrozenSet<string> One = WordList.Of("a an one ein eine einer einem un une una um uma");
    private static readonly FrozenSet<string> Half = WordList.Of("half halbe halben demi media meia mezza");

    /// <summary>All of a text.</summary>
    public static IEnumerable<decimal> AllOf(string folded, Word[] words)
    {
        foreach (var number in FactSource.Numbers(folded))
            foreach (var length in Of(number.Value, folded, number.Start + number.Shown.Length)) yield return length;
        for (var i = 1; i < words.Length; i++)
            if (Units.ContainsKey(words[i].Text) && Amount(words, i) is { } amount)
                foreach (var length in Of(amount, words[i].Text)) yield return length;
    }

    /// <summary>What the number is as a length of time; none where no unit follows it.</summary>
    public static IEnumerable<decimal> Of(string number, string folded, int end) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && UnitAfter.Match(folded, end) is { Success: true } unit
            ? Of(amount, unit.Groups[1].Value)
            : [];

    public static IEnumerable<decimal> Of(decimal amount, string unit) =>
        amount > int.MaxValue || !Units.TryGetValue(unit, out var length) ? []
        : length.Months == 0 ? [amount * length.Seconds]
        : [amount * length.Seconds, -amount * length.Months];

    private static decimal? Amount(Word[] words, int unit) =>
        Half.Contains(words[unit - 1].Text) || (unit > 1 && Half.Contains(words[unit - 2].Text) && One.Contains(words[unit - 1].Text)) ? 0.5m
        : One.Contains(words[unit - 1].Text) ? 1
        : SpelledNumbers.Before(words, unit);

    [GeneratedRegex(@"\G[\s-]?(\p{L}+)")]
    private static partial Regex UnitAfter { get; }
}
