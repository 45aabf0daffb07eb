using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>The site-to-site VPN that a user asks for.</summary>
public sealed record VpnRequest
{
    /// <summary>The VPC to join, an id or a Name tag; or else a transit gateway.</summary>
    public string? VpcId { get; init; }

    /// <summary>The transit gateway to join, an id or a Name tag; or else a VPC.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>The address of the device: a public IPv4 one, or of the kind that <see cref="OutsideIpAddressType"/> says.</summary>
    public required string CustomerGatewayIpAddress { get; init; }

    /// <summary>The BGP autonomous system number of the device (1 to 4,294,967,295).</summary>
    public long CustomerGatewayAsn { get; init; } = 65000;

    /// <summary>The name that tells devices of equal address and number apart, or null.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The BGP autonomous system number of the AWS end, where a gateway has to be made; null leaves it to AWS (64512).</summary>
    public long? AmazonSideAsn { get; init; }

    /// <summary>Whether routes are given by hand instead of learnt by BGP. Static routes imply it.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The networks behind the device, of a static connection.</summary>
    public IReadOnlyCollection<Cidr> StaticRoutes { get; init; } = [];

    /// <summary>The transit gateway's route table, by id or Name tag, by which what comes from the device is routed; null leaves it to the gateway.</summary>
    public string? AssociationRouteTable { get; init; }

    /// <summary>The transit gateway's route tables, by id or Name tag, that learn the connection's routes and hold its static ones; none leaves it to the
    /// gateway.</summary>
    public IReadOnlyCollection<string> PropagationRouteTables { get; init; } = [];

    /// <summary>The route tables of the VPC that learn the connection's routes; null for none.</summary>
    public RouteTableSelection? Propagation { get; init; }

    /// <summary>The options of none, one or both tunnels.</summary>
    public IReadOnlyList<VpnTunnelOption> Tunnels { get; init; } = [];

    /// <summary>The network behind the device that may use the tunnels; null for any.</summary>
    public Cidr? LocalIpv4NetworkCidr { get; init; }

    /// <summary>The network on the AWS side that may use the tunnels; null for any.</summary>
    public Cidr? RemoteIpv4NetworkCidr { get; init; }

    /// <summary>The IPv6 network behind the device that may use the tunnels; null for any.</summary>
    public Cidr? LocalIpv6NetworkCidr { get; init; }

    /// <summary>The IPv6 network on the AWS side that may use the tunnels; null for any.</summary>
    public Cidr? RemoteIpv6NetworkCidr { get; init; }

    /// <summary>What the tunnels carry: <c>ipv4</c> or <c>ipv6</c>; null for the former.</summary>
    public string? TunnelInsideIpVersion { get; init; }

    /// <summary>What may pass through a tunnel: <c>standard</c> or <c>large</c>; null for the former.</summary>
    public string? TunnelBandwidth { get; init; }

    /// <summary>The outside addresses: <c>PublicIpv4</c>, <c>PrivateIpv4</c> or <c>Ipv6</c>; null for the first.</summary>
    public string? OutsideIpAddressType { get; init; }

    /// <summary>The Direct Connect attachment that carries a connection with private outside addresses.</summary>
    public string? TransportTransitGatewayAttachmentId { get; init; }

    /// <summary>Whether the tunnels take AWS's own network from the edge location next to the device; null for no.</summary>
    public bool? EnableAcceleration { get; init; }

    /// <summary>Where AWS keeps the keys: <c>Standard</c> or <c>SecretsManager</c>; null for the former.</summary>
    public string? PreSharedKeyStorage { get; init; }

    /// <summary>Tags for the connection, and for the gateways that have to be made.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether to give the connection back before it is available. Static routes then wait for the next run.</summary>
    public bool NoWait { get; init; }
}
