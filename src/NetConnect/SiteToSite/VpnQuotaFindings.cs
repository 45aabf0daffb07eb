using NetConnect.Peering;
using static NetConnect.SiteToSite.VpnTunnelFindings;

namespace NetConnect.SiteToSite;

/// <summary>Which quotas are reached, or nearly so (Site-to-Site VPN User Guide, "Quotas"; Amazon VPC User Guide, "Quotas", for route tables).</summary>
internal static class VpnQuotaFindings
{
    private const double Near = 0.9;

    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn, VpcRouting? vpc, VpnWorld world)
    {
        List<SiteToSiteVpn> live = world.Vpns.Where(other => VpnStates.IsLive(other.State)).ToList();
        List<(string Subject, string What, int Count, int Quota, bool IsFixed)> counts =
        [
            (vpn.Region, "VPN connections", live.Count, 50, false),
            (vpn.Region, "customer gateways", world.CustomerGateways.Count, 50, false),
        ];
        if (vpn.VpnGatewayId is { } gateway)
        {
            List<SiteToSiteVpn> same = live.Where(other => other.VpnGatewayId == gateway).ToList();
            counts.Add((vpn.Region, "virtual private gateways", world.VpnGateways.Count, 5, false));
            counts.Add((gateway, "VPN connections", same.Count, 10, false));
            counts.Add((gateway, "static routes", same.Sum(other => other.StaticRoutes.Count), 100, true));
            counts.AddRange(vpn.StaticRoutesOnly ? [] : vpn.TunnelStatus.Select(tunnel => (tunnel.OutsideIpAddress, "routes over BGP", tunnel.AcceptedRouteCount, 100, true)));
            counts.AddRange(vpc?.Tables.Select(table => (table.RouteTableId, "propagated routes", table.Routes.Count(route => route.IsPropagated), 100, true)) ?? []);
        }
        return
            from count in counts
            where count.Count >= count.Quota * Near
            select Finding(vpn.VpnConnectionId, VpnFindingCodes.Quota, count.Count >= count.Quota ? VpnFindingSeverity.Warning : VpnFindingSeverity.Information, count.Subject,
                $"{count.Subject} has {count.Count} {count.What}; {(count.IsFixed ? "AWS takes" : "without a higher quota AWS allows")} {count.Quota}.",
                count.IsFixed ? "Summarise routes, or move the connection to a transit gateway." : "Remove what is no longer used (Remove-SiteToSiteVpn -IncludeGateway), or ask AWS for a higher quota.");
    }
}
