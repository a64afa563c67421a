using System.Data.Common;
using System.Text.Json;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

/// <summary>What a start found of the answers that earlier processes could not save.</summary>
/// <param name="Saved">Answers saved now.</param>
/// <param name="Torn">Answers lost because their process ended while it wrote them; their calls stay counted as reserved.</param>
/// <param name="LeftAlone">Files that belong to another database, or that this version cannot save.</param>
public sealed record SpillReplay(int Saved, int Torn, IReadOnlyList<string> LeftAlone)
{
    /// <summary>Safe to repeat, and to be run by two processes at once.</summary>
    /// <exception cref="StoreException">The database still cannot be written; the files stay.</exception>
    internal static async Task<SpillReplay> RunAsync(string folder, string storeId, ILedger ledger, CancellationToken ct)
    {
        var (saved, torn, leftAlone) = (0, 0, new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder, SpillFile.Pattern).Order(StringComparer.Ordinal))
        {
            using var file = SpillFile.TryOpen(path);
            if (file is null) continue;
            if (file.StoreId() is { } id)
            {
                if (id != storeId || await SaveAsync(file, ledger, ct) is not { } replayed)
                {
                    leftAlone.Add(path);
                    continue;
                }
                saved += replayed.Saved;
                torn += replayed.Torn ? 1 : 0;
            }
            file.Delete();
        }
        return new SpillReplay(saved, torn, leftAlone);
    }

    /// <summary>Null when a record cannot be read, or is none that this version can save.</summary>
    private static async Task<(int Saved, bool Torn)?> SaveAsync(SpillFile file, ILedger ledger, CancellationToken ct)
    {
        try
        {
            var answers = file.Read(out var torn);
            foreach (var answer in answers)
                await ledger.SaveAnswerAsync(answer, ct);
            return (answers.Count, torn);
        }
        catch (Exception e) when (e is JsonException or DbException or IOException)
        {
            return null;
        }
    }
}
