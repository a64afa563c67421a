using System.Text.Json.Serialization;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerToSave))]
internal sealed partial class SpillJson : JsonSerializerContext;
