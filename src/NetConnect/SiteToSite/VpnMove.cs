using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>Whether a change makes a connection end at another gateway, and what becomes of its static routes.</summary>
internal sealed class VpnMove
{
    public VpnMove(SiteToSiteVpn vpn, VpnTarget? target, SiteToSiteVpn? other, IReadOnlyCollection<Cidr>? staticRoutes)
    {
        IsMove = target is not null && (target.VpnGatewayId != vpn.VpnGatewayId || target.TransitGatewayId != vpn.TransitGatewayId);
        TakesRoutesAlong = IsMove && vpn.StaticRoutesOnly && (vpn.TransitGatewayId is null != target!.TransitGatewayId is null);
        Other = other;
        StaticRoutes = staticRoutes;
    }

    /// <summary>Whether it ends at another gateway afterwards.</summary>
    public bool IsMove { get; }

    /// <summary>Whether its static routes go before it moves, and are made anew after it: a virtual private gateway has them on the connection, a transit gateway
    /// in its route tables (API Reference, ModifyVpnConnection).</summary>
    public bool TakesRoutesAlong { get; }

    /// <summary>Another connection between the same gateways, or null.</summary>
    public SiteToSiteVpn? Other { get; }

    /// <summary>The static routes that were named, or null.</summary>
    public IReadOnlyCollection<Cidr>? StaticRoutes { get; }
}
