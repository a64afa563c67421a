using System.Buffers;

namespace ViralTracker.Adapters.Embeddings;

/// <summary>An embedded resource as memory, where the loader mapped it: nothing is copied. Valid while its assembly is loaded.</summary>
internal sealed unsafe class ResourceMemory(UnmanagedMemoryStream resource) : MemoryManager<byte>
{
    private readonly byte* _start = resource.PositionPointer;
    private readonly int _length = checked((int)resource.Length);

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
