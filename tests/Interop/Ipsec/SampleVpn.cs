using NetConnect.Addressing;
using NetConnect.Devices;
using NetConnect.SiteToSite;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A connection for readers of files alone, handed to the operation that Export-VpnDeviceConfig calls.</summary>
internal static class SampleVpn
{
    public static readonly string[] Outside = ["203.0.113.9", "203.0.113.10"];

    /// <summary>A connection with these options in both tunnels, and keys as NetConnect makes them.</summary>
    public static DeviceConfigInput Input(VpnTunnelOption options, bool usesBgp = false) => new()
    {
        Vpn = new()
        {
            VpnConnectionId = "vpn-0123456789abcdef0",
            CustomerGatewayId = "cgw-0123456789abcdef0",
            CustomerGatewayIpAddress = "198.51.100.10",
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
}
