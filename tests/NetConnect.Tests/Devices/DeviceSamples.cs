using System.Net;
using System.Security;
using NetConnect.Addressing;
using NetConnect.Devices;
using NetConnect.SiteToSite;

namespace NetConnect.Tests.Devices;

/// <summary>A connection of two tunnels, in variants.</summary>
internal static class DeviceSamples
{
    public const string Vpn = "vpn-0123456789abcdef0";
    public const string Device = "198.51.100.10";
    public const string First = "203.0.113.9";
    public const string Second = "203.0.113.10";
    public const string FirstKey = "first.key_of.the_tunnel.1";
    public const string SecondKey = "second_key.of_the.tunnel_2";

    /// <summary>The option sets that formats are tried with; what a tunnel has to itself is filled in.</summary>
    public static IReadOnlyDictionary<string, VpnTunnelOption> OptionSets { get; } = new Dictionary<string, VpnTunnelOption>
    {
        ["defaults"] = new(),
        ["Compatible"] = VpnTunnelPresets.Get("Compatible").Option,
        ["Recommended"] = VpnTunnelPresets.Get("Recommended").Option,
        ["CNSA"] = VpnTunnelPresets.Get("CNSA").Option,
        ["IKEv1"] = VpnTunnelPresets.Get("Compatible").Option with { IkeVersions = ["ikev1"] },
        ["one of each"] = new()
        {
            Phase1EncryptionAlgorithms = ["AES256"],
            Phase1IntegrityAlgorithms = ["SHA2-256"],
            Phase1DHGroupNumbers = [14],
            Phase1LifetimeSeconds = 7200,
            Phase2EncryptionAlgorithms = ["AES128-GCM-16"],
            Phase2IntegrityAlgorithms = ["SHA2-256"],
            Phase2DHGroupNumbers = [19],
            Phase2LifetimeSeconds = 1800,
            RekeyMarginTimeSeconds = 120,
            ReplayWindowSize = 128,
            DpdTimeoutSeconds = 60,
        },
    };

    public static DeviceConfigInput Static(VpnTunnelOption options) => new()
    {
        Vpn = new()
        {
            VpnConnectionId = Vpn,
            CustomerGatewayId = "cgw-0123456789abcdef0",
            CustomerGatewayIpAddress = Device,
            VpnGatewayId = "vgw-0123456789abcdef0",
            StaticRoutesOnly = true,
            StaticRoutes = ["192.168.0.0/16"],
            // Not in the order of their addresses: EC2's order is not stable.
            Tunnels =
            [
                new() { OutsideIpAddress = Second, Options = options with { TunnelInsideCidr = "169.254.20.4/30" } },
                new() { OutsideIpAddress = First, Options = options with { TunnelInsideCidr = "169.254.10.0/30" } },
            ],
        },
        PreSharedKeys = new Dictionary<string, SecureString> { [First] = Secure(FirstKey), [Second] = Secure(SecondKey) },
        Settings = new() { RemoteNetworks = [Cidr.Parse("10.1.0.0/16"), Cidr.Parse("10.2.0.0/16")] },
    };

    public static DeviceConfigInput Bgp(VpnTunnelOption options)
    {
        DeviceConfigInput input = Static(options);
        return input with
        {
            Vpn = input.Vpn with { StaticRoutesOnly = false, StaticRoutes = [], CustomerGatewayAsn = 65010, AmazonSideAsn = 64512 },
            Settings = new() { LocalNetworks = [Cidr.Parse("192.168.0.0/16")] },
        };
    }

    public static DeviceConfigInput Of(string options, bool usesBgp) => usesBgp ? Bgp(OptionSets[options]) : Static(OptionSets[options]);

    public static DeviceConfig Render(string format, DeviceConfigInput input) => DeviceFormats.Get(format).Render(input);

    public static string Text(string format, DeviceConfigInput input) =>
        string.Concat(Render(format, input).Files.Select(file => file.Text));

    public static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;
}
