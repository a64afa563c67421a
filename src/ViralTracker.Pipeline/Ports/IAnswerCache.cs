namespace ViralTracker.Pipeline.Ports;

/// <summary>One post's part of an answer, by the content that led to it.</summary>
/// <param name="Key">Hash over model, system text and the post as the prompt shows it.</param>
/// <param name="CallId">The call that paid for it.</param>
/// <param name="Json">Kind → text or null.</param>
public sealed record CachedAnswer(string Key, long CallId, string Json);

/// <summary>Answers paid for before: the same question is never paid twice. Entries are written with the answer they come from.</summary>
public interface IAnswerCache
{
    Task<IReadOnlyDictionary<string, CachedAnswer>> GetAsync(IReadOnlyCollection<string> keys, CancellationToken ct);
}
