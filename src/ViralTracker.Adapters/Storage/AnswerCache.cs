using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

/// <summary>Reads what <see cref="AnswerWriter"/> remembered.</summary>
internal sealed class AnswerCache(SqlDatabase database) : IAnswerCache
{
    public Task<IReadOnlyDictionary<string, CachedAnswer>> GetAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, CachedAnswer>>(async session =>
        {
            var found = new Dictionary<string, CachedAnswer>(keys.Count, StringComparer.Ordinal);
            var statement = session["SELECT call_id, answer FROM answers WHERE cache_key = @key"];
            foreach (var key in keys)
            {
                ct.ThrowIfCancellationRequested();
                await using var rows = await statement.Set("key", key).QueryAsync();
                if (await rows.ReadAsync()) found[key] = new CachedAnswer(key, rows.Long(0), rows.Text(1));
            }
            return found;
        }, ct);
}
