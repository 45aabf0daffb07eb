using NetConnect.Addressing;
using NetConnect.Peering;
using static NetConnect.SiteToSite.VpnTunnelFindings;

namespace NetConnect.SiteToSite;

/// <summary>What the routes say: a tunnel that is up carries nothing that no table sends there.</summary>
internal static class VpnRouteFindings
{
    public static IEnumerable<VpnFinding> Of(SiteToSiteVpn vpn, VpcRouting? vpc, VpnWorld world)
    {
        // The static routes of a transit gateway are in its own route tables.
        if (vpn.VpnGatewayId is not { } gateway)
            return [];
        if (vpc is null)
            return [Of(vpn, VpnFindingCodes.GatewayNotAttached, VpnFindingSeverity.Error, gateway, "The virtual private gateway is attached to no VPC.",
                $"Attach it to the VPC, or move the connection to the gateway that the VPC has: Set-SiteToSiteVpn {vpn.VpnConnectionId} -VpnGatewayId.")];
        List<Cidr> networks = vpn.StaticRoutes.Select(Cidr.Parse).ToList();
        return NoStaticRoutes(vpn)
            .Concat(vpc.Tables.SelectMany(table => OfTable(vpn, gateway, table, networks)))
            .Concat(Overlaps(vpn, vpc, world, networks))
            .Concat(OutsideSelectors(vpn, vpc, networks));
    }

    private static IEnumerable<VpnFinding> NoStaticRoutes(SiteToSiteVpn vpn)
    {
        if (vpn.StaticRoutesOnly && vpn.StaticRoutes.Count == 0)
            yield return Of(vpn, VpnFindingCodes.NoStaticRoutes, VpnFindingSeverity.Error, vpn.VpnConnectionId,
                "The connection is static and has no route.", $"Give it the networks behind the device: Set-SiteToSiteVpn {vpn.VpnConnectionId} -StaticRoute.");
    }

    private static IEnumerable<VpnFinding> OfTable(SiteToSiteVpn vpn, string gateway, RouteTable table, List<Cidr> networks)
    {
        bool learns = vpn.PropagatingRouteTableIds.Contains(table.RouteTableId);
        List<Cidr> led = table.Routes.Where(route => route.Target == gateway && route.Destination is not null).Select(route => route.Destination!.Value).ToList();
        // A table that no subnet uses matters to nobody.
        VpnFindingSeverity severity = table.IsMain || table.SubnetIds.Count > 0 ? VpnFindingSeverity.Warning : VpnFindingSeverity.Information;
        string propagate = $"Let it learn them: Set-SiteToSiteVpn {vpn.VpnConnectionId} -RouteTableId {table.RouteTableId}.";
        if (!learns && led.Count == 0)
            yield return Of(vpn, VpnFindingCodes.NoRoute, severity, table.RouteTableId, "The table neither learns the gateway's routes nor has one of its own to it.", propagate);
        else if (!learns)
            foreach (Cidr network in networks.Where(network => !led.Exists(route => route.Contains(network))))
                yield return Of(vpn, VpnFindingCodes.MissingRoute, severity, table.RouteTableId, $"The table does not learn the gateway's routes, and has none to it for {network}.", propagate);
        // A route of the table's own wins over one to the same network that is propagated (VPC User Guide, "Route priority"). A default route is meant to.
        foreach (Cidr network in networks.Where(network => network.PrefixLength > 0))
        {
            if (table.Routes.FirstOrDefault(route => !route.IsPropagated && route.Target != gateway && route.Destination == network) is { } other)
                yield return Of(vpn, VpnFindingCodes.RouteOverridden, severity, table.RouteTableId,
                    $"The table sends {network} to {other.Target}{(other.IsBlackhole ? ", which is gone" : "")}.",
                    $"Remove that route where the traffic belongs into the VPN{(other.Target.StartsWith("pcx-", StringComparison.Ordinal) ? $" (Remove-PeeringRoutes {other.Target})" : "")}.");
        }
    }

    private static IEnumerable<VpnFinding> Overlaps(SiteToSiteVpn vpn, VpcRouting vpc, VpnWorld world, List<Cidr> networks)
    {
        foreach (Cidr network in networks.Where(network => network.PrefixLength > 0 && vpc.Cidrs.Any(cidr => cidr.Overlaps(network))))
            yield return Of(vpn, VpnFindingCodes.OverlapsVpc, VpnFindingSeverity.Error, $"{network}",
                $"The network overlaps the addresses of {vpc}, which stay local.", $"Renumber one side, or give static routes for the parts that do not overlap: Set-SiteToSiteVpn {vpn.VpnConnectionId} -Prune -StaticRoute.");
        foreach (SiteToSiteVpn other in world.Vpns.Where(other => other.VpnGatewayId == vpn.VpnGatewayId && other.VpnConnectionId != vpn.VpnConnectionId && VpnStates.IsLive(other.State)))
        {
            if (other.StaticRoutes.Select(Cidr.Parse).FirstOrDefault(theirs => networks.Exists(theirs.Overlaps)) is { PrefixLength: > 0 } shared)
                yield return Of(vpn, VpnFindingCodes.OverlapsOtherVpn, VpnFindingSeverity.Warning, $"{shared}",
                    $"{other} has a route to the same addresses over the same gateway.", "Keep one of them, unless both lead to the same network on purpose.");
        }
    }

    // A tunnel has one pair of networks, and carries nothing else (Site-to-Site VPN User Guide, "Tunnel options").
    private static IEnumerable<VpnFinding> OutsideSelectors(SiteToSiteVpn vpn, VpcRouting vpc, List<Cidr> networks)
    {
        if (Cidr.TryParse(vpn.LocalIpv4NetworkCidr, out Cidr local))
            foreach (Cidr network in networks.Where(network => !local.Contains(network)))
                yield return Of(vpn, VpnFindingCodes.OutsideTrafficSelector, VpnFindingSeverity.Error, $"{network}",
                    $"The connection lets through {local} behind the device only.", $"Let it through, which takes both tunnels down for a while: Set-SiteToSiteVpn {vpn.VpnConnectionId} -LocalIpv4NetworkCidr.");
        if (Cidr.TryParse(vpn.RemoteIpv4NetworkCidr, out Cidr remote))
            foreach (Cidr cidr in vpc.Cidrs.Where(cidr => !cidr.IsIpv6 && !remote.Overlaps(cidr)))
                yield return Of(vpn, VpnFindingCodes.OutsideTrafficSelector, VpnFindingSeverity.Warning, $"{cidr}",
                    $"The connection lets through {remote} at AWS only.", $"Let it through, which takes both tunnels down for a while: Set-SiteToSiteVpn {vpn.VpnConnectionId} -RemoteIpv4NetworkCidr.");
    }

    private static VpnFinding Of(SiteToSiteVpn vpn, string code, VpnFindingSeverity severity, string subject, string evidence, string fix) =>
        Finding(vpn.VpnConnectionId, code, severity, subject, evidence, fix);
}
