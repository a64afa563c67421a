using Microsoft.Extensions.AI;
using ViralTracker.Adapters.Models.Gemini;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Adapters.Models.Offline;
using ViralTracker.Adapters.Models.OpenAi;
using ViralTracker.GeminiStandIn;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

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

    [Theory]
    [InlineData(Fault.FormatRefused)]
    [InlineData(Fault.AnyFormatRefused)]
    public async Task Refused_object_format_is_told_like_a_refused_schema(Fault fault)
    {
        using var client = await CreateAsync(new StandInOptions { Script = [fault] });
        var options = Prompts.Options(3);
        options.ResponseFormat = ChatResponseFormat.Json;
        var e = await Assert.ThrowsAsync<ModelCallException>(() => client.GetResponseAsync(Prompts.Messages(Prompts.Texts), options, TestContext.Current.CancellationToken));
        Assert.Equal(CallOutcome.SchemaRefused, e.Outcome);
    }
}

public sealed class OfflineCompliance : ChatClientCompliance
{
    protected override Task<IChatClient> CreateAsync() => Task.FromResult<IChatClient>(new OfflineChatClient(Prompts.Project));
}
