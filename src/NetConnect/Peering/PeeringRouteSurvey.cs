using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>Compares the routes that a side of a peering should have with those that its tables hold.</summary>
internal static class PeeringRouteSurvey
{
    /// <summary>One row for each selected table and wanted CIDR, and one for each route to the peering that is not wanted.</summary>
    /// <param name="peering">The peering; null while it is still to be made.</param>
    /// <param name="end">The side.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<PeeringRoute>> SurveyAsync(
        VpcPeering? peering, PeeringEnd end, PeeringRouteRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<RouteTable> selected = await request.Tables.SelectAsync(end.Vpc, cancellationToken).ConfigureAwait(false);
        List<Cidr> wanted = end.RemoteCidrs.Where(cidr => !request.ExcludedCidrs.Any(excluded => excluded.Contains(cidr))).ToList();
        string? id = peering?.VpcPeeringConnectionId;
        var rows = new List<PeeringRoute>();
        foreach (RouteTable table in end.Vpc.Tables)
        {
            List<Cidr> here = selected.Contains(table) ? wanted : [];
            rows.AddRange(here.Select(cidr => Row(end, table, cidr, id, FindRoute(table, cidr))));
            rows.AddRange(table.Routes
                .Where(route => id is not null && route.Target == id && route.Destination is { } cidr && !here.Contains(cidr))
                .Select(route => Row(end, table, route.Destination!.Value, id, route) with { State = PeeringRouteState.Extra }));
        }
        return rows;
    }

    // A table can hold a static and a propagated route to one destination; the static one decides (VPC User Guide, "Route priority").
    private static Route? FindRoute(RouteTable table, Cidr destination) =>
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
