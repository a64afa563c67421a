using System.Text.Json;
using ViralTracker.Testing;
using Xunit;

namespace ViralTracker.Core.Tests.Similarity;

public class EmbedderParityTests
{
    [Fact]
    public void Vectors_of_real_and_odd_texts_are_those_of_the_recipe()
    {
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(SharedData.Require("embedding/parity_vectors.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var expected = row.RootElement.GetProperty("vector").EnumerateArray().Select(v => v.GetSingle());
            var (known, vector) = Embedding.Embed(text);
            var error = expected.Zip(vector, (e, v) => Math.Abs(e - v)).Max();
            if (known != row.RootElement.GetProperty("known").GetBoolean() || error > 0.002)
                wrong.Add($"{error:F4} {known} {text}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Lexical_cosines_of_real_and_odd_pairs_are_those_of_the_recipe()
    {
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(SharedData.Require("embedding/parity_lexical.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var (a, b) = (row.RootElement.GetProperty("a").GetString()!, row.RootElement.GetProperty("b").GetString()!);
            var error = Math.Abs(row.RootElement.GetProperty("lexical").GetSingle() - Embedding.Embedder.Lexical(a).Cosine(Embedding.Embedder.Lexical(b)));
            if (error > 0.001) wrong.Add($"{error:F4} {a} | {b}");
        }

        Assert.Empty(wrong);
    }
}
