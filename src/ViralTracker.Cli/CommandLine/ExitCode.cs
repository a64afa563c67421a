namespace ViralTracker.Cli.CommandLine;

/// <summary>
/// What the process returns; documented in <c>docs/exit-codes.md</c> and in <c>--help</c>.
/// Numbers: a task that returns an enum of ours is compiled at start-up, one that returns an int is not.
/// </summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Finished, but rows or posts failed; or reading or writing did.</summary>
    public const int Failures = 1;

    /// <summary>Bad usage or configuration, or a file or database that cannot be used; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by a budget.</summary>
    public const int Budget = 3;

    /// <summary>The provider refused: key, daily quota, request.</summary>
    public const int Refused = 4;

    /// <summary>Interrupted by Ctrl-C, SIGTERM or SIGHUP; what was done is kept.</summary>
    public const int Interrupted = 130;
}

/// <summary>A mistake the person can mend: said in one message, without a stack trace.</summary>
internal sealed class UserErrorException(string message, int code = ExitCode.Usage, Exception? inner = null) : Exception(message, inner)
{
    public int Code { get; } = code;
}
