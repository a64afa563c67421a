using ViralTracker.Cli.CommandLine;
using ViralTracker.Pipeline.Drafting;

namespace ViralTracker.Cli.Screens;

/// <summary>Tells what embedding posts waits for, where that takes long. On standard error.</summary>
internal sealed class EmbeddingProgress(Terminal terminal, TimeProvider time) : IDraftObserver
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);

    public void On(DraftEvent happened)
    {
        if (happened is not DraftEvent.Waiting waiting) return;
        if (waiting.Until is not { } until) terminal.Note($"Embedding posts: waiting {waiting.Reason}");
        else if (until - time.GetUtcNow() is var rest && rest > LongWait) terminal.Note($"Embedding posts: waiting {Times.Duration(rest)} {waiting.Reason}");
    }
}
