using System.Runtime.InteropServices;
using ViralTracker.Core.Posts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage;

internal sealed class EmbeddingStore(SqlDatabase database) : IEmbeddingStore
{
    public Task<IReadOnlyDictionary<TextKey, float[]>> GetAsync(string model, IReadOnlyCollection<TextKey> keys, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<TextKey, float[]>>(async session =>
        {
            var found = new Dictionary<TextKey, float[]>();
            if (await session["SELECT 1 FROM embeddings WHERE model = @model LIMIT 1"].Set("model", model).NumberAsync() is null) return found;
            var statement = session["SELECT vector FROM embeddings WHERE model = @model AND text_key = @key"].Set("model", model);
            foreach (var key in keys)
            {
                ct.ThrowIfCancellationRequested();
                await using var rows = await statement.Set("key", key.ToBytes()).QueryAsync();
                if (await rows.ReadAsync()) found[key] = Vector(rows.Bytes(0));
            }
            return found;
        }, ct);

    public Task PutAsync(string model, IReadOnlyCollection<KeyValuePair<TextKey, float[]>> vectors, CancellationToken ct) =>
        database.WriteAsync(async session =>
        {
            await WriteAsync(session, model, vectors);
            return vectors.Count;
        }, ct);

    /// <summary>Inside the caller's transaction.</summary>
    public static async Task WriteAsync(SqlSession session, string model, IEnumerable<KeyValuePair<TextKey, float[]>> vectors)
    {
        var statement = session["INSERT INTO embeddings (model, text_key, vector) VALUES (@model, @key, @vector) ON CONFLICT DO NOTHING"]
            .Set("model", model);
        // In the order of the table: at random, every row would touch another page.
        foreach (var (key, vector) in vectors.OrderBy(v => v.Key.High))
            await statement.Set("key", key.ToBytes()).Set("vector", Bytes(vector)).ExecuteAsync();
    }

    public static async Task<bool> HasAnyAsync(SqlSession session, string model, IEnumerable<TextKey> keys)
    {
        var statement = session["SELECT 1 FROM embeddings WHERE model = @model AND text_key = @key"].Set("model", model);
        foreach (var key in keys)
            if (await statement.Set("key", key.ToBytes()).NumberAsync() is not null)
                return true;
        return false;
    }

    public static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    public static float[] Vector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
