using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>What a tunnel's options are checked against besides themselves. What is not known is not checked.</summary>
internal sealed record VpnTunnelOptionContext
{
    /// <summary>Whether the connection ends at a transit gateway, or else at a virtual private one; null where that is not known yet.</summary>
    public bool? IsTransitGateway { get; init; }

    /// <summary>Whether the tunnels carry IPv6, or else IPv4; null where that is not known yet.</summary>
    public bool? InsideIsIpv6 { get; init; }

    /// <summary>Whether the customer gateway has an address; false where a certificate stands for it.</summary>
    public bool? CustomerGatewayHasAddress { get; init; }

    /// <summary>The inside CIDRs that tunnels of the same gateway have and this one must not.</summary>
    public IReadOnlyCollection<Cidr> InsideCidrsInUse { get; init; } = [];

    /// <summary>The options that a tunnel has before they are changed; what stays null after the change is taken from here.</summary>
    public VpnTunnelOption? Current { get; init; }
}
