using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>Compares the routes that the sides of a peering should have with those that their tables hold.</summary>
internal static class PeeringRouteSurvey
{
    /// <summary>One row for each selected table and wanted CIDR, and one for each route to the peering that is not wanted.</summary>
    /// <param name="peering">The peering; null while it is still to be made.</param>
    /// <param name="ends">The sides.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NetConnectException">A chosen table or subnet belongs to none of the sides.</exception>
    public static async Task<IReadOnlyList<(PeeringEnd End, PeeringRoute Route)>> ReadAsync(
        VpcPeering? peering, IReadOnlyCollection<PeeringEnd> ends, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<RouteTable>> selected = await request.Tables.SelectAsync(
            ends.Select(end => end.Vpc).ToList(), cancellationToken).ConfigureAwait(false);
        return ends.Zip(selected, (end, tables) => Rows(peering?.VpcPeeringConnectionId, end, tables, request).Select(row => (end, row))).SelectMany(rows => rows).ToList();
    }

    private static IEnumerable<PeeringRoute> Rows(string? peeringId, PeeringEnd end, IReadOnlyList<RouteTable> selected, PeeringRouteRequest request)
    {
        List<Cidr> wanted = end.RemoteCidrs.Where(cidr => !request.ExcludedCidrs.Any(excluded => excluded.Contains(cidr))).ToList();
        foreach (RouteTable table in end.Vpc.Tables)
        {
            List<Cidr> here = selected.Contains(table) ? wanted : [];
            foreach (Cidr cidr in here)
                yield return Row(end, table, cidr, peeringId, FindRoute(table, cidr));
            foreach (Route route in table.Routes.Where(route => peeringId is not null && route.Target == peeringId))
            {
                if (route.Destination is { } cidr && !here.Contains(cidr))
                    yield return Row(end, table, cidr, peeringId, route) with { State = PeeringRouteState.Extra };
            }
        }
    }

    // A table can hold a static and a propagated route to one destination; the static one decides (VPC User Guide, "Route priority").
    internal static Route? FindRoute(RouteTable table, Cidr destination) =>
        table.Routes.Where(route => route.Destination == destination).OrderBy(route => route.IsPropagated).FirstOrDefault();

    private static PeeringRoute Row(PeeringEnd end, RouteTable table, Cidr destination, string? peeringId, Route? route) => new()
    {
        VpcPeeringConnectionId = peeringId ?? "",
        Side = end.Side,
        VpcId = end.Vpc.VpcId,
        OwnerId = end.Vpc.OwnerId,
        VpcRegion = end.Api.Region,
        RouteTableId = table.RouteTableId,
        RouteTableName = table.Name,
        IsMain = table.IsMain,
        DestinationCidrBlock = destination.ToString(),
        Target = route?.Target,
        IsPropagated = route?.IsPropagated == true,
        State = route switch
        {
            null => PeeringRouteState.Missing,
            _ when route.Target == peeringId => route.IsBlackhole ? PeeringRouteState.Blackhole : PeeringRouteState.Active,
            _ => route.IsBlackhole ? PeeringRouteState.Stale : PeeringRouteState.Conflict,
        },
    };
}
