using System.Text;
using System.Text.Json;

namespace ViralTracker.Testing;

/// <summary>Any number of posts nobody wrote, none like another; each holds a word of its own, the longest in it.</summary>
public static class MadeUpPosts
{
    /// <summary>The moment to run as of: every post is from the hour before.</summary>
    public static DateTimeOffset AsOf { get; } = new(2025, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words =
        ("garden kettle ladder violin harbour pencil thunder blanket cabbage lantern compass marble whistle orchard tunnel saddle feather anchor " +
        "biscuit candle drawer elbow fountain glacier hammer island jacket kitchen lemon mirror needle oyster pepper quarry ribbon shovel ticket umbrella " +
        "valley window yogurt zipper acorn bridge carpet dragon engine falcon grape hinge igloo jungle kayak letter magnet napkin onion parcel quilt rocket " +
        "spoon tractor urchin velvet walnut yacht zebra alley bottle cradle dolphin emerald fiddle goblet helmet insect jewel kernel locker meadow nostril " +
        "olive pillow raisin sailor teapot unicorn vessel wagon almond basket cellar donkey easel flannel gravel hazel ivory jigsaw kennel lobster mitten").Split(' ');

    private static readonly string[] Syllables = "ba ce di fo gu ha jo ki lo mu na pe ri so tu va we xi yo zu".Split(' ');

    public static string Text(int index)
    {
        var random = new Random(index);
        var words = Enumerable.Range(0, 9).Select(_ => Words[random.Next(Words.Length)]);
        return $"{string.Join(' ', words)} {Mark(index)}?";
    }

    /// <summary>The word that only this post holds: 16 letters.</summary>
    public static string Mark(int index)
    {
        var mark = new StringBuilder();
        for (var (i, rest) = (0, index * 7919L + 104_729); i < 8; i++, rest = rest / Syllables.Length + i) mark.Append(Syllables[(int)(rest % Syllables.Length)]);
        return mark.ToString();
    }

    /// <summary>A file in the product's own flat format, one post a line.</summary>
    public static void Write(string path, int count, int first = 0)
    {
        using var file = File.Create(path);
        for (var i = first; i < first + count; i++)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteString("id", $"{1_900_000_000_000_000_000L + i}");
                json.WriteString("author_handle", $"made_up_{i}");
                json.WriteNumber("author_followers", 5_000);
                json.WriteString("created_at", AsOf.AddSeconds(-60 - i % 3_000));
                json.WriteString("lang", "en");
                json.WriteString("text", Text(i));
                json.WriteNumber("likes", 10);
                json.WriteNumber("views", 1_000);
                json.WriteEndObject();
            }
            file.WriteByte((byte)'\n');
        }
    }
}
