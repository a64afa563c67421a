using System.Net;
using ViralTracker.Adapters.Models.Http;
using ViralTracker.Pipeline.Models;
using ViralTracker.Pipeline.Ports;
using Xunit;

namespace ViralTracker.Adapters.Tests.Models;

public sealed class ProviderHttpTests
{
    [Fact]
    public async Task Answer_without_an_end_is_given_up_before_it_fills_the_memory()
    {
        using var answers = new Answers(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });

        var e = await FailAsync(answers);

        Assert.Equal((CallOutcome.Unparsable, true, "models.example answered with more than 16 MB."), (e.Outcome, e.MayHaveBeenBilled, e.Message));
    }

    /// <summary>A server that loads its model, or drafts on a slow machine, takes longer than others.</summary>
    [Theory]
    [InlineData(null, "No answer from models.example within 0.1 s.")]
    [InlineData("--timeout", "No answer from models.example within 0.1 s: --timeout waits longer.")]
    public async Task Answer_that_takes_too_long_comes_with_what_to_raise(string? setting, string message)
    {
        using var client = new HttpClient(new Silent());
        var e = await Assert.ThrowsAsync<ModelCallException>(() => new ProviderHttp(client, TimeProvider.System, setting).PostAsync(
            new Uri("https://models.example/v1"), null, "{}"u8.ToArray(), TimeSpan.FromSeconds(0.1), TestContext.Current.CancellationToken));
        Assert.Equal((CallOutcome.Timeout, true, message), (e.Outcome, e.MayHaveBeenBilled, e.Message));
    }

    [Theory]
    [InlineData("http://anna:pass@proxy.example:3128/", "http://proxy.example:3128/")]
    [InlineData("http://anna:p@ss@proxy.example/", "http://proxy.example/")]
    [InlineData("http://proxy.example/", "http://proxy.example/")]
    public async Task Proxy_is_named_without_its_password(string proxy, string shown)
    {
        using var answers = new Answers(() => throw new HttpRequestException(HttpRequestError.ProxyTunnelError, $"The proxy tunnel request to proxy '{proxy}' failed with status code '407'.\""));

        var e = await FailAsync(answers);

        Assert.Equal($"The connection to models.example failed: The proxy tunnel request to proxy '{shown}' failed with status code '407'.\"", e.Message);
    }

    private static Task<ModelCallException> FailAsync(HttpMessageHandler answers) => Assert.ThrowsAsync<ModelCallException>(() =>
        new ProviderHttp(new HttpClient(answers), TimeProvider.System).PostAsync(
            new Uri("https://models.example/v1"), null, "{}"u8.ToArray(), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

    private sealed class Answers(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new NotSupportedException();
        }
    }

    /// <summary>Blanks; 64 MB of them, so that a test that fails ends.</summary>
    private sealed class Endless : Stream
    {
        private long _left = 64 << 20;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            buffer.AsSpan(offset, read).Fill((byte)' ');
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
