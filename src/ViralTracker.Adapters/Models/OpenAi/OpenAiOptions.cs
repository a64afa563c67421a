using ViralTracker.Adapters.Models.Http;

namespace ViralTracker.Adapters.Models.OpenAi;

/// <summary>Where and how an OpenAI-compatible service is asked; local model servers need no key.</summary>
public sealed record OpenAiOptions
{
    public const string DefaultModel = "gpt-5-mini";

    public const string KeyVariable = "OPENAI_API_KEY";

    private const string OwnHost = "api.openai.com";

    private const string AzureHost = "openai.azure.com";

    private const string OldLimitField = "max_tokens";

    private const string NewLimitField = "max_completion_tokens";

    public ApiKey? Key { get; init; }

    /// <summary>With its version: <c>https://api.openai.com/v1</c>, <c>http://localhost:11434/v1</c>.</summary>
    public Uri BaseAddress { get; init; } = new($"https://{OwnHost}/v1");

    /// <summary>Asked where <c>ChatOptions.ModelId</c> names none.</summary>
    public string Model { get; init; } = DefaultModel;

    /// <summary>Of one request, reading the answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From <c>OPENAI_API_KEY</c> and <c>OPENAI_BASE_URL</c>; null where neither is set.</summary>
    /// <exception cref="ArgumentException">A key or an address that cannot be used.</exception>
    public static OpenAiOptions? FromEnvironment(Func<string, string?> variable)
    {
        var key = ApiKey.FromEnvironment(variable, KeyVariable);
        var address = ServiceAddress.FromEnvironment(variable, "OPENAI_BASE_URL", key);
        if (key is null && address is null) return null;
        var options = new OpenAiOptions { Key = key };
        return address is null ? options : options with { BaseAddress = address };
    }

    /// <summary>OpenAI's reasoning models refuse <c>max_tokens</c>, in its regions and at Azure too; other servers often know nothing else.</summary>
    internal string OutputLimitField => KnowsNewName ? NewLimitField : OldLimitField;

    /// <summary>For where the first is refused: a gateway's address does not tell what stands behind it, and Azure serves others' models.</summary>
    internal string OtherOutputLimitField => KnowsNewName ? OldLimitField : NewLimitField;

    private bool KnowsNewName => IsAt(OwnHost) || IsAt(AzureHost);

    private bool IsAt(string host) =>
        BaseAddress.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || BaseAddress.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);

    internal Uri ChatEndpoint => ServiceAddress.Join(BaseAddress, "chat/completions");

    /// <summary>Shown to people, so without a name and password that may stand in the address.</summary>
    internal string ModelsEndpoint => ServiceAddress.Join(BaseAddress, "models").GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    internal string ModelOr(string? requested) => string.IsNullOrWhiteSpace(requested) ? Model : requested;
}
