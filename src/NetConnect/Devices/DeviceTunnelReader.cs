using System.Net;
using System.Security;
using NetConnect.Addressing;
using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>Reads a tunnel's options in the words of a device, and notes what is lost.</summary>
internal sealed class DeviceTunnelReader(
    SiteToSiteVpn vpn,
    DeviceVocabulary vocabulary,
    IReadOnlyDictionary<string, SecureString> keys,
    bool encapsulatesInUdp,
    List<string> notes)
{
    public DeviceTunnel Read(VpnTunnel tunnel, int number)
    {
        VpnTunnelOption options = tunnel.Options;
        string text = options.TunnelInsideIpv6Cidr ?? options.TunnelInsideCidr
            ?? throw DevicePlanner.Incomplete(
                vpn, $"the inside CIDR of {tunnel.OutsideIpAddress} is not known", "Wait until the connection is available.");
        var inside = Cidr.Parse(text);
        if (inside.IsIpv6 && !vocabulary.HasIpv6Inside)
            throw NotCapable(
                tunnel,
                $"The format for {vocabulary.Device} is not written for IPv6 inside tunnels",
                "Choose swanctl, ipsecconf, libreswan, frr, bird or json.");
        int version = Version(tunnel);
        var algorithms = new DeviceAlgorithms(vocabulary, tunnel, version, notes);
        DeviceSuite phase2 = algorithms.Phase2();
        return new()
        {
            Number = number,
            Name = $"{vpn.VpnConnectionId}-tunnel{number}",
            InterfaceNumber = InterfaceNumber(inside),
            OutsideAddress = tunnel.OutsideIpAddress,
            AwsInside = Address(inside, 1),
            DeviceInside = Address(inside, 2),
            InsidePrefixLength = inside.PrefixLength,
            Key = Key(tunnel),
            IkeVersion = version,
            Phase1 = algorithms.Phase1(),
            Phase2 = phase2,
            Phase1Lifetime = options.Phase1LifetimeSeconds ?? VpnTunnelOptionValues.DefaultPhase1LifetimeSeconds,
            Phase2Lifetime = options.Phase2LifetimeSeconds ?? VpnTunnelOptionValues.DefaultPhase2LifetimeSeconds,
            RekeyMargin = options.RekeyMarginTimeSeconds ?? VpnTunnelOptionValues.DefaultRekeyMarginTimeSeconds,
            ReplayWindow = options.ReplayWindowSize ?? VpnTunnelOptionValues.DefaultReplayWindowSize,
            DpdTimeout = options.DpdTimeoutSeconds ?? VpnTunnelOptionValues.DefaultDpdTimeoutSeconds,
            Mtu = TunnelMtu.Least(
                phase2.Ciphers.Select(c => c.Name),
                [.. phase2.Integrities.Select(i => i.Name)],
                encapsulatesInUdp,
                tunnel.OutsideIpAddress.Contains(':')),
        };
    }

    internal static NetConnectException NotCapable(VpnTunnel tunnel, string why, string wayOut) =>
        new(ErrorIds.DeviceNotCapable, ErrorKind.InvalidInput, $"{why}. {wayOut}", tunnel.OutsideIpAddress);

    private int Version(VpnTunnel tunnel)
    {
        IReadOnlyList<string> versions = tunnel.Options.IkeVersions ?? VpnTunnelOptionValues.IkeVersions;
        if (versions.Contains("ikev2")) return 2;
        return vocabulary.HasIkev1
            ? 1
            : throw NotCapable(tunnel, $"{vocabulary.Device} speaks IKEv2 only, and tunnel {tunnel.OutsideIpAddress} allows IKEv1 only",
                "Allow ikev2 with Set-VpnTunnelOption.");
    }

    private string Key(VpnTunnel tunnel) => keys.TryGetValue(tunnel.OutsideIpAddress, out SecureString? key)
        ? PreSharedKeys.Read(key)
        : KeyPlaceholder.Of(tunnel.OutsideIpAddress);

    private static string Address(Cidr inside, byte host)
    {
        byte[] bytes = IPAddress.Parse(inside.ToString().Split('/')[0]).GetAddressBytes();
        bytes[bytes.Length - 1] += host;
        return new IPAddress(bytes).ToString();
    }

    // The last two bytes of the device's inside address: all of 169.254.0.0/16 that differs.
    private static int InterfaceNumber(Cidr inside)
    {
        byte[] bytes = IPAddress.Parse(Address(inside, 2)).GetAddressBytes();
        return (bytes[bytes.Length - 2] << 8) | bytes[bytes.Length - 1];
    }
}
