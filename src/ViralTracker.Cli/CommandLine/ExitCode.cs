namespace ViralTracker.Cli.CommandLine;

/// <summary>What the process returns; documented in <c>docs/exit-codes.md</c> and in <c>--help</c>.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>Finished, but some rows or posts failed.</summary>
    Failures = 1,

    /// <summary>Bad usage or configuration; nothing was run.</summary>
    Usage = 2,

    /// <summary>Stopped by a budget.</summary>
    Budget = 3,

    /// <summary>The provider refused: key, daily quota, request.</summary>
    Refused = 4,

    /// <summary>Interrupted by Ctrl-C or SIGTERM; what was done is kept.</summary>
    Interrupted = 130,
}

/// <summary>A mistake the person can mend: said in one message, without a stack trace.</summary>
internal sealed class UserErrorException(string message, ExitCode code = ExitCode.Usage, Exception? inner = null) : Exception(message, inner)
{
    public ExitCode Code { get; } = code;
}
