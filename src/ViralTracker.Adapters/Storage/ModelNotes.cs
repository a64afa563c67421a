using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class ModelNotes(SqlDatabase database) : IModelNotes
{
    public Task<ModelNote?> GetAsync(string provider, string model, string name, CancellationToken ct) =>
        database.ReadAsync(async session =>
            (await session[$"SELECT value, at FROM model_notes WHERE provider = @provider AND model IN ({ModelNames.OfTheSame}) AND name = @name ORDER BY at DESC LIMIT 1"]
                .Set("provider", provider).Set("model", model).Set("name", name)
                .ListAsync(r => new ModelNote(r.Text(0), r.Time(1)))).FirstOrDefault(), ct);

    public Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session =>
            await session["""
                INSERT INTO model_notes (provider, model, name, value, at) VALUES (@provider, @model, @name, @value, @at)
                ON CONFLICT (provider, model, name) DO UPDATE SET value = excluded.value, at = excluded.at
                """]
                .Set("provider", provider).Set("model", model).Set("name", name).Set("value", value).Set("at", at).ExecuteAsync(), ct);
}
