using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ViralTracker.EndToEnd.Tests.Drafting;

/// <summary>A webhook on the loopback interface that keeps what is posted to it.</summary>
internal sealed class AlertHook : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<string> _bodies = [];
    private readonly Task _listening;
    private readonly HttpStatusCode _status;
    private readonly TimeSpan _latency;

    /// <param name="status">Of every answer; a redirect leads back here.</param>
    /// <param name="latency">Until it answers.</param>
    public AlertHook(HttpStatusCode status = HttpStatusCode.OK, TimeSpan latency = default)
    {
        (_status, _latency) = (status, latency);
        Address = $"http://127.0.0.1:{FreePort()}/alert/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _listening = ListenAsync();
    }

    public string Address { get; }

    /// <summary>All that came; nothing more is taken.</summary>
    public async Task<IReadOnlyList<string>> BodiesAsync()
    {
        await DisposeAsync();
        return _bodies;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _listening;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _bodies.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
                await Task.Delay(_latency, TimeProvider.System, TestContext.Current.CancellationToken);
                context.Response.StatusCode = (int)(context.Request.HttpMethod == "POST" ? _status : HttpStatusCode.OK);
                context.Response.RedirectLocation = Address;
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped by the test.
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
