namespace ViralTracker.Adapters.Models;

/// <summary>Who can draft, as finder.yml, <c>--provider</c> and the ledger name them.</summary>
public static class ProviderNames
{
    public const string Gemini = "gemini", OpenAi = "openai", Offline = "offline";

    public static string[] All => [Gemini, OpenAi, Offline];
}
