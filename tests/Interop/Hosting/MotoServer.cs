using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>An EC2 and STS emulator that nobody here wrote, as a process, with a home for its clients. Any key is good.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private MotoServer(Process process, ClientHome home)
    {
        _process = process;
        Home = home;
    }

    public ClientHome Home { get; }

    /// <summary>Starts a server on a free port; the test is skipped where moto is missing.</summary>
    public static async Task<MotoServer> StartAsync()
    {
        string program = ForeignProgram.Require("moto_server");
        int port = FreePort();
        var home = new ClientHome(new Uri($"http://127.0.0.1:{port}/"));
        ProcessStartInfo launch = home.Launch(program, ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)]);
        var server = new MotoServer(Process.Start(launch)!, home);
        // Its log of requests is nothing to us, but a full pipe would stop it.
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server.ListensAsync(port);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Home.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ListensAsync(int port)
    {
        for (long start = Stopwatch.GetTimestamp(); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < s_limit)
            {
                // It is still loading, or lacks what it serves with: moto can be installed without that.
                if (_process.HasExited) Assert.Skip($"moto_server does not start: it ends with exit code {_process.ExitCode}.");
            }
        }
    }
}
