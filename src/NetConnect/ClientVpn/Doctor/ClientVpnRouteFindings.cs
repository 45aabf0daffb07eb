using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>What the routes say, from the client through the endpoint to the route tables of its subnets.</summary>
internal static class ClientVpnRouteFindings
{
    public static IEnumerable<VpnFinding> Of(ClientVpnWorld world) =>
        Uneven(world).Concat(WithoutRule(world)).Concat(LaterBlocks(world)).Concat(Everything(world)).Concat(SubnetTables(world));

    // Clients end in any subnet, and go on by its routes alone (Administrator Guide, "Troubleshooting": intermittent access).
    private static IEnumerable<VpnFinding> Uneven(ClientVpnWorld world)
    {
        foreach (Cidr destination in world.Routes.Select(one => one.Destination).Distinct())
        {
            List<string> without = [.. world.AssociatedSubnetIds.Where(subnet =>
                !world.Routes.Any(one => one.Route.TargetSubnetId == subnet && one.Destination.Contains(destination)))];
            IEnumerable<string> with = world.Routes.Where(one => one.Destination == destination).Select(one => one.Route.TargetSubnetId);
            if (without.Count > 0)
                yield return world.Finding(VpnFindingCodes.UnevenRoutes, VpnFindingSeverity.Warning, $"{destination}",
                    $"{string.Join(", ", with)} lead there, {string.Join(", ", without)} do not: "
                    + "who ends in one of the latter does not get through.",
                    $"Give all subnets the route: Add-ClientVpnRoute {world.Endpoint} {destination}.");
        }
    }

    private static IEnumerable<VpnFinding> WithoutRule(ClientVpnWorld world)
    {
        List<Cidr> allowed = [.. world.Rules.Select(one => one.Destination)];
        // Without any rule, that is the finding.
        foreach (IGrouping<Cidr, ClientVpnRoute> routes in world.AllRoutes
            .Where(one => allowed.Count > 0 && !ClientVpnWorld.LeadsTo(allowed, one.Destination))
            .GroupBy(one => one.Destination, one => one.Route))
            yield return world.Finding(
                VpnFindingCodes.RouteWithoutRule,
                // Nobody asked for the route that comes with a subnet, and nobody can remove it.
                routes.All(route => route.IsAutomatic) ? VpnFindingSeverity.Information : VpnFindingSeverity.Error,
                $"{routes.Key}",
                "There is a route, and no rule that lets anybody use it.",
                $"Say who may: Grant-ClientVpnAccess {world.Endpoint} {routes.Key}.");
    }

    private static IEnumerable<VpnFinding> LaterBlocks(ClientVpnWorld world)
    {
        foreach (Cidr block in world.Vpc?.Cidrs.Where(block => !block.IsIpv6) ?? [])
        {
            if (Cidr.TryParse(world.Endpoint.ClientCidrBlock, out Cidr clients) && clients.Overlaps(block))
                yield return world.Finding(VpnFindingCodes.ClientCidrOverlaps, VpnFindingSeverity.Error, $"{block}",
                    $"The clients have {clients}, and {world.Vpc} has the same addresses.",
                    "The clients' addresses cannot change: make another endpoint with others (New-ClientVpn -ClientCidrBlock), "
                    + $"or take {block} from the VPC.");
            bool isAllowed = ClientVpnWorld.LeadsTo(world.Rules.Select(one => one.Destination), block);
            if (world.Routes.Count > 0 && !world.Routes.Any(one => one.Destination.Contains(block)))
                yield return world.Finding(VpnFindingCodes.LaterVpcCidr, VpnFindingSeverity.Warning, $"{block}",
                    $"{world.Vpc} has the block, and no route leads there{(isAllowed ? "" : ", nor does a rule let anybody in")}: "
                    + "AWS adds none for blocks that a VPC gets later.",
                    $"Where people are to reach it: Add-ClientVpnRoute {world.Endpoint} {block}, "
                    + $"and Grant-ClientVpnAccess {world.Endpoint} {block}.");
        }
    }

    private static IEnumerable<VpnFinding> Everything(ClientVpnWorld world)
    {
        bool hasDefault = world.Routes.Any(one => one.Destination.PrefixLength == 0);
        if (world.Endpoint.SplitTunnel && hasDefault)
            yield return world.Finding(VpnFindingCodes.SplitTunnelDefaultRoute, VpnFindingSeverity.Warning, "0.0.0.0/0",
                "The tunnel is split, and has a route for everything: all of the clients' traffic goes into it all the same.",
                $"Decide: take the route away (Remove-ClientVpnRoute {world.Endpoint} 0.0.0.0/0), "
                + $"or let the tunnel be a full one, as it is in truth (Set-ClientVpn {world.Endpoint} -SplitTunnel:$false).");
        if (!world.Endpoint.SplitTunnel && !hasDefault && world.Routes.Count > 0)
            yield return world.Finding(VpnFindingCodes.NoDefaultRoute, VpnFindingSeverity.Warning, world.Endpoint.ClientVpnEndpointId,
                "Clients send all of their traffic, and there is no route for everything: who is connected has no internet.",
                $"Let them send only what belongs here (Set-ClientVpn {world.Endpoint} -SplitTunnel); "
                + $"or lead everything on: Add-ClientVpnRoute {world.Endpoint} 0.0.0.0/0, and Grant-ClientVpnAccess {world.Endpoint} 0.0.0.0/0.");
    }

    private static IEnumerable<VpnFinding> SubnetTables(ClientVpnWorld world)
    {
        foreach (string subnet in world.AssociatedSubnetIds)
        {
            RouteTable? table = world.Vpc?.Tables.FirstOrDefault(one => one.SubnetIds.Contains(subnet))
                ?? world.Vpc?.Tables.FirstOrDefault(one => one.IsMain);
            if (table is null || table.Routes.Any(MayLeadAnywhere))
                continue;
            List<Cidr> leading =
                [.. table.Routes.Where(route => route.Destination is not null && !route.IsBlackhole).Select(route => route.Destination!.Value)];
            IEnumerable<Cidr> destinations = world.Routes.Where(one => one.Route.TargetSubnetId == subnet).Select(one => one.Destination);
            foreach (Cidr destination in destinations.Where(destination => !ClientVpnWorld.LeadsTo(leading, destination)))
            {
                bool isGone = table.Routes.Any(route => route.IsBlackhole && route.Destination?.Overlaps(destination) == true);
                yield return world.Finding(VpnFindingCodes.SubnetHasNoRoute, VpnFindingSeverity.Error, subnet,
                    $"The endpoint sends {destination} into the subnet, whose {table.RouteTableId} "
                    + $"{(isGone ? "leads it to something that is gone" : "leads it nowhere")}.",
                    $"Give {table.RouteTableId} a route to {destination}, "
                    + $"or take the endpoint's away: Remove-ClientVpnRoute {world.Endpoint} {destination}.");
            }
        }
    }

    // What is in a prefix list is not known here; that of a gateway endpoint has addresses of AWS's own.
    private static bool MayLeadAnywhere(Route route) =>
        route.PrefixListId is not null && !route.Target.StartsWith("vpce-", StringComparison.Ordinal);
}
