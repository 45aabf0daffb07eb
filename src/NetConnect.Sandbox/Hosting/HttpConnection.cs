using System.Globalization;
using System.Net.Sockets;
using System.Text;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Hosting;

/// <summary>One connection of a client: as much of HTTP/1.1 (RFC 9112) as AWS clients speak.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int MaxHead = 64 * 1024;
    private const int MaxBody = 16 * 1024 * 1024;

    private static readonly byte[] s_endOfHead = [(byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];
    private static readonly byte[] s_continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private byte[] _buffer = new byte[8 * 1024];
    private int _length;

    public HttpConnection(TcpClient client)
    {
        _client = client;
        _client.NoDelay = true;
        _stream = client.GetStream();
    }

    /// <summary>The next request; null when the client has closed the connection, or speaks something else.</summary>
    public async Task<HttpRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = IndexOfEnd()) < 0)
            if (_length >= MaxHead || !await FillAsync(cancellationToken).ConfigureAwait(false)) return null;

        string[] lines = Encoding.ASCII.GetString(_buffer, 0, end).Split(["\r\n"], StringSplitOptions.None);
        string[] start = lines[0].Split(' ');
        Dictionary<string, string> headers = Headers(lines.Skip(1));
        string? Header(string name) => headers.TryGetValue(name, out string? value) ? value : null;
        if (start.Length != 3 || !TryGetLength(Header("Content-Length"), out int size)
            || Header("Transfer-Encoding") is not null) return null;

        // .NET Framework asks before it sends a body.
        if (Header("Expect") is not null)
            await _stream.WriteAsync(s_continue, 0, s_continue.Length, cancellationToken).ConfigureAwait(false);
        int head = end + s_endOfHead.Length;
        while (_length < head + size)
            if (!await FillAsync(cancellationToken).ConfigureAwait(false)) return null;

        byte[] body = new byte[size];
        Buffer.BlockCopy(_buffer, head, body, 0, size);
        _length -= head + size;
        Buffer.BlockCopy(_buffer, head + size, _buffer, 0, _length);
        return new HttpRequest(start[0], start[1], body, Header);
    }

    /// <summary>Writes an answer at once: head and body apart would meet delayed acknowledgements and take 40 ms.</summary>
    public async Task WriteAsync(HttpAnswer answer, CancellationToken cancellationToken)
    {
        string date = DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} {(answer.Status == 200 ? "OK" : "Error")}\r\nDate: {date}\r\n"
            + $"Content-Type: {answer.ContentType}\r\nContent-Length: {answer.Body!.Length}\r\n\r\n");
        byte[] whole = new byte[head.Length + answer.Body.Length];
        Buffer.BlockCopy(head, 0, whole, 0, head.Length);
        Buffer.BlockCopy(answer.Body, 0, whole, head.Length, answer.Body.Length);
        await _stream.WriteAsync(whole, 0, whole.Length, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cuts the connection: with no time to linger, closing sends RST.</summary>
    public void Reset()
    {
        _client.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose() => _client.Dispose();

    private static bool TryGetLength(string? text, out int length)
    {
        length = 0;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= MaxBody);
    }

    private static Dictionary<string, string> Headers(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string[] field in lines.Select(line => line.Split([':'], 2)).Where(field => field.Length == 2))
            headers[field[0]] = headers.TryGetValue(field[0], out string? earlier) ? $"{earlier},{field[1].Trim()}" : field[1].Trim();
        return headers;
    }

    private int IndexOfEnd()
    {
        for (int i = 0; i + s_endOfHead.Length <= _length; i++)
            if (_buffer[i] == '\r' && _buffer[i + 1] == '\n' && _buffer[i + 2] == '\r' && _buffer[i + 3] == '\n') return i;
        return -1;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = await _stream.ReadAsync(_buffer, _length, _buffer.Length - _length, cancellationToken).ConfigureAwait(false);
        _length += read;
        return read > 0;
    }
}
