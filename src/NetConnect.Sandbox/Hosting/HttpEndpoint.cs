using System.Net;
using System.Net.Sockets;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Hosting;

/// <summary>Listens on 127.0.0.1 and hands each request to the gateway; requests run side by side.</summary>
internal sealed class HttpEndpoint : IDisposable
{
    private const int Attempts = 10;

    private readonly HttpListener _listener;
    private readonly Gateway _gateway;
    private readonly CancellationTokenSource _stopping = new();

    private HttpEndpoint(HttpListener listener, Uri address, Gateway gateway)
    {
        _listener = listener;
        _gateway = gateway;
        Address = address;
        _ = Task.Run(AcceptAsync);
    }

    public Uri Address { get; }

    public static HttpEndpoint Start(int port, Gateway gateway)
    {
        // HttpListener cannot choose a port itself, and another process may take a chosen one before it listens: try again.
        for (int attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/");
            var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                listener.Start();
                return new HttpEndpoint(listener, address, gateway);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                listener.Close();
                if (port != 0 || attempt == Attempts) throw new IOException($"The sandbox cannot listen on {address}: {e.Message}", e);
            }
        }
    }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested) return;
        _stopping.Cancel();
        _listener.Close();
    }

    private static int FreePort()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        try
        {
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        finally
        {
            probe.Stop();
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            _ = Task.Run(() => HandleAsync(context));
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        try
        {
            HttpRequest request = await ReadAsync(context.Request).ConfigureAwait(false);
            HttpAnswer answer = await _gateway.AnswerAsync(request, _stopping.Token).ConfigureAwait(false);
            await WriteAsync(context.Response, answer).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the sandbox stops.
            context.Response.Abort();
        }
        catch (Exception e)
        {
            // A defect of the sandbox: say so rather than leave the client waiting.
            await WriteAsync(context.Response, new HttpAnswer(500, System.Text.Encoding.UTF8.GetBytes(e.ToString()), "text/plain")).ConfigureAwait(false);
        }
    }

    private static async Task<HttpRequest> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body).ConfigureAwait(false);
        return new HttpRequest(request.HttpMethod, request.RawUrl ?? "/", body.ToArray(), name => request.Headers[name]);
    }

    private static async Task WriteAsync(HttpListenerResponse response, HttpAnswer answer)
    {
        if (answer.Body is null)
        {
            response.Abort();
            return;
        }
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        // The length and one write of the whole: otherwise chunks meet delayed acknowledgements and every answer takes 40 ms.
        response.ContentLength64 = answer.Body.Length;
        await response.OutputStream.WriteAsync(answer.Body, 0, answer.Body.Length).ConfigureAwait(false);
        response.Close();
    }
}
