namespace ViralTracker.Pipeline.Ports;

/// <summary>Why the store cannot be used. A closed set.</summary>
public enum StoreFault
{
    /// <summary>Another program keeps it locked; trying again may help.</summary>
    Busy,
    DiskFull,
    ReadOnly,

    /// <summary>The path cannot be opened or created.</summary>
    CannotOpen,

    /// <summary>The file is damaged, or no database of ours.</summary>
    NotADatabase,

    /// <summary>Written by a newer version of the program.</summary>
    NewerSchema,

    /// <summary>The device or the connection failed.</summary>
    Io,
}

/// <summary>The store cannot be used; the message is meant for people: what, where and what to do.</summary>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFault Fault { get; } = fault;
}
