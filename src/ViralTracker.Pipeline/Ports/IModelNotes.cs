namespace ViralTracker.Pipeline.Ports;

/// <param name="At">When it was learned.</param>
public sealed record ModelNote(string Value, DateTimeOffset At);

/// <summary>What was learned about a provider's model and holds over runs: the schema it takes, a limit it named.</summary>
public interface IModelNotes
{
    /// <summary>The notes of the model under all of its names, newest first.</summary>
    Task<IReadOnlyList<ModelNote>> GetAsync(string provider, string model, string name, CancellationToken ct);

    /// <summary>Keeps the greater of the two values, compared as text; one noted more than a minute ahead, before a clock was set back, gives way.</summary>
    Task RaiseAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct);

    Task SetAsync(string provider, string model, string name, string value, DateTimeOffset at, CancellationToken ct);
}
