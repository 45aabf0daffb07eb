using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A strongSwan daemon on a host of the lab, with the ESP of its own process instead of the kernel's.</summary>
internal sealed class Charon
{
    // ESP in the process; addresses and routes by netlink.
    private const string Kernel = "kernel-libipsec kernel-netlink socket-default updown";

    private readonly Lab _lab;
    private readonly string _name;

    private Charon(Lab lab, string host, string name)
    {
        _lab = lab;
        Host = host;
        _name = name;
    }

    public string Host { get; }

    /// <summary>What it logged so far.</summary>
    public string Log => LabFile.Read(LogPath);

    /// <summary>Where it takes commands.</summary>
    public string Socket => Path.Combine(_lab.Folder, $"{_name}.vici");

    private string LogPath => Path.Combine(_lab.Folder, $"{_name}.log");

    /// <summary>Starts charon as systemd would, and waits until it takes commands.</summary>
    public static async Task<Charon> StartAsync(Lab lab, string host, string name, bool sharesHost = false)
    {
        var charon = new Charon(lab, host, name);
        string settings = lab.Write($"{name}.conf", charon.Settings("charon-systemd", "", sharesHost));
        LabDaemon daemon = lab.Start(host, "charon-systemd", [], new Dictionary<string, string> { ["STRONGSWAN_CONF"] = settings });
        await charon.IsListeningAsync(daemon);
        return charon;
    }

    /// <summary>Starts charon by the older starter, which reads ipsec.conf and its secrets.</summary>
    public static async Task<Charon> StartAsync(Lab lab, string host, string name, string ipsecConf, string secrets)
    {
        var charon = new Charon(lab, host, name);
        string stroke = $"stroke {{\n      secrets_file = {secrets}\n    }}";
        string settings = lab.Write($"{name}.conf", charon.Settings("charon", stroke, sharesHost: false));
        // It keeps its process ids and sockets in /run: in one of its own here.
        const string Command = "mount -t tmpfs tmpfs /run && exec \"$0\" --nofork --conf \"$1\"";
        LabDaemon daemon = lab.Start(
            host,
            "sh",
            ["-c", Command, LabProgram.Require("starter"), ipsecConf],
            new Dictionary<string, string> { ["STRONGSWAN_CONF"] = settings });
        await charon.IsListeningAsync(daemon);
        return charon;
    }

    /// <summary>Loads a swanctl.conf. swanctl ends well whatever is wrong with it, so its own count is what tells.</summary>
    public async Task LoadAsync(string text, int connections)
    {
        ProgramRun run = await SwanctlAsync("--load-all", "--clear", "--file", _lab.Write($"{_name}.swanctl.conf", text));
        Assert.Contains($"successfully loaded {connections} connections", run.Succeeded().Output, StringComparison.Ordinal);
    }

    public Task<ProgramRun> SwanctlAsync(params string[] arguments) =>
        _lab.RunAsync(LabProgram.Require("swanctl"), [.. arguments, "--uri", $"unix://{Socket}"]);

    /// <summary>The associations that carry traffic.</summary>
    public async Task<IReadOnlyList<SecurityAssociation>> AssociationsAsync() =>
        SecurityAssociation.Read((await SwanctlAsync("--list-sas", "--raw")).Output);

    /// <summary>Waits for a line in the log.</summary>
    public Task LogsAsync(string words) =>
        Poll.UntilAsync($"{_name} logs {words}", () => Log.Contains(words, StringComparison.Ordinal), () => Log);

    private async Task IsListeningAsync(LabDaemon daemon)
    {
        // The socket's file is there before anybody listens.
        await Poll.UntilAsync($"{_name} makes its socket", () => File.Exists(Socket), () => Log);
        await daemon.IsRunningAsync();
        await Poll.UntilAsync($"{_name} listens", () => SwanctlAsync("--stats"), run => run.ExitCode == 0, () => Log);
    }

    // Lists of plugins are given in full, so that the machine's own strongswan.d plays no part.
    private string Settings(string section, string plugin, bool sharesHost) =>
        $$"""
        {{section}} {
          load_modular = no
          load = random nonce openssl pem pkcs1 pkcs8 x509 revocation constraints pubkey kdf vici stroke {{Kernel}}
          routing_table_prio = 40000
          retransmit_tries = 2
          retransmit_timeout = 1
          {{(sharesHost ? "port = 0\n  port_nat_t = 0" : "")}}
          plugins {
            vici {
              socket = unix://{{Socket}}
            }
            {{(plugin.Length == 0 ? "stroke {\n      load = no\n    }" : plugin)}}
          }
          filelog {
            log {
              path = {{LogPath}}
              default = 1
              flush_line = yes
            }
          }
        }
        """;
}
