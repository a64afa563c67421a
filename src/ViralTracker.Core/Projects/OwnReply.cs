namespace ViralTracker.Core.Projects;

/// <summary>A reply the person once sent and would send again.</summary>
/// <param name="Post">Text of the post it answered; null where the file does not tell.</param>
public sealed record OwnReply(string Text, string? Post = null)
{
    /// <summary>Longest reply taken, in UTF-16 units: each one shown is paid for in every prompt.</summary>
    public const int MaxLength = 1_000;
}
