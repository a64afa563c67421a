using System.Text.Json;
using System.Text.Json.Serialization;
using ViralTracker.Core.Scoring;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(ScoreInputsConverter)],
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerToSave))]
internal sealed partial class SpillJson : JsonSerializerContext;

internal sealed class ScoreInputsConverter : JsonConverter<ScoreInputs>
{
    public override ScoreInputs Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ScoreJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, ScoreInputs value, JsonSerializerOptions options) => ScoreJson.Write(writer, value);
}
