namespace ViralTracker.Adapters.Tests.Storage;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vt-store-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
