using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>The options of a connection that both its tunnels share.</summary>
internal sealed class VpnConnectionOptions
{
    public bool StaticRoutesOnly { get; init; }

    public bool EnableAcceleration { get; init; }

    public bool InsideIpv6 { get; init; }

    public string OutsideIpAddressType { get; init; } = "PublicIpv4";

    public string? TransportAttachmentId { get; init; }

    public string Bandwidth { get; set; } = "standard";

    /// <summary>The network behind the device.</summary>
    public string? LocalNetwork { get; set; }

    /// <summary>The network on the AWS side.</summary>
    public string? RemoteNetwork { get; set; }

    /// <summary>Any network, in the protocol that runs inside of the tunnels.</summary>
    public string AnyNetwork => InsideIpv6 ? "::/0" : "0.0.0.0/0";

    /// <summary>How the networks are called in parameters and, but for the first letter, in answers.</summary>
    public (string Local, string Remote) NetworkNames =>
        InsideIpv6 ? ("LocalIpv6NetworkCidr", "RemoteIpv6NetworkCidr") : ("LocalIpv4NetworkCidr", "RemoteIpv4NetworkCidr");

    public void Write(XmlAnswer node) => node
        .Flag("enableAcceleration", EnableAcceleration).Flag("staticRoutesOnly", StaticRoutesOnly)
        .Text(InsideIpv6 ? "localIpv6NetworkCidr" : "localIpv4NetworkCidr", LocalNetwork ?? AnyNetwork)
        .Text(InsideIpv6 ? "remoteIpv6NetworkCidr" : "remoteIpv4NetworkCidr", RemoteNetwork ?? AnyNetwork)
        .Text("outsideIpAddressType", OutsideIpAddressType).Text("transportTransitGatewayAttachmentId", TransportAttachmentId)
        .Text("tunnelInsideIpVersion", InsideIpv6 ? "ipv6" : "ipv4").Text("tunnelBandwidth", Bandwidth);
}
