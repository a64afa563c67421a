using Microsoft.Extensions.AI;

namespace ViralTracker.Pipeline.Models;

/// <summary>Counts a request's input tokens at the provider; a chat client that can offers it by <c>GetService</c>.</summary>
public interface ITokenCounter
{
    /// <summary>Fails as <see cref="IChatClient.GetResponseAsync"/> does: with a <see cref="ModelCallException"/>.</summary>
    Task<long> CountTokensAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken ct);
}
