using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Bgp;

/// <summary>FRRouting's zebra and bgpd on a host of the lab.</summary>
internal sealed class Frr
{
    private readonly Lab _lab;
    private readonly string _folder;

    private Frr(Lab lab, string folder)
    {
        _lab = lab;
        _folder = folder;
    }

    /// <summary>Starts both daemons from one configuration.</summary>
    public static async Task<Frr> StartAsync(Lab lab, string host, string configuration)
    {
        string file = lab.Write("frr/frr.conf", configuration);
        var frr = new Frr(lab, Path.GetDirectoryName(file)!);
        // The daemons become the user frr.
        (await lab.RunAsync("chmod", "a=rwx", frr._folder)).Succeeded();
        foreach (string name in new[] { "zebra", "bgpd" })
        {
            string[] own = name == "bgpd" ? ["-p", "179"] : [];
            string[] sockets = ["--vty_socket", frr._folder, "-z", $"{frr._folder}/zserv.api", "-i", $"{frr._folder}/{name}.pid"];
            LabDaemon daemon = lab.Start(host, name, [.. sockets, "-A", "127.0.0.1", "-P", "0", "-f", file, .. own]);
            await Poll.UntilAsync($"{name} makes its socket", () => File.Exists($"{frr._folder}/{name}.vty"));
            await daemon.IsRunningAsync();
            await Poll.UntilAsync($"{name} listens", () => frr.RunAsync("-d", name, "-c", "show version"), run => run.ExitCode == 0);
        }
        return frr;
    }

    public async Task<string> ShowAsync(string command) => (await RunAsync("-c", command)).Succeeded().Output;

    private Task<ProgramRun> RunAsync(params string[] arguments) =>
        _lab.RunAsync(LabProgram.Require("vtysh"), ["--vty_socket", _folder, .. arguments]);
}
