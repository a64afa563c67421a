using System.Globalization;
using CsvHelper;
using ViralTracker.Testing;

namespace ViralTracker.Benchmarks;

/// <summary>Texts of the real posts shared beside the checkout.</summary>
internal static class RealPosts
{
    public static string[] Read()
    {
        var path = Repository.Shared("data/load_real.csv") ?? throw new FileNotFoundException("These benchmarks need ../shared/data/load_real.csv.");
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var texts = new List<string>();
        while (csv.Read()) texts.Add(csv.GetField("text") ?? "");
        return [.. texts];
    }

    /// <summary>The first half of one text and the second of another, both of even number.</summary>
    public static string Halves(string[] texts, int seed)
    {
        var random = new Random(seed);
        var (a, b) = (texts[2 * random.Next(texts.Length / 2)], texts[2 * random.Next(texts.Length / 2)]);
        return string.Concat(a.AsSpan(0, a.Length / 2), " ", b.AsSpan(b.Length / 2));
    }
}
