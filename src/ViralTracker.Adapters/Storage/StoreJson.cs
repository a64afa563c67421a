using System.Text.Json.Serialization;
using ViralTracker.Core.Posts;

namespace ViralTracker.Adapters.Storage;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<MediaItem>))]
internal sealed partial class StoreJson : JsonSerializerContext;
