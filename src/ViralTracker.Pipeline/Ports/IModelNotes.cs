namespace ViralTracker.Pipeline.Ports;

/// <summary>What was learned about a provider's model and holds over runs: the schema it takes, a limit it named.</summary>
public interface IModelNotes
{
    /// <summary>Null when nothing is noted.</summary>
    Task<string?> GetAsync(string provider, string model, string name, CancellationToken ct);

    Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct);
}
