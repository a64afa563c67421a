using System.Text.Json;
using System.Text.Json.Serialization;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(ScoreInputsConverter), typeof(VectorConverter)],
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerToSave))]
internal sealed partial class SpillJson : JsonSerializerContext;

/// <summary>A hundred vectors of 3,072 numbers are 1.6 MB, so that they find room in the space set aside.</summary>
internal sealed class VectorConverter : JsonConverter<float[]>
{
    public override float[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => EmbeddingStore.Vector(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, float[] value, JsonSerializerOptions options) => writer.WriteBase64StringValue(EmbeddingStore.Bytes(value));
}

internal sealed class ScoreInputsConverter : JsonConverter<ScoreInputs>
{
    public override ScoreInputs Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ScoreJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, ScoreInputs value, JsonSerializerOptions options) => ScoreJson.Write(writer, value);
}
