using System.Net;
using System.Text;
using ViralTracker.Adapters.Models.Http;

namespace ViralTracker.Adapters.Tests.Models;

/// <summary>Answers every request with the same bytes and keeps the last request's body.</summary>
internal sealed class CannedHttp(int status, string body, params (string Name, string Value)[] headers) : HttpMessageHandler
{
    public string RequestBody { get; private set; } = "";
    public Uri? RequestAddress { get; private set; }

    public ProviderHttp Http => new(new HttpClient(this, disposeHandler: false), TimeProvider.System);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestBody = await request.Content!.ReadAsStringAsync(cancellationToken);
        RequestAddress = request.RequestUri;
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
