using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NetConnect.Aws.Tests.Hosting;

/// <summary>An HTTP endpoint on loopback that answers as it is told and remembers what it was asked.</summary>
internal sealed class StubEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<StubRequest> _requests = [];
    private readonly Func<StubRequest, (int Status, string Body)> _answer;

    public StubEndpoint(Func<StubRequest, (int Status, string Body)> answer)
    {
        _answer = answer;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();
        _listener.Prefixes.Add(Url.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Url { get; }

    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(context.Request.InputStream);
            string sent = await reader.ReadToEndAsync();
            string target = context.Request.Headers["X-Amz-Target"] ?? "";
            var request = new StubRequest(
                context.Request.Headers["Authorization"] ?? "", target.Length == 0 ? Parse(sent) : new Dictionary<string, string>(), target, sent);
            lock (_requests)
                _requests.Add(request);
            (int status, string body) = _answer(request);
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            context.Response.StatusCode = status;
            context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/xml";
            context.Response.ContentLength64 = bytes.Length;
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
    }

    private static Dictionary<string, string> Parse(string form) => form
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
}
