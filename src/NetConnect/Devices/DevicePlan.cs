namespace NetConnect.Devices;

/// <summary>A connection as a device sees it, with everything decided that does not depend on how the device is written to.</summary>
internal sealed record DevicePlan
{
    public required string VpnId { get; init; }

    public required string Device { get; init; }

    /// <summary>Whether the ends exchange routes by BGP.</summary>
    public required bool UsesBgp { get; init; }

    public long DeviceAsn { get; init; }

    public long AwsAsn { get; init; }

    /// <summary>Whether AWS spreads traffic over both tunnels; a virtual private gateway uses one at a time.</summary>
    public required bool UsesBothTunnels { get; init; }

    /// <summary>The address that the device has.</summary>
    public required string LocalAddress { get; init; }

    /// <summary>The address by which AWS knows the device; another than its own behind NAT.</summary>
    public required string LocalId { get; init; }

    public bool IsBehindNat => LocalAddress != LocalId;

    /// <summary>The networks behind the device.</summary>
    public required IReadOnlyList<string> LocalNetworks { get; init; }

    /// <summary>The networks on the AWS side.</summary>
    public required IReadOnlyList<string> RemoteNetworks { get; init; }

    /// <summary>What may go through a tunnel, at the device's end.</summary>
    public required string LocalSelector { get; init; }

    /// <summary>What may go through a tunnel, at AWS's end.</summary>
    public required string RemoteSelector { get; init; }

    /// <summary>The tunnels in the order of their outside addresses, so that the same connection always gives the same text.</summary>
    public required IReadOnlyList<DeviceTunnel> Tunnels { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The routes that the device needs by hand: none with BGP.</summary>
    public IReadOnlyList<string> StaticRoutes => UsesBgp ? [] : RemoteNetworks;

    /// <summary>Whether the tunnels carry IPv6 inside.</summary>
    public bool IsIpv6 => Tunnels[0].IsIpv6;

    /// <summary>The comment at the head of a file.</summary>
    public string Heading => $"{VpnId} for {Device}, made by NetConnect from the connection's live options.";
}
