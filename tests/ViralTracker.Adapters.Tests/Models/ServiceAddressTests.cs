using ViralTracker.Adapters.Models.Http;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("https://models.example/v1")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:8123")]
    [InlineData("http://[::1]:8123")]
    [InlineData("http://ollama:11434")]
    [InlineData("http://host.docker.internal:4000")]
    [InlineData("http://box.local")]
    [InlineData("http://10.1.2.3")]
    [InlineData("http://172.31.255.1")]
    [InlineData("http://192.168.178.20:1234")]
    [InlineData("http://100.100.1.2")]
    [InlineData("http://[fd12::1]:80")]
    public void Key_goes_to_https_and_within_private_networks(string address) => Assert.Equal(new Uri(address), Read(address, "a-secret-key"));

    [Theory]
    [InlineData("http://models.example/v1", "models.example")]
    [InlineData("HTTP://Models.Example:443", "models.example")]
    [InlineData("http://172.32.0.1", "172.32.0.1")]
    [InlineData("http://8.8.8.8", "8.8.8.8")]
    [InlineData("http://[2001:db8::1]:80", "[2001:db8::1]")]
    [InlineData("http://localhost.models.example", "localhost.models.example")]
    [InlineData("http://10.0.0.1.nip.example", "10.0.0.1.nip.example")]
    [InlineData("http://anna:pass@models.example?key=pass", "models.example")]
    public void Key_never_goes_in_plain_http_over_the_internet(string address, string host)
    {
        var e = Assert.Throws<ArgumentException>(() => Read(address, "a-secret-key"));

        Assert.Equal($"URL is plain http, which would show KEY to everybody on the way to {host}: write https://", e.Message);
    }

    [Fact]
    public void Without_a_key_plain_http_goes_anywhere() => Assert.Equal(new Uri("http://models.example"), Read("http://models.example", null));

    [Theory]
    [InlineData("https://models.example/v1", "https://models.example/v1/chat/completions")]
    [InlineData("https://models.example/v1/", "https://models.example/v1/chat/completions")]
    [InlineData("https://models.example", "https://models.example/chat/completions")]
    [InlineData("https://models.example/openai/deployments/a?api-version=2024-10-21", "https://models.example/openai/deployments/a/chat/completions?api-version=2024-10-21")]
    [InlineData("https://models.example/v1/?a=1&b=c%2Fd", "https://models.example/v1/chat/completions?a=1&b=c%2Fd")]
    [InlineData("https://models.example/v1?", "https://models.example/v1/chat/completions")]
    [InlineData("https://models.example/v1#here", "https://models.example/v1/chat/completions")]
    public void What_stands_behind_the_question_mark_is_sent_with_every_request(string address, string sentTo) =>
        Assert.Equal(sentTo, ServiceAddress.Join(new Uri(address), "chat/completions").AbsoluteUri);

    [Theory]
    [InlineData("https://anna:pass@models.example/v1")]
    [InlineData("https://anna@models.example/v1")]
    [InlineData("http://:pass@localhost:8080")]
    public void A_password_in_the_address_is_refused_and_not_shown(string address)
    {
        foreach (var key in new[] { null, "a-secret-key" })
            Assert.Equal(
                "URL holds a user name or password before the @, which is sent to no service: write the address without it",
                Assert.Throws<ArgumentException>(() => Read(address, key)).Message);
    }

    private static Uri? Read(string address, string? key) =>
        ServiceAddress.FromEnvironment(_ => address, "URL", key is null ? null : new ApiKey(key, "KEY"));
}
