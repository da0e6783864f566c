using System.Net;

namespace LeNetGen.Runtime.Tests.Data.Published;

/// <summary>Mirrors in memory: answers by address; an address without content answers 404, or fails as an absent network does.</summary>
internal sealed class FakeMirrors(bool isReachable = true) : HttpMessageHandler
{
    public Dictionary<string, byte[]> Contents { get; } = [];

    public List<string> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string address = request.RequestUri!.ToString();
        Requests.Add(address);
        if (!isReachable)
            throw new HttpRequestException("No such host is known.");
        return Task.FromResult(Contents.TryGetValue(address, out byte[]? content)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
