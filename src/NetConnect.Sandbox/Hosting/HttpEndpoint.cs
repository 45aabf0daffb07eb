using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NetConnect.Sandbox.Hosting;

/// <summary>
/// Listens on 127.0.0.1 and serves each connection until its client leaves. Plain sockets rather than HttpListener: that one cannot
/// cut a connection without sending headers first, cannot choose a free port, and needs a reservation on Windows.
/// </summary>
internal sealed class HttpEndpoint : IDisposable
{
    private readonly TcpListener _listener;
    private readonly Gateway _gateway;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<HttpConnection, bool> _connections = new();

    private HttpEndpoint(TcpListener listener, Gateway gateway)
    {
        _listener = listener;
        _gateway = gateway;
        Address = new Uri($"http://{listener.LocalEndpoint}/");
        _ = Task.Run(AcceptAsync);
    }

    public Uri Address { get; }

    /// <summary>Starts listening; port 0 takes a free one.</summary>
    public static HttpEndpoint Start(int port, Gateway gateway)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            throw new IOException($"The sandbox cannot listen on 127.0.0.1:{port}: {e.Message}", e);
        }
        return new HttpEndpoint(listener, gateway);
    }

    public void Dispose()
    {
        if (_stopping.IsCancellationRequested) return;
        _stopping.Cancel();
        _listener.Stop();
        // Sockets of .NET Framework do not heed cancellation: closing them ends their reads.
        foreach (HttpConnection connection in _connections.Keys) connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync().ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(new HttpConnection(client)));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                if (_stopping.IsCancellationRequested) return;
            }
        }
    }

    private async Task ServeAsync(HttpConnection connection)
    {
        _connections.TryAdd(connection, true);
        try
        {
            while (!_stopping.IsCancellationRequested && await connection.ReadAsync(_stopping.Token).ConfigureAwait(false) is { } request)
            {
                HttpAnswer answer = await _gateway.AnswerAsync(request, _stopping.Token).ConfigureAwait(false);
                if (answer.Body is null)
                {
                    connection.Reset();
                    return;
                }
                await connection.WriteAsync(answer, _stopping.Token).ConfigureAwait(false);
                if (request.Header("Connection") is "close" or "Close") return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the sandbox stops.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Dispose();
        }
    }
}
