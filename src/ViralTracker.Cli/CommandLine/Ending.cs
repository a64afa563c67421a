using System.CommandLine;
using ViralTracker.Cli.Composition;
using ViralTracker.Cli.Screens;
using ViralTracker.Core.Quotas;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;

namespace ViralTracker.Cli.CommandLine;

/// <summary>What an exception that ends a command means for the person.</summary>
/// <param name="Detail">What <c>--verbose</c> shows.</param>
internal sealed record Ending(int Code, string? Line, Exception? Detail = null)
{
    /// <summary>Null for a bug of ours.</summary>
    /// <param name="command">What it ended; not needed for the code.</param>
    public static Ending? Of(Exception exception, Command? command = null) => exception switch
    {
        UserErrorException e => new(e.Code, e.Message, e.InnerException),
        StoreException e => new(ExitCode.Usage, e.Message, e),
        EmbeddingStoppedException e => new(DraftScreen.Exit(e.Reason), EmbeddingStopped(e, command)),
        // Nothing but 'too many requests' is a refusal, as where drafting is refused so.
        ModelCallException { MayPass: true, Outcome: not CallOutcome.RateLimited } e => new(ExitCode.Failures, $"The provider failed: {e.Message}"),
        ModelCallException e => new(ExitCode.Refused, $"The provider refused: {e.Message}"),
        OperationCanceledException => new(ExitCode.Interrupted, null),
        IOException or UnauthorizedAccessException => new(ExitCode.Failures, $"Reading or writing failed: {exception.Message}", exception),
        _ => null,
    };

    private static string EmbeddingStopped(EmbeddingStoppedException stopped, Command? command) =>
        $"Stopped while embedding posts {DraftScreen.Why(stopped.Reason)}: "
        + (stopped.Left > 0 ? $"{Words.Number(stopped.Left)} of {Words.Count(stopped.Posts, "post")} left" : "the project's topics left")
        + (stopped.Reason is StopReason.Budget budget && Words.Spent(budget) is { } spent ? $"; {spent}" : "")
        + $". What was embedded is kept; {ToGoOn(stopped.Reason, command)}.";

    private static string ToGoOn(StopReason stopped, Command? command) => stopped switch
    {
        StopReason.Budget { NeverFits: true } budget => $"the next request may cost up to {budget.Next.AtMost()}: raise {(budget.Limit == ExhaustedLimit.RunBudget && command?.AllOptions().Any(option => option.Is("--max-cost")) == true ? "--max-cost or " : "")}{Words.Key(budget.Limit)}",
        StopReason.Budget { RenewedAt: { } at } => $"run the same command again after {Times.Show(at, at, Session.TimeZone)} to go on",
        StopReason.RequestLimit limit => $"run the same command again later to go on, or {Words.Raise(limit)}",
        _ => "run the same command again later to go on",
    };
}
