using System.Xml.Linq;
using NetConnect.Sandbox.Ec2.Vpn.Tunnels;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>
/// The XML that EC2 gives for the device. Its addresses and keys are those of the tunnels, but its algorithms and times never change: it
/// says SHA-1, AES-128 and group 2 also where a tunnel refuses them (aws/aws-cli#9421).
/// </summary>
internal static class CustomerGatewayConfiguration
{
    private const int HoldTime = 30;

    public static string Of(VpnConnection connection)
    {
        var root = new XElement("vpn_connection", new XAttribute("id", connection.Id),
            new XElement("customer_gateway_id", connection.CustomerGateway.Id),
            new XElement("vpn_gateway_id", connection.VpnGateway?.Id ?? ""),
            new XElement("vpn_connection_type", VpnGateway.Type),
            connection.StaticRoutesOnly ? new XElement("vpn_connection_attributes", "NoBGPVPNConnection") : null,
            connection.Tunnels.Select(tunnel => Tunnel(connection, tunnel)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString().Replace("\r\n", "\n");
    }

    private static XElement Tunnel(VpnConnection connection, VpnTunnel tunnel) => new("ipsec_tunnel",
        End("customer_gateway", tunnel, connection.CustomerGateway.IpAddress, connection.CustomerGateway.BgpAsn, 2),
        End("vpn_gateway", tunnel, tunnel.OutsideIpAddress, connection.Target.AmazonSideAsn, 1),
        new XElement("ike",
            new XElement("authentication_protocol", "sha1"),
            new XElement("encryption_protocol", "aes-128-cbc"),
            new XElement("lifetime", 28800),
            new XElement("perfect_forward_secrecy", "group2"),
            new XElement("mode", "main"),
            new XElement("pre_shared_key", tunnel.ShownKey)),
        new XElement("ipsec",
            new XElement("protocol", "esp"),
            new XElement("authentication_protocol", "hmac-sha1-96"),
            new XElement("encryption_protocol", "aes-128-cbc"),
            new XElement("lifetime", 3600),
            new XElement("perfect_forward_secrecy", "group2"),
            new XElement("mode", "tunnel"),
            new XElement("clear_df_bit", true),
            new XElement("fragmentation_before_encryption", true),
            new XElement("tcp_mss_adjustment", 1379),
            new XElement("dead_peer_detection", new XElement("interval", 10), new XElement("retries", 3))));

    // Of the two usable addresses of a /30 or /126 the first is AWS's.
    private static XElement End(string name, VpnTunnel tunnel, string? outside, long asn, int host) => new(name,
        new XElement("tunnel_outside_address", new XElement("ip_address", outside)),
        new XElement("tunnel_inside_address",
            new XElement("ip_address", tunnel.Options.InsideCidr!.Part(32, host).ToString().Split('/')[0]),
            new XElement("network_mask", "255.255.255.252"),
            new XElement("network_cidr", 30)),
        tunnel.Options.InsideIpv6Cidr is { } ipv6
            ? new XElement("tunnel_inside_ipv6_address",
                new XElement("ip_address", ipv6.Part(128, host).ToString().Split('/')[0]), new XElement("prefix_length", 126))
            : null,
        tunnel.Connection.StaticRoutesOnly
            ? null
            : new XElement("bgp", new XElement("asn", asn), new XElement("hold_time", HoldTime)));
}
