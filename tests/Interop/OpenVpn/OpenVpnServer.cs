using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using NetConnect.Addressing;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>An OpenVPN server in the place of an endpoint, with its settings and certificates; beside it a DNS, and behind it the VPC.</summary>
internal sealed class OpenVpnServer
{
    /// <summary>The address that the DNS gives for each name of the endpoint.</summary>
    public const string Outside = "198.51.100.1";

    /// <summary>An address behind the server, with a DNS that takes TCP connections.</summary>
    public const string Behind = "10.1.0.10";

    private readonly Lab _lab;
    private LabDaemon _daemon = null!;
    private int _plugs;

    private OpenVpnServer(Lab lab, string host)
    {
        _lab = lab;
        Host = host;
    }

    public string Host { get; }

    /// <summary>What it logged so far.</summary>
    public string Log => LabFile.Read(LogPath);

    /// <summary>What was asked of the DNS so far.</summary>
    public string Questions => LabFile.Read(QuestionsPath);

    private string LogPath => Path.Combine(_lab.Folder, "server.log");

    private string QuestionsPath => Path.Combine(_lab.Folder, "dns.log");

    /// <summary>Starts both, and waits until they listen.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vpn">What the server is configured from.</param>
    /// <param name="revocationList">The path of a list in the place of the endpoint's own.</param>
    public static async Task<OpenVpnServer> StartAsync(Lab lab, LabClientVpn vpn, string? revocationList = null)
    {
        var server = new OpenVpnServer(lab, await lab.HostAsync("s"));
        foreach (string address in new[] { Outside, Behind }) await lab.IpAsync(server.Host, $"addr add {address}/32 dev lo");
        // As it does for the real name, DNS has an answer for each label before it.
        LabDaemon dns = lab.Start(
            server.Host,
            "dnsmasq",
            ["--keep-in-foreground", "--conf-file=/dev/null", "--user=root", "--pid-file", "--no-resolv", "--no-hosts", "--bind-interfaces",
                $"--listen-address={Outside},{Behind}", $"--address=/{vpn.Settings.DnsName}/{Outside}", "--log-queries",
                $"--log-facility={server.QuestionsPath}"]);
        server._daemon = lab.Start(
            server.Host, "openvpn", ["--config", server.Configure(vpn, revocationList), "--log", server.LogPath]);
        await Poll.UntilAsync("the DNS is up", () => server.Questions.Contains("started", StringComparison.Ordinal), () => server.Questions);
        await server.LogsAsync("Initialization Sequence Completed");
        await dns.IsRunningAsync();
        await server._daemon.IsRunningAsync();
        return server;
    }

    /// <summary>Takes what the endpoint has now, and begins again, as AWS does with a new list: all sessions end.</summary>
    public Task TakeAsync(LabClientVpn vpn)
    {
        Configure(vpn, revocationList: null);
        return _daemon.ReloadAsync();
    }

    /// <summary>Waits for words in the log.</summary>
    public Task LogsAsync(string words) =>
        Poll.UntilAsync($"the server logs {words}", () => Log.Contains(words, StringComparison.Ordinal), () => Log);

    /// <summary>Waits until somebody is refused.</summary>
    /// <param name="reason">OpenSSL's words for it.</param>
    /// <param name="commonName">The name in the certificate.</param>
    public Task RefusesAsync(string reason, string commonName)
    {
        var refusal = new Regex($"VERIFY ERROR: depth=0, error={Regex.Escape(reason)}: .*CN={Regex.Escape(commonName)}[,\\s]");
        return Poll.UntilAsync($"the server refuses {commonName}: {reason}", () => refusal.IsMatch(Log), () => Log);
    }

    /// <summary>Makes a host on a cable of its own, whose way to everywhere is the server.</summary>
    public async Task<(string Host, int Number)> PlugInAsync()
    {
        int number = ++_plugs;
        string host = await _lab.HostAsync($"c{number}");
        await _lab.LinkAsync((Host, $"c{number}", Outside), (host, "wan", $"203.0.113.{number}"));
        await _lab.IpAsync(host, $"route add default via {Outside} dev wan onlink");
        return (host, number);
    }

    // Without dco, which not each kernel has.
    private string Configure(LabClientVpn vpn, string? revocationList)
    {
        EndpointSettings settings = vpn.Settings;
        string? list = revocationList ?? (vpn.RevocationList is { } pem ? _lab.Write("server.crl.pem", pem) : null);
        return _lab.Write("server.conf", $"""
            local {Outside}
            port {settings.Port}
            proto {(settings.Protocol == "tcp" ? "tcp-server" : "udp")}
            dev tun
            disable-dco
            topology subnet
            server {Masked(settings.Clients)}
            ca {_lab.Write("server.ca.pem", vpn.Chain)}
            cert {_lab.Write("server.crt.pem", vpn.ServerCertificate)}
            key {vpn.ServerKeyFile}
            dh none
            tls-version-min 1.2
            data-ciphers AES-256-GCM
            remote-cert-tls client
            verify-client-cert require
            {(list is null ? "" : $"crl-verify {list}")}
            keepalive 1 20
            {(settings.Protocol == "udp" ? "explicit-exit-notify 1" : "")}
            reneg-sec 0
            {string.Join('\n', Pushed(settings).Select(option => $"push \"{option}\""))}
            """);
    }

    private static IEnumerable<string> Pushed(EndpointSettings settings)
    {
        if (!settings.SplitTunnel) yield return "redirect-gateway def1";
        foreach (Cidr route in settings.Routes) yield return $"route {Masked(route)}";
        foreach (string address in settings.DnsServers) yield return $"dhcp-option DNS {address}";
    }

    private static string Masked(Cidr cidr)
    {
        uint mask = BinaryPrimitives.ReverseEndianness(uint.MaxValue << (32 - cidr.PrefixLength));
        return $"{cidr.ToString().Split('/')[0]} {new IPAddress(mask)}";
    }
}
