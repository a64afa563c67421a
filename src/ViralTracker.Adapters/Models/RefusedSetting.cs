using Microsoft.Extensions.AI;
using ViralTracker.Pipeline.Models;

namespace ViralTracker.Adapters.Models;

/// <summary>Which of a project's own settings a refusal is about. It is the person's to change, so it is named and never dropped.</summary>
internal static class RefusedSetting
{
    /// <summary>To follow the provider's words; empty where they are about no setting that was sent.</summary>
    public static string Hint(int status, string words, ChatOptions? options) => status is not (400 or 422) ? ""
        : options?.Temperature is not null && Names(words, "temperature") ? Asks("temperature")
        : ThinkingOption.In(options) is not null && (Names(words, "thinking") || Names(words, "reasoning")) ? Asks("thinking")
        : "";

    private static bool Names(string words, string setting) => words.Contains(setting, StringComparison.OrdinalIgnoreCase);

    private static string Asks(string key) => $"; generation.{key} in finder.yml asks for it";
}
