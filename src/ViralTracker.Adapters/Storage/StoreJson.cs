using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ViralTracker.Core.Posts;

namespace ViralTracker.Adapters.Storage;

/// <summary>A score's parts as kept in <c>assessments.components</c>, each 0..1.</summary>
internal sealed record ScoreComponents(double Velocity, double Relevance, double Openness, double AuthorQuality, double TopicMatch);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScoreComponents))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, double>))]
[JsonSerializable(typeof(IReadOnlyList<MediaItem>))]
internal sealed partial class StoreJson : JsonSerializerContext;
