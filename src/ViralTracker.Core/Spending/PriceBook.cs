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
        var id = model.StartsWith("models/", StringComparison.OrdinalIgnoreCase) ? model["models/".Length..] : model;
        if (!id.EndsWith(Latest, StringComparison.OrdinalIgnoreCase)) return Named(id, day);
        var family = id[..^Latest.Length];
        return Valid(id, day) ?? Named(family, day) ?? DearestOf(family, day, usage);
    }

    private ModelPrice? Named(string id, DateOnly day) => Valid(id, day) ?? Valid(VersionSuffix.Replace(id, ""), day);

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
