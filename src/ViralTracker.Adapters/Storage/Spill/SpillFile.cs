using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Adapters.Storage.Spill;

/// <summary>
/// Room for paid answers the database cannot take, set aside before the first call: a header, then records of length, SHA-256 and
/// JSON, up to a length of 0. Its space exists where files are overwritten in place (not on copy-on-write file systems).
/// Locked as long as its process lives, so that no owner needs to be told from a later process of the same id, or in a container.
/// </summary>
internal sealed class SpillFile : IDisposable
{
    public const string Pattern = "spill-*.bin";

    // Some 150 packs of 20 posts with two drafts each; more grows the file as far as the disk allows.
    private const int PreallocatedBytes = 4 << 20;
    private const int StoreIdBytes = 32;
    private const int RecordHeadBytes = sizeof(int) + SHA256.HashSizeInBytes;
    private static readonly byte[] Magic = "vtspill1"u8.ToArray();
    private static readonly int HeaderBytes = Magic.Length + StoreIdBytes;

    private readonly FileStream _stream;
    private long _end = HeaderBytes;

    private SpillFile(FileStream stream) => _stream = stream;

    public string Path => _stream.Name;

    /// <exception cref="IOException">No space, or no folder to write to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static SpillFile Create(string folder, string storeId)
    {
        var path = System.IO.Path.Combine(folder, $"spill-{Guid.NewGuid():N}.bin");
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            var bytes = new byte[PreallocatedBytes];
            Magic.CopyTo(bytes, 0);
            Encoding.ASCII.GetBytes(storeId, bytes.AsSpan(Magic.Length, StoreIdBytes));
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
            return new SpillFile(stream);
        }
        catch
        {
            stream.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Null when the process that writes it lives, or another is replaying it.</summary>
    public static SpillFile? TryOpen(string path)
    {
        try
        {
            return new SpillFile(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null when the process ended before it had set the space aside: nothing was sent then. Empty: a file of another version.</summary>
    public string? StoreId()
    {
        var header = new byte[HeaderBytes];
        _stream.Position = 0;
        if (_stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().ContainsAnyExcept((byte)0)) return null;
        return header.AsSpan().StartsWith(Magic) ? Encoding.ASCII.GetString(header.AsSpan(Magic.Length)) : "";
    }

    /// <summary>On the disk when it returns.</summary>
    /// <exception cref="IOException">No space, or the file was removed.</exception>
    public void Append(AnswerToSave answer)
    {
        if (!File.Exists(Path)) throw new FileNotFoundException($"{Path} was removed.");
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, SpillJson.Default.AnswerToSave);
        var record = new byte[RecordHeadBytes + json.Length + sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(record, json.Length);
        SHA256.HashData(json, record.AsSpan(sizeof(int)));
        json.CopyTo(record, RecordHeadBytes);
        _stream.Position = _end;
        _stream.Write(record);
        _stream.Flush(flushToDisk: true);
        // The next record overwrites the closing 0.
        _end += record.Length - sizeof(int);
    }

    /// <param name="torn">Whether a last record was cut off as it was written.</param>
    /// <exception cref="JsonException">A record of another version.</exception>
    public List<AnswerToSave> Read(out bool torn)
    {
        var answers = new List<AnswerToSave>();
        var head = new byte[RecordHeadBytes];
        _stream.Position = HeaderBytes;
        while (true)
        {
            var read = _stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var length = read >= sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(head) : 0;
            torn = length != 0;
            if (length <= 0 || read < head.Length || length > _stream.Length - _stream.Position) return answers;
            var json = new byte[length];
            _stream.ReadExactly(json);
            if (!SHA256.HashData(json).AsSpan().SequenceEqual(head.AsSpan(sizeof(int)))) return answers;
            answers.Add(JsonSerializer.Deserialize(json, SpillJson.Default.AnswerToSave)!);
        }
    }

    public void Clear()
    {
        _end = HeaderBytes;
        _stream.Position = _end;
        _stream.Write(new byte[sizeof(int)]);
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>Closes and removes it.</summary>
    public void Delete()
    {
        Dispose();
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its answers are saved: the next start finds them settled and tries again.
        }
    }

    public void Dispose() => _stream.Dispose();
}
