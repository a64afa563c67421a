using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ViralTracker.Core.Scoring;

namespace ViralTracker.Adapters.Storage;

/// <summary>
/// The two JSON columns of a score: <c>components</c>, each 0..1, and <c>inputs</c>. Written by hand: two columns of every post that is scored.
/// </summary>
internal static class ScoreJson
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static string Components(PostScore score) => Write(
        new ScoreInputs
        {
            { "velocity", score.Velocity },
            { "relevance", score.Relevance },
            { "openness", score.Openness },
            { "author_quality", score.AuthorQuality },
            { "topic_match", score.TopicMatch },
        });

    public static string Inputs(PostScore score) => Write(score.Inputs);

    /// <summary>Numbers by name.</summary>
    /// <exception cref="JsonException">The text is no object of numbers.</exception>
    public static ScoreInputs Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>From the object's first token to its last.</summary>
    public static ScoreInputs Read(ref Utf8JsonReader reader)
    {
        var inputs = new ScoreInputs();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // The same few names stand in every row.
            var name = string.Intern(reader.GetString()!);
            reader.Read();
            inputs.Add(name, reader.TokenType == JsonTokenType.String ? double.Parse(reader.GetString()!, CultureInfo.InvariantCulture) : reader.GetDouble());
        }
        return inputs;
    }

    private static string Write(ScoreInputs inputs)
    {
        var buffer = s_buffer ??= new ArrayBufferWriter<byte>(512);
        var writer = s_writer ??= new Utf8JsonWriter(buffer);
        Write(writer, inputs);
        writer.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        return text;
    }

    public static void Write(Utf8JsonWriter writer, ScoreInputs inputs)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in inputs)
        {
            // JSON has no word for what is not finite.
            if (double.IsFinite(value)) writer.WriteNumber(name, value);
            else writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
        writer.WriteEndObject();
    }
}
