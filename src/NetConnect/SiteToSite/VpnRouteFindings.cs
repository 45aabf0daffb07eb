using NetConnect.Addressing;
using NetConnect.Peering;
using static NetConnect.SiteToSite.VpnTunnelFindings;

namespace NetConnect.SiteToSite;

/// <summary>What the routes say: a tunnel that is up carries nothing that no table sends there.</summary>
internal static class VpnRouteFindings
{
    // Site-to-Site VPN User Guide, "Quotas": static routes of a virtual private gateway.
    private const int StaticRouteQuota = 100;

    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn, VpcRouting? vpc, VpnWorld world)
    {
        // The static routes of a transit gateway are in its own route tables.
        if (vpn.VpnGatewayId is not null && vpn.StaticRoutesOnly && vpn.StaticRoutes.Count == 0)
            yield return Finding(vpn, "NoStaticRoutes", VpnFindingSeverity.Error, vpn.VpnConnectionId,
                "The connection is static and has no route.", "Give it the networks behind the device: New-SiteToSiteVpn with the same values and -StaticRoute adds them.");
        if (vpn.VpnGatewayId is null)
            yield break;
        if (vpc is null)
        {
            yield return Finding(vpn, "GatewayNotAttached", VpnFindingSeverity.Error, vpn.VpnGatewayId,
                "The virtual private gateway is attached to no VPC.", "Attach it to the VPC: nothing reaches the tunnels before.");
            yield break;
        }
        List<Cidr> networks = vpn.StaticRoutes.Select(Cidr.Parse).ToList();
        foreach (RouteTable table in vpc.Tables.Where(table => !vpn.PropagatingRouteTableIds.Contains(table.RouteTableId)))
        {
            if (!table.Routes.Any(route => route.Target == vpn.VpnGatewayId))
                yield return Finding(vpn, "NoRoute", table.IsMain || table.SubnetIds.Count > 0 ? VpnFindingSeverity.Warning : VpnFindingSeverity.Information,
                    table.RouteTableId, "The table neither learns the gateway's routes nor has one of its own to it.",
                    "Let it learn them: New-SiteToSiteVpn with the same values and -PropagateRoutes.");
        }
        foreach (Cidr network in networks.Where(network => vpc.Cidrs.Any(cidr => cidr.Overlaps(network))))
            yield return Finding(vpn, "OverlapsVpc", VpnFindingSeverity.Error, $"{network}",
                $"The network overlaps the addresses of {vpc}, which stay local.", "Renumber one side, or announce the parts that do not overlap.");
        foreach (SiteToSiteVpn other in world.Vpns.Where(other => other.VpnGatewayId == vpn.VpnGatewayId && other != vpn && VpnStates.IsLive(other.State)))
        {
            if (other.VpnConnectionId != vpn.VpnConnectionId && other.StaticRoutes.Select(Cidr.Parse).FirstOrDefault(theirs => networks.Exists(theirs.Overlaps)) is { PrefixLength: > 0 } shared)
                yield return Finding(vpn, "OverlapsOtherVpn", VpnFindingSeverity.Warning, $"{shared}",
                    $"{other} has a route to the same addresses over the same gateway.", "Keep one of them, unless both lead to the same network on purpose.");
        }
        if (world.Vpns.Where(other => other.VpnGatewayId == vpn.VpnGatewayId).Sum(other => other.StaticRoutes.Count) >= StaticRouteQuota)
            yield return Finding(vpn, "StaticRouteQuota", VpnFindingSeverity.Warning, vpn.VpnGatewayId,
                $"The gateway has {StaticRouteQuota} static routes, which is its quota.", "Summarise routes, or use BGP.");
    }
}
