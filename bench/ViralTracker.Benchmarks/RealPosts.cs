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
}
