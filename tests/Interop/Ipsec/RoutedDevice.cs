using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A device on one host, whose exported script makes its routes, and an address of the VPC at both of AWS's ends.</summary>
internal sealed class RoutedDevice
{
    public const string Own = "192.168.0.1";
    public const string Vpc = "10.1.0.1";

    private readonly Lab _lab;
    private readonly LabVpn _vpn;
    private readonly TwoTunnels _tunnels;

    private RoutedDevice(Lab lab, LabVpn vpn, TwoTunnels tunnels)
    {
        _lab = lab;
        _vpn = vpn;
        _tunnels = tunnels;
    }

    public string Host => _tunnels.DeviceHosts[0];

    /// <summary>The daemons, one for each tunnel.</summary>
    public List<Charon> Daemons { get; } = [];

    /// <summary>The program that gives the device's daemons what is exported now, and begins the tunnel of an outside address again.</summary>
    public string Take { get; private set; } = "";

    public static async Task<RoutedDevice> StartAsync(Lab lab, LabVpn vpn, TwoTunnels tunnels)
    {
        var device = new RoutedDevice(lab, vpn, tunnels);
        await lab.IpAsync(device.Host, $"addr add {Own}/32 dev lo");
        List<string> sockets = [];
        for (int i = 0; i < vpn.Tunnels.Count; i++)
        {
            Charon daemon = await Charon.StartAsync(lab, device.Host, $"device{i}", sharesHost: i > 0);
            sockets.Add(daemon.Socket);
            device.Daemons.Add(daemon);
            string aws = tunnels.Aws[i].Host;
            await lab.IpAsync(aws, $"addr add {Vpc}/32 dev lo");
            await lab.IpAsync(aws, $"route add {Own}/32 dev ipsec0 src {Vpc}");
        }
        device.Take = lab.Write("take.sh", device.Program(sockets));
        foreach (LabTunnel tunnel in vpn.Tunnels) (await lab.RunAsync("sh", device.Take, tunnel.Outside)).Succeeded();
        return device;
    }

    // Else the export is as it is: each daemon starts its own tunnel and not both; the files that it names are in the lab's folder; and the script
    // uses the daemon's TUN device, from which it takes the routes instead of taking it down, because this ESP needs the device.
    private string Program(List<string> sockets) =>
        $$"""
        set -eu
        cd {{_lab.Folder}}
        case "$1" in
        {{string.Join("\n", _vpn.Tunnels.Select((tunnel, i) => $"{tunnel.Outside}) number={i} socket={sockets[i]} child={_tunnels.Child(i)} ;;"))}}
        esac
        if [ -f taken ]; then
            # AWS has taken the tunnel down, or is about to; then the other one carries the traffic.
            while {{LabProgram.Require("swanctl")}} --list-sas --uri "unix://$socket" | grep -q INSTALLED; do sleep 0.1; done
            ip netns exec {{Host}} ping -c 1 -w 50 -I {{Own}} {{Vpc}}
        fi
        sed -e 's/start_action = start/start_action = none/' -e "s|/etc/swanctl/.*|{{_lab.Folder}}/updown$number|" \
            {{_vpn.ExportedFile("swanctl")}} >device$number.conf
        sed -e 's|/run/|{{_lab.Folder}}/|' -e "s/^interface=.*/interface=ipsec$number/" \
            -e 's/ip link set dev "$interface" down/ip route flush table main dev "$interface"/' {{_vpn.ExportedFile("swanctl", ".updown")}} >updown$number
        chmod u=rwx updown$number
        {{LabProgram.Require("swanctl")}} --load-all --clear --file device$number.conf --uri "unix://$socket"
        # The daemon may have begun by itself already, with either key.
        until {{LabProgram.Require("swanctl")}} --list-sas --uri "unix://$socket" | grep -q INSTALLED; do
            {{LabProgram.Require("swanctl")}} --initiate --child "$child" --timeout 50 --uri "unix://$socket" || sleep 0.2
        done
        [ "$1" != {{_vpn.Tunnels[^1].Outside}} ] || touch taken
        """;
}
