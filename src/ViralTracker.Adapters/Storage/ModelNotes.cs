using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class ModelNotes(SqlDatabase database) : IModelNotes
{
    private const string Upsert = """
        INSERT INTO model_notes (provider, model, name, value, at) VALUES (@provider, @model, @name, @value, @at)
        ON CONFLICT (provider, model, name) DO UPDATE SET value = excluded.value, at = excluded.at
        """;

    public Task<IReadOnlyList<ModelNote>> GetAsync(string provider, string model, string name, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ModelNote>>(async session =>
            await session[$"SELECT value, at FROM model_notes WHERE provider = @provider AND model IN ({ModelNames.OfTheSame}) AND name = @name ORDER BY at DESC"]
                .Set("provider", provider).Set("model", model).Set("name", name)
                .ListAsync(r => new ModelNote(r.Text(0), r.Time(1))), ct);

    public Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session => await Note(session[Upsert], provider, model, name, value, at).ExecuteAsync(), ct);

    public Task RaiseAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct) =>
        database.WriteAsync(async session =>
            await Note(session[$"{Upsert} WHERE excluded.value > value OR at > @ahead"], provider, model, name, value, at)
                .Set("ahead", at.AddMinutes(1)).ExecuteAsync(), ct);

    private static SqlStatement Note(SqlStatement statement, string provider, string model, string name, string value, DateTimeOffset at) =>
        statement.Set("provider", provider).Set("model", model).Set("name", name).Set("value", value).Set("at", at);
}
