using System.Net;
using System.Net.Http.Headers;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Models.Http;

/// <summary>Sends one JSON request with a time limit, once: retries belong to the caller, whose ledger counts every attempt.</summary>
/// <param name="timeoutSetting">What a person raises where answers take longer; null where nothing does.</param>
public sealed class ProviderHttp(HttpClient client, TimeProvider time, string? timeoutSetting = null)
{
    /// <summary>Unpacked; twice what a hundred embeddings or the longest drafts come to.</summary>
    private const long MaxAnswerBytes = 16 << 20;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>A client for many requests at once. The time limit is the request's own, so the client has none.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = DraftOptions.MaxConcurrency,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
        // A redirect would carry the key's header to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="ModelCallException">Timeout or Network.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="ct"/> asked for it.</exception>
    internal async Task<ProviderReply> PostAsync(Uri address, (string Name, string Value)? keyHeader, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = Json;
        if (keyHeader is { } key) request.Headers.TryAddWithoutValidation(key.Name, key.Value);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, either.Token);
            return new ProviderReply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), response.Headers, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (OperationCanceledException e)
        {
            throw new ModelCallException(CallOutcome.Timeout, $"No answer from {address.Host} within {timeout.TotalSeconds:0.#} s{(timeoutSetting is null ? "" : $": {timeoutSetting} waits longer")}.", e) { MayHaveBeenBilled = true };
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ModelCallException(CallOutcome.Unparsable, $"{address.Host} answered with more than {MaxAnswerBytes >> 20} MB.", e) { MayHaveBeenBilled = true };
        }
        catch (HttpRequestException e)
        {
            throw new ModelCallException(CallOutcome.Network, $"The connection to {address.Host} failed: {ErrorText.WithoutLogin(e.Message)}", e) { MayHaveBeenBilled = WasPerhapsSent(e) };
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException)
        {
            // The latter two are a compressed body's that is none (gzip, Brotli).
            throw new ModelCallException(CallOutcome.Network, $"The connection to {address.Host} broke: {e.Message}", e) { MayHaveBeenBilled = true };
        }
    }

    private static bool WasPerhapsSent(HttpRequestException e) => e.HttpRequestError is not (
        HttpRequestError.NameResolutionError or
        HttpRequestError.ConnectionError or
        HttpRequestError.SecureConnectionError or
        HttpRequestError.ProxyTunnelError);
}
