using ViralTracker.Core.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Pipeline.Drafting;

/// <summary>Counts for a forecast. Counting costs nothing and leaves nothing behind: what may pass soon is tried once more, and then ends it.</summary>
internal sealed class TokenCounts(ITokenCounter counter, CallSetup calls)
{
    /// <exception cref="ModelCallException">Refused, or failed twice, or the provider asks for more patience than a forecast has.</exception>
    public async Task<long> OfAsync(DraftRequest request, CancellationToken ct)
    {
        try
        {
            return await counter.CountTokensAsync(request.Messages, request.Options, ct);
        }
        catch (ModelCallException failure) when (failure.MayPass && !(failure.RetryAfter > RetryPolicy.LongestAfterFailure))
        {
            await Task.Delay(RetryPolicy.AfterFailure(failure.RetryAfter, 1, calls.Jitter()), calls.Clock.Time, ct);
            return await counter.CountTokensAsync(request.Messages, request.Options, ct);
        }
    }
}
