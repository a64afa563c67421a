using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Adapters.Models.Offline;
using ViralTracker.Adapters.Models.OpenAi;
using ViralTracker.GeminiStandIn;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class GeminiCompliance : RemoteChatClientCompliance
{
    protected override IChatClient Create(ProviderHttp http, StandInServer server, string key, TimeSpan timeout) =>
        new GeminiChatClient(http, new GeminiOptions { Key = new ApiKey(key), BaseAddress = server.Address, Timeout = timeout });
}

public sealed class OpenAiCompliance : RemoteChatClientCompliance
{
    protected override IChatClient Create(ProviderHttp http, StandInServer server, string key, TimeSpan timeout) =>
        new OpenAiChatClient(http, new OpenAiOptions { Key = new ApiKey(key), BaseAddress = server.OpenAiAddress, Timeout = timeout });
}

public sealed class OfflineCompliance : ChatClientCompliance
{
    protected override Task<IChatClient> CreateAsync() => Task.FromResult<IChatClient>(new OfflineChatClient(Prompts.Project));
}
