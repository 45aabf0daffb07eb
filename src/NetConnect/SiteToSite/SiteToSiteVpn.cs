namespace NetConnect;

/// <summary>A site-to-site VPN connection with its gateways, tunnels and routes.</summary>
public sealed record SiteToSiteVpn
{
    /// <summary>The id, <c>vpn-…</c>.</summary>
    public string VpnConnectionId { get; init; } = "";

    /// <summary>The Name tag, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;

    /// <summary>The state as AWS names it: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The Region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The customer gateway, <c>cgw-…</c>.</summary>
    public string CustomerGatewayId { get; init; } = "";

    /// <summary>The public address of the device; null where it was not read, or where a certificate stands for it.</summary>
    public string? CustomerGatewayIpAddress { get; init; }

    /// <summary>The BGP autonomous system number of the device.</summary>
    public long? CustomerGatewayAsn { get; init; }

    /// <summary>The virtual private gateway, or null.</summary>
    public string? VpnGatewayId { get; init; }

    /// <summary>The transit gateway, or null.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>What joins the connection to the transit gateway, <c>tgw-attach-…</c>, or null.</summary>
    public string? TransitGatewayAttachmentId { get; init; }

    /// <summary>The transit gateway's route table by which what comes from the device is routed, or null.</summary>
    public string? AssociationRouteTableId { get; init; }

    /// <summary>The BGP autonomous system number of the AWS end.</summary>
    public long? AmazonSideAsn { get; init; }

    /// <summary>The VPC that the virtual private gateway is attached to, or null.</summary>
    public string? VpcId { get; init; }

    /// <summary>Whether routes are given by hand, instead of learnt by BGP.</summary>
    public bool StaticRoutesOnly { get; init; }

    /// <summary>The network behind the device that may use the tunnels (0.0.0.0/0: any).</summary>
    public string? LocalIpv4NetworkCidr { get; init; }

    /// <summary>The network on the AWS side that may use the tunnels (0.0.0.0/0: any).</summary>
    public string? RemoteIpv4NetworkCidr { get; init; }

    /// <summary>The IPv6 network behind the device that may use the tunnels, where they carry IPv6 (::/0: any).</summary>
    public string? LocalIpv6NetworkCidr { get; init; }

    /// <summary>The IPv6 network on the AWS side that may use the tunnels, where they carry IPv6 (::/0: any).</summary>
    public string? RemoteIpv6NetworkCidr { get; init; }

    /// <summary>What the tunnels carry: <c>ipv4</c> or <c>ipv6</c>.</summary>
    public string? TunnelInsideIpVersion { get; init; }

    /// <summary>What may pass through a tunnel: <c>standard</c> (1.25 Gbit/s) or <c>large</c> (5 Gbit/s).</summary>
    public string? TunnelBandwidth { get; init; }

    /// <summary>The outside addresses: <c>PublicIpv4</c>, <c>PrivateIpv4</c> or <c>Ipv6</c>.</summary>
    public string? OutsideIpAddressType { get; init; }

    /// <summary>The Direct Connect attachment that carries a connection with private outside addresses, or null.</summary>
    public string? TransportTransitGatewayAttachmentId { get; init; }

    /// <summary>Whether the tunnels take AWS's own network from the edge location next to the device.</summary>
    public bool EnableAcceleration { get; init; }

    /// <summary>The tunnels.</summary>
    public IReadOnlyList<VpnTunnel> Tunnels { get; init; } = [];

    /// <summary>How the tunnels stood when the connection was read.</summary>
    public IReadOnlyList<VpnTunnelStatus> TunnelStatus { get; init; } = [];

    /// <summary>The destinations of the static routes to the network behind the device: of the connection, or of the transit gateway's tables.</summary>
    public IReadOnlyList<string> StaticRoutes { get; init; } = [];

    /// <summary>The static routes to the connection in the transit gateway's route tables.</summary>
    public IReadOnlyList<TransitGatewayRoute> TransitGatewayRoutes { get; init; } = [];

    /// <summary>The route tables that learn the connection's routes: of the VPC, or of the transit gateway.</summary>
    public IReadOnlyList<string> PropagatingRouteTableIds { get; init; } = [];

    /// <summary>The tags of the connection.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => VpnConnectionId;
}
