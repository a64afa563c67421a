namespace ViralTracker.GeminiStandIn;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--help"] or ["-h"])
        {
            Console.WriteLine(CommandLine.Help);
            return 0;
        }
        StandInOptions options;
        try
        {
            options = CommandLine.Parse(args);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        await using var server = await StandInServer.StartAsync(options);
        Console.WriteLine($"GOOGLE_GEMINI_BASE_URL={server.Address}");
        Console.WriteLine($"OPENAI_BASE_URL={server.OpenAiAddress}");
        await server.WaitForShutdownAsync();
        return 0;
    }
}
