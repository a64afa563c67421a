using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace ViralTracker.Pipeline.Models;

/// <summary>Shows what goes to a model and what comes back: to the log at debug level, and to whoever asks to see it.</summary>
public sealed partial class TappedChatClient(IChatClient inner, ILogger logger, Action<string, string>? show = null) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (show is not null || logger.IsEnabled(LogLevel.Debug))
        {
            var prompt = string.Join("\n", sent.Select(message => $"[{message.Role}]\n{message.Text}"));
            show?.Invoke("prompt", prompt);
            Prompt(prompt);
        }
        var response = await base.GetResponseAsync(sent, options, cancellationToken);
        show?.Invoke("answer", response.Text);
        Answer(response.Text);
        return response;
    }

    [LoggerMessage(120, LogLevel.Debug, "Prompt: {Prompt}")]
    private partial void Prompt(string prompt);

    [LoggerMessage(121, LogLevel.Debug, "Answer: {Answer}")]
    private partial void Answer(string answer);
}
