namespace NetConnect;

/// <summary>The request that makes a connection.</summary>
public sealed record VpnCreation
{
    /// <summary>The customer gateway.</summary>
    public required string CustomerGatewayId { get; init; }

    /// <summary>The virtual private gateway that it ends at; or else a transit gateway.</summary>
    public string? VpnGatewayId { get; init; }

    /// <summary>The transit gateway that it ends at; or else a virtual private gateway.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>Whether routes are given by hand, instead of learnt by BGP.</summary>
    public bool StaticRoutesOnly { get; init; }

    /// <summary>The network behind the device that may use the tunnels; null for any.</summary>
    public string? LocalIpv4NetworkCidr { get; init; }

    /// <summary>The network on the AWS side that may use the tunnels; null for any.</summary>
    public string? RemoteIpv4NetworkCidr { get; init; }

    /// <summary>The IPv6 network behind the device that may use the tunnels; null for any.</summary>
    public string? LocalIpv6NetworkCidr { get; init; }

    /// <summary>The IPv6 network on the AWS side that may use the tunnels; null for any.</summary>
    public string? RemoteIpv6NetworkCidr { get; init; }

    /// <summary>What the tunnels carry: <c>ipv4</c> or <c>ipv6</c>; null for the former.</summary>
    public string? TunnelInsideIpVersion { get; init; }

    /// <summary>What may pass through a tunnel: <c>standard</c> or <c>large</c>; null for the former.</summary>
    public string? TunnelBandwidth { get; init; }

    /// <summary>The outside addresses: <c>PublicIpv4</c>, <c>PrivateIpv4</c> or <c>Ipv6</c>; null for the first.</summary>
    public string? OutsideIpAddressType { get; init; }

    /// <summary>The Direct Connect attachment that carries a connection with private outside addresses.</summary>
    public string? TransportTransitGatewayAttachmentId { get; init; }

    /// <summary>Whether the tunnels take AWS's own network from the edge on; null for no.</summary>
    public bool? EnableAcceleration { get; init; }

    /// <summary>The options of none, one or both tunnels.</summary>
    public IReadOnlyList<VpnTunnelOption> Tunnels { get; init; } = [];

    /// <summary>Where AWS keeps the keys: <c>Standard</c> or <c>SecretsManager</c>; null for the former.</summary>
    public string? PreSharedKeyStorage { get; init; }

    /// <summary>The tags of the connection.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
