using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Ipsec;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Bgp;

/// <summary>BIRD as AWS's end of BGP: it announces the VPC and takes what the device announces.</summary>
internal sealed class Bird
{
    private readonly Lab _lab;
    private readonly string _socket;

    private Bird(Lab lab, string socket)
    {
        _lab = lab;
        _socket = socket;
    }

    public static async Task<Bird> StartAsync(Lab lab, string host, string name, LabVpn vpn, LabTunnel tunnel)
    {
        string file = lab.Write(
            $"{name}.bird.conf",
            $$"""
            router id {{tunnel.AwsInside}};
            protocol device {
            }
            protocol direct {
                ipv4;
            }
            protocol kernel {
                ipv4 { export all; };
            }
            protocol static vpc {
                ipv4;
                route 10.1.0.0/16 blackhole;
            }
            protocol bgp customer {
                local {{tunnel.AwsInside}} as {{vpn.AwsAsn}};
                neighbor {{tunnel.DeviceInside}} as {{vpn.DeviceAsn}};
                hold time 30;
                connect retry time 1;
                error wait time 1, 2;
                ipv4 { import all; export where proto = "vpc"; };
            }
            """);
        var bird = new Bird(lab, Path.Combine(lab.Folder, $"{name}.bird.ctl"));
        LabDaemon daemon = lab.Start(host, "bird", ["-f", "-c", file, "-s", bird._socket]);
        await Poll.UntilAsync($"{name} makes its socket", () => File.Exists(bird._socket));
        await daemon.IsRunningAsync();
        await Poll.UntilAsync($"{name} listens", () => bird.RunAsync("show status"), run => run.ExitCode == 0);
        return bird;
    }

    public async Task<string> ShowAsync(string command) => (await RunAsync(command)).Succeeded().Output;

    private Task<ProgramRun> RunAsync(string command) =>
        _lab.RunAsync(LabProgram.Require("birdc"), ["-s", _socket, .. command.Split(' ')]);
}
