using ViralTracker.Adapters.Configuration;
using ViralTracker.Adapters.Models;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Adapters.Models.Offline;
using ViralTracker.Adapters.Models.OpenAi;
using ViralTracker.Cli.CommandLine;
using ViralTracker.Core.Drafting;
using ViralTracker.Core.Projects;
using ViralTracker.Core.Quotas;
using ViralTracker.Core.Similarity;
using ViralTracker.Pipeline.Drafting;
using ViralTracker.Pipeline.Finding;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Runs;

namespace ViralTracker.Cli.Composition;

/// <summary>Chooses and builds the model a run drafts with.</summary>
internal static class ModelChoice
{
    private const string TimeoutOption = "--timeout";

    /// <summary>The names that <c>--provider</c> takes.</summary>
    public static string[] Names => ProviderNames.All;

    /// <summary>The zone that a provider's bill cuts its days in.</summary>
    public static TimeZoneInfo BillZone(string? provider) => provider == ProviderNames.OpenAi ? TimeZoneInfo.Utc : QuotaDay.Pacific;

    /// <summary>As the project says; where it says nothing, Gemini if there is a key, else offline.</summary>
    /// <exception cref="UserErrorException">The provider has no usable key or address.</exception>
    public static DraftModel Build(Session session, ProjectConfig project, string? provider, string? model, TimeSpan timeout)
    {
        var named = provider ?? project.Generation.Provider;
        // Where another provider is named, a bad Gemini key is nobody's concern.
        var gemini = named is null or ProviderNames.Gemini ? Read(session, GeminiOptions.FromEnvironment) : null;
        return (named ?? (gemini is null ? ProviderNames.Offline : ProviderNames.Gemini)) switch
        {
            ProviderNames.Gemini => OfGemini(session, gemini ?? throw MissingKey(), model ?? project.Generation.Model, timeout),
            ProviderNames.OpenAi => OfOpenAi(session, model ?? project.Generation.Model, project.Generation.Thinking, timeout),
            _ => OfOffline(project),
        };
    }

    /// <summary>A provider's options from the environment; null where it has none.</summary>
    /// <exception cref="UserErrorException">A key or an address that cannot be used; says where it stands.</exception>
    private static T? Read<T>(Session session, Func<Func<string, string?>, T?> fromEnvironment)
        where T : class
    {
        try
        {
            return fromEnvironment(Environment.GetEnvironmentVariable);
        }
        catch (ApiKeyException error) when (DotEnv.LineOf(session.Workspace.DotEnvFile, error.Variable) is { } line)
        {
            throw new UserErrorException(ConfigProblemText.Render([new(".env", line, error.Variable, error.Problem)]), ExitCode.Usage, error);
        }
        catch (ArgumentException error)
        {
            throw new UserErrorException(error.Message, ExitCode.Usage, error);
        }
    }

    private static DraftModel OfGemini(Session session, GeminiOptions options, string? model, TimeSpan timeout)
    {
        // One name, for quotas hold by it.
        model = options.ModelOr(model);
        return new DraftModel
        {
            Client = new GeminiChatClient(new ProviderHttp(ProviderHttp.CreateClient(), session.Time, TimeoutOption), options with { Timeout = timeout, Model = model }),
            Key = new QuotaKey(ProviderNames.Gemini, options.Key.Fingerprint, model),
            KeyVariable = options.Key.Variable,
            QuotaZone = QuotaDay.Pacific,
            Pricing = new BookPricing(session.Prices()),
        };
    }

    /// <summary>Whether relevance comes from the embedded model, or from a provider's.</summary>
    public static bool IsEmbeddedLocally(ProjectConfig project) => project.Generation.Embedder != ProviderNames.Gemini;

    /// <summary>The model that relevance comes from, as assessments are fingerprinted with it.</summary>
    public static string EmbeddingModelName(ProjectConfig project) => IsEmbeddedLocally(project) ? PostEmbedder.Model : GeminiOptions.DefaultEmbeddingModel;

    /// <summary>The provider's embedding model, where the project asks for one; null for the embedded one.</summary>
    /// <exception cref="UserErrorException">No key, or one that cannot be used.</exception>
    public static EmbeddingModel? BuildEmbedder(Session session, ProjectConfig project, Func<QuotaKey, ProjectLimits> limitsOf)
    {
        if (IsEmbeddedLocally(project)) return null;
        var options = Read(session, GeminiOptions.FromEnvironment) ?? throw new UserErrorException(
            "The project asks for Gemini embeddings, but no key is set. Put GEMINI_API_KEY=… into the workspace's .env, or set generation.embedder to local.");
        var key = new QuotaKey(ProviderNames.Gemini, options.Key.Fingerprint, GeminiOptions.DefaultEmbeddingModel);
        var limits = limitsOf(key);
        return new EmbeddingModel(
            new GeminiEmbeddingGenerator(new ProviderHttp(ProviderHttp.CreateClient(), session.Time), options), key, new BookPricing(session.Prices()),
            limits.Quota, limits.Budget, GeminiEmbeddingGenerator.MaxTextsPerRequest);
    }

    private static DraftModel OfOpenAi(Session session, string? model, string? thinking, TimeSpan timeout)
    {
        var options = (Read(session, OpenAiOptions.FromEnvironment) ?? throw MissingOpenAi()) with { Timeout = timeout };
        model ??= options.Model;
        if (ThinkingOption.Tokens(thinking) is not null)
            throw new UserErrorException($"generation.thinking: {thinking} is a number of tokens, and OpenAI-compatible services take minimal, low, medium or high.");
        return new DraftModel
        {
            Client = new OpenAiChatClient(new ProviderHttp(ProviderHttp.CreateClient(), session.Time, TimeoutOption), options),
            Key = new QuotaKey(ProviderNames.OpenAi, options.Key?.Fingerprint ?? "", model),
            KeyVariable = OpenAiOptions.KeyVariable,
            Pricing = new BookPricing(session.Prices()),
            OutputLimit = 16_384,
            LastRung = SchemaRung.Text,
        };
    }

    private static DraftModel OfOffline(ProjectConfig project) => new()
    {
        Client = new OfflineChatClient(project),
        Key = new QuotaKey(ProviderNames.Offline, "", OfflineChatClient.ModelName),
        Offline = true,
        Pricing = new FreePricing(),
    };

    private static UserErrorException MissingOpenAi() => new(
        "An OpenAI-compatible service needs a key or an address. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without a key, in the workspace's .env.");

    private static UserErrorException MissingKey() => new(
        "Gemini needs a key, and none is set. Put GEMINI_API_KEY=… into the workspace's .env, or draft without a key: --provider offline");
}
