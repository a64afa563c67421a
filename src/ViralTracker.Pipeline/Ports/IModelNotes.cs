namespace ViralTracker.Pipeline.Ports;

/// <param name="At">When it was learned.</param>
public sealed record ModelNote(string Value, DateTimeOffset At);

/// <summary>What was learned about a provider's model and holds over runs: the schema it takes, a limit it named.</summary>
public interface IModelNotes
{
    /// <summary>The newest note of the model, under whichever of its names; null when nothing is noted.</summary>
    Task<ModelNote?> GetAsync(string provider, string model, string name, CancellationToken ct);

    Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct);
}
