using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>
/// Which names ask for the same model: an alias (<c>gemini-flash-latest</c>) and the model it stands for have one quota at the provider.
/// Noted with each answer; before the first one a name stands for itself.
/// </summary>
internal static class ModelNames
{
    private const string Version = "coalesce((SELECT value FROM model_notes WHERE provider = @provider AND model = @model AND name = 'version'), @model)";

    /// <summary>Names that were last answered by the version that @model of @provider was, that version's own name, and @model.</summary>
    public const string OfTheSame = $"""
        SELECT @model UNION SELECT {Version}
        UNION SELECT model FROM model_notes WHERE provider = @provider AND name = 'version' AND value = {Version}
        """;

    // Nearly every answer comes from the version that is known: then nothing is written.
    private const string Note = $"""
        INSERT INTO model_notes (provider, model, name, value, at)
        SELECT provider, model_requested, 'version', @version, @at FROM api_calls WHERE call_id = @call AND provider <> '{QuotaKey.Cache}'
        ON CONFLICT (provider, model, name) DO UPDATE SET value = excluded.value, at = excluded.at WHERE value <> excluded.value AND excluded.at >= at
        """;

    public static async ValueTask<IReadOnlyList<string>> OfAsync(SqlSession session, QuotaKey key) =>
        await session[$"{OfTheSame} ORDER BY 1"].Set("provider", key.Provider).Set("model", key.Model).ListAsync(r => r.Text(0));

    public static async ValueTask NoteAsync(SqlSession session, CallSettlement settlement)
    {
        if (settlement.ModelVersion is { Length: > 0 } version)
            await session[Note].Set("call", settlement.CallId).Set("version", version).Set("at", settlement.AnsweredAt).ExecuteAsync();
    }
}
