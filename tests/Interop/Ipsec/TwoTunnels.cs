using System.Security;
using NetConnect.Addressing;
using NetConnect.Devices;
using NetConnect.Interop.Tests.Networks;
using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A connection of two tunnels, AWS's two ends of it as daemons, and the cables to the device.</summary>
/// <remarks>A daemon without the kernel's ESP has one place for all that goes to 0.0.0.0/0. So where packets are sent, each tunnel of the
/// device ends in a daemon of its own: either on a host of its own, with the whole export as it is, or both on one host.</remarks>
internal sealed class TwoTunnels(Lab lab, DeviceConfigInput input)
{
    public const string Device = "198.51.100.10";

    private static readonly TimeSpan s_up = TimeSpan.FromSeconds(20);

    public static readonly string[] Outside = ["203.0.113.9", "203.0.113.10"];
    public static readonly string[] AwsInside = ["169.254.10.1", "169.254.20.5"];
    public static readonly string[] DeviceInside = ["169.254.10.2", "169.254.20.6"];

    /// <summary>AWS's two ends, in the order of <see cref="Outside"/>.</summary>
    public List<Charon> Aws { get; } = [];

    /// <summary>The hosts of the device; the same one twice where it is one.</summary>
    public List<string> DeviceHosts { get; } = [];

    /// <summary>A connection with these options in both tunnels, and keys as NetConnect makes them.</summary>
    public static DeviceConfigInput Input(VpnTunnelOption options, bool usesBgp = false) => new()
    {
        Vpn = new()
        {
            VpnConnectionId = "vpn-0123456789abcdef0",
            CustomerGatewayId = "cgw-0123456789abcdef0",
            CustomerGatewayIpAddress = Device,
            CustomerGatewayAsn = 65010,
            AmazonSideAsn = 64512,
            TransitGatewayId = "tgw-0123456789abcdef0",
            StaticRoutesOnly = !usesBgp,
            StaticRoutes = usesBgp ? [] : ["192.168.0.0/16"],
            Tunnels =
            [
                new() { OutsideIpAddress = Outside[1], Options = options with { TunnelInsideCidr = "169.254.20.4/30" } },
                new() { OutsideIpAddress = Outside[0], Options = options with { TunnelInsideCidr = "169.254.10.0/30" } },
            ],
        },
        PreSharedKeys = Outside.ToDictionary(address => address, _ => PreSharedKeys.Generate()),
        Settings = usesBgp
            ? new() { LocalNetworks = [Cidr.Parse("192.168.0.0/16")] }
            : new() { RemoteNetworks = [Cidr.Parse("10.1.0.0/16")] },
    };

    /// <summary>Makes the hosts and AWS's ends.</summary>
    /// <param name="onOneHost">Whether the device is one host, with a cable to each end.</param>
    /// <param name="awsOptions">AWS's options of a tunnel by its number from 0, where they are to differ from what was exported.</param>
    /// <param name="awsKeys">AWS's keys, likewise.</param>
    public async Task BuildAsync(
        bool onOneHost = false,
        Func<int, VpnTunnelOption, VpnTunnelOption>? awsOptions = null,
        Func<int, SecureString, SecureString>? awsKeys = null)
    {
        for (int i = 0; i < Outside.Length; i++)
        {
            string aws = await lab.HostAsync($"a{i}");
            DeviceHosts.Add(onOneHost && i > 0 ? DeviceHosts[0] : await lab.HostAsync($"d{i}"));
            await lab.LinkAsync((DeviceHosts[i], $"aws{i}", Device), (aws, "device", Outside[i]));
            Charon charon = await Charon.StartAsync(lab, aws, $"aws{i}");
            VpnTunnel tunnel = input.Vpn.Tunnels.Single(t => t.OutsideIpAddress == Outside[i]);
            if (awsOptions is not null) tunnel = tunnel with { Options = awsOptions(i, tunnel.Options) };
            SecureString key = input.PreSharedKeys[Outside[i]];
            string awsKey = PreSharedKeys.Read(awsKeys?.Invoke(i, key) ?? key);
            await charon.LoadAsync(AwsSide.Swanctl(input.Vpn, tunnel, awsKey), connections: 1);
            Aws.Add(charon);
        }
    }

    /// <summary>Waits until AWS's end of a tunnel is up, and tells what was agreed upon.</summary>
    public async Task<SecurityAssociation> UpAsync(int tunnel) =>
        (await Poll.UntilAsync(
            $"tunnel {tunnel} is up", s_up, Aws[tunnel].AssociationsAsync, found => found.Count > 0, () => Aws[tunnel].Log))[0];

    /// <summary>Gives both ends of a tunnel their inside addresses and sends packets through until one comes back.</summary>
    public async Task PingAsync(int tunnel, string device = "ipsec0")
    {
        await lab.IpAsync(DeviceHosts[tunnel], $"addr replace {DeviceInside[tunnel]}/30 dev {device}");
        await lab.IpAsync(Aws[tunnel].Host, $"addr replace {AwsInside[tunnel]}/30 dev ipsec0");
        await Poll.UntilAsync(
            $"a packet through tunnel {tunnel}",
            s_up,
            () => lab.RunOnAsync(DeviceHosts[tunnel], "ping", "-c", "1", "-W", "1", "-I", DeviceInside[tunnel], AwsInside[tunnel]),
            run => run.ExitCode == 0,
            () => Aws[tunnel].Log);
    }
}
