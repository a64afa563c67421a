using System.Globalization;

namespace ViralTracker.Core.Texts;

/// <summary>A line of a file of fitted weights. A class: generic code over structs is compiled at start-up.</summary>
internal sealed record NamedWeight(string Name, double Weight)
{
    /// <param name="path">Of the file, as <see cref="EmbeddedText.Read"/> takes it.</param>
    public static List<NamedWeight> Embedded(string path)
    {
        using var lines = new StringReader(EmbeddedText.Read(path));
        var weights = new List<NamedWeight>();
        while (lines.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            weights.Add(new(line[..tab], double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture)));
        }

        return weights;
    }
}
