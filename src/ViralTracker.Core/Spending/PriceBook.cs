using System.Globalization;
using System.Text.RegularExpressions;

namespace ViralTracker.Core.Spending;

/// <summary>Prices by model and day. Of several that are valid, the last one given wins, so overrides are appended.</summary>
public sealed partial class PriceBook(IEnumerable<ModelPrice> prices)
{
    private const string Latest = "-latest";
    private readonly ILookup<string, ModelPrice> _byModel = prices.ToLookup(p => p.Model, StringComparer.OrdinalIgnoreCase);

    private static readonly PriceDocument Released = PriceFile.Embedded();

    /// <summary>The prices this version was released with.</summary>
    public static IReadOnlyList<ModelPrice> ReleasedPrices => Released.Prices;

    /// <summary>Their date.</summary>
    public static string ReleasedVersion => Released.Version;

    public static PriceBook Default { get; } = new(ReleasedPrices);

    /// <summary>
    /// The price of a model by the id that answered (<c>gemini-3.5-flash-lite-001</c>, <c>models/…-preview-09-2026</c>).
    /// An alias (<c>gemini-flash-latest</c>) moves without notice: without a price of its own it costs what the dearest model of its
    /// family does for <paramref name="usage"/>.
    /// Null: unknown, which is an error to show and never free.
    /// </summary>
    public ModelPrice? Find(string model, DateTimeOffset at, TokenUsage usage = default)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var id = IdOf(model);
        if (FamilyOf(id) is not { } family) return Named(id, day);
        return Valid(id, day) ?? Named(family, day) ?? DearestOf(family, day, usage);
    }

    /// <summary>Where <see cref="Find"/> knows no price though the model has one of other days: which days those are. Null: it has none.</summary>
    public string? OtherDays(string model, DateTimeOffset at)
    {
        var (id, day) = (IdOf(model), DateOnly.FromDateTime(at.UtcDateTime));
        var prices = new[] { id, WithoutVersion(FamilyOf(id) ?? id) }.SelectMany(name => _byModel[name]).ToArray();
        return prices.Any(p => p.IsValidOn(day)) ? null
            : prices.Where(p => p.Until < day).Max(p => p.Until) is { } ended ? string.Create(CultureInfo.InvariantCulture, $"the last one ended on {ended:yyyy-MM-dd}")
            : prices.Min(p => p.From) is { } first ? string.Create(CultureInfo.InvariantCulture, $"the first one begins on {first:yyyy-MM-dd}")
            : null;
    }

    private static string IdOf(string model) => model.StartsWith("models/", StringComparison.OrdinalIgnoreCase) ? model["models/".Length..] : model;

    /// <summary>Of an alias; null for others.</summary>
    private static string? FamilyOf(string id) => id.EndsWith(Latest, StringComparison.OrdinalIgnoreCase) ? id[..^Latest.Length] : null;

    private static string WithoutVersion(string id) => VersionSuffix.Replace(id, "");

    private ModelPrice? Named(string id, DateOnly day) => Valid(id, day) ?? Valid(WithoutVersion(id), day);

    private ModelPrice? Valid(string model, DateOnly day) => _byModel[model].LastOrDefault(p => p.IsValidOn(day));

    /// <summary>Of the models that have the family's name apart from the generation number: gemini-3.6-flash for gemini-flash.</summary>
    private ModelPrice? DearestOf(string family, DateOnly day, TokenUsage usage) => _byModel
        .Where(model => Generation.Replace(model.Key, "").Equals(family, StringComparison.OrdinalIgnoreCase))
        .Select(model => Valid(model.Key, day))
        .OfType<ModelPrice>()
        .MaxBy(price => (price.CostOf(usage).Total, price.Output, price.Input));

    [GeneratedRegex(@"(-(\d{2,4}|preview|exp|experimental))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VersionSuffix { get; }

    [GeneratedRegex(@"-\d+(\.\d+)*(?=-)", RegexOptions.CultureInvariant)]
    private static partial Regex Generation { get; }
}
