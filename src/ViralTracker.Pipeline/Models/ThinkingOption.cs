using System.Globalization;
using Microsoft.Extensions.AI;

namespace ViralTracker.Pipeline.Models;

/// <summary>How long a model is to think, as it travels through <see cref="IChatClient"/>; absent: as the model does by itself.</summary>
public static class ThinkingOption
{
    private const string Key = "thinking";

    /// <param name="thinking"><c>minimal</c>, <c>low</c>, <c>medium</c>, <c>high</c>, or a number of tokens.</param>
    public static AdditionalPropertiesDictionary? Of(string? thinking) => thinking is null ? null : new() { [Key] = thinking };

    /// <summary>Null where none was asked for.</summary>
    public static string? In(ChatOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Key) as string;

    /// <summary>The number of tokens; null for a level.</summary>
    public static int? Tokens(string? thinking) => int.TryParse(thinking, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tokens) ? tokens : null;
}
