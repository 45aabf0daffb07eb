using System.Text.RegularExpressions;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>A person's computer, with an exported file and nothing else.</summary>
internal sealed class OpenVpnClient
{
    private const string Connected = "Initialization Sequence Completed";

    private readonly Lab _lab;
    private readonly string _logPath;

    private OpenVpnClient(Lab lab, string host, string logPath)
    {
        _lab = lab;
        Host = host;
        _logPath = logPath;
    }

    public string Host { get; }

    /// <summary>What it logged so far.</summary>
    public string Log => LabFile.Read(_logPath);

    /// <summary>How often it has connected.</summary>
    public int Connections => Regex.Count(Log, Connected);

    public bool IsConnected => Connections > 0;

    /// <summary>Plugs the computer into the server's network, where its DNS is, and starts the client.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="server">The server.</param>
    /// <param name="file">The exported file.</param>
    /// <param name="askpass">The file with the passphrase that a person types.</param>
    public static async Task<OpenVpnClient> StartAsync(Lab lab, OpenVpnServer server, string file, string? askpass = null)
    {
        (string host, int number) = await server.PlugInAsync();
        string resolver = lab.Write("resolv.conf", $"nameserver {OpenVpnServer.Outside}\n");
        var client = new OpenVpnClient(lab, host, Path.Combine(lab.Folder, $"client{number}.log"));
        // ip gives the program mounts of its own: nothing else sees this file.
        const string Command = "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"";
        string[] passphrase = askpass is null ? [] : ["--askpass", askpass];
        lab.Start(
            host, "sh", ["-c", Command, resolver, LabProgram.Require("openvpn"), "--config", file, "--log", client._logPath, .. passphrase]);
        return client;
    }

    /// <summary>Waits until the tunnel is there, or there again.</summary>
    public Task ConnectsAsync(int times = 1) =>
        Poll.UntilAsync($"the client connects {times} times", () => Connections >= times, () => Log);

    /// <summary>Waits for words in the log.</summary>
    public Task LogsAsync(string words) =>
        Poll.UntilAsync($"the client logs {words}", () => Log.Contains(words, StringComparison.Ordinal), () => Log);

    /// <summary>Pings an address behind the server.</summary>
    public async Task PingsAsync() => (await _lab.RunOnAsync(Host, "ping", "-c", "1", "-w", "5", OpenVpnServer.Behind)).Succeeded();

    /// <summary>By which device an address is reached.</summary>
    public async Task<string> RouteAsync(string address) => (await _lab.IpAsync(Host, $"route get {address}")).Split('\n')[0];

    /// <summary>The size of the segments that both ends of a TCP connection through the tunnel agree on.</summary>
    public async Task<int> SegmentSizeAsync()
    {
        string look = $"{LabProgram.Require("ss")} -tinH dst {OpenVpnServer.Behind}";
        ProgramRun run = await _lab.RunOnAsync(Host, "bash", "-c", $"exec 3<>/dev/tcp/{OpenVpnServer.Behind}/53 && {look}");
        string size = run.Succeeded().Output.Split(' ').Single(word => word.StartsWith("mss:", StringComparison.Ordinal));
        return int.Parse(size["mss:".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
