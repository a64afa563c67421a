using ViralTracker.Core.Drafting;
using ViralTracker.Core.Texts;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Answers paid for before, by the content that led to them.</summary>
/// <param name="systemHash">Of what the run's requests have in common.</param>
internal sealed class PaidAnswers(DraftSetup setup, string systemHash)
{
    /// <summary>Names what is asked of the model about this post, whatever posts it travels with.</summary>
    public string KeyOf(DraftTask task) =>
        ShortHash.Of($"{setup.Model.Key.Provider}\n{setup.Model.Key.Model}\n{systemHash}\n{DraftPrompt.User([PackItem.Fresh(task).InPrompt("p")])}");

    /// <summary>The answers by post; of those posts that have one and may use it.</summary>
    public async Task<IReadOnlyDictionary<long, CachedAnswer>> OfAsync(IReadOnlyList<DraftTask> tasks)
    {
        if (!setup.UseCache || setup.Model.Offline) return new Dictionary<long, CachedAnswer>();
        var keys = tasks.ToDictionary(task => task.PostId, KeyOf);
        var paid = await setup.Answers.GetAsync([.. keys.Values.Distinct(StringComparer.Ordinal)], CancellationToken.None);
        return keys.Where(key => paid.ContainsKey(key.Value)).ToDictionary(key => key.Key, key => paid[key.Value]);
    }
}
