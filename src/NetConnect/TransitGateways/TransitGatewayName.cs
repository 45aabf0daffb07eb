namespace NetConnect.SiteToSite;

/// <summary>Lets a transit gateway and its route tables be given by their Name tags instead of their ids.</summary>
internal static class TransitGatewayName
{
    /// <summary>The transit gateway with that id, or the one live one with that Name tag.</summary>
    /// <exception cref="NetConnectException">The id is malformed, or there is no such gateway, or several have the name.</exception>
    public static async Task<TransitGateway> GetAsync(INetworkConnection connection, string idOrName, CancellationToken cancellationToken)
    {
        bool isId = ResourceId.HasPrefix("tgw", idOrName);
        string wanted = isId ? ResourceId.Check("tgw", idOrName) : idOrName;
        IReadOnlyList<TransitGateway> all = await connection.TransitGateways.ListTransitGatewaysAsync(cancellationToken).ConfigureAwait(false);
        return One(
            all.Where(gateway => VpnStates.IsLive(gateway.State) && (isId ? gateway.TransitGatewayId : gateway.Name) == wanted).ToList(),
            idOrName,
            "transit gateways",
            connection.Region,
            ErrorIds.TransitGatewayNotFound,
            "Check it, -Region and the credentials.");
    }

    /// <summary>The route table with that id, or the one with that Name tag, out of those of a transit gateway.</summary>
    /// <exception cref="NetConnectException">The id is malformed, or there is no such table, or several have the name.</exception>
    public static TransitGatewayRouteTable GetRouteTable(TransitGateway gateway, IReadOnlyList<TransitGatewayRouteTable> tables, string idOrName)
    {
        bool isId = ResourceId.HasPrefix("tgw-rtb", idOrName);
        string wanted = isId ? ResourceId.Check("tgw-rtb", idOrName) : idOrName;
        return One(
            tables.Where(table => (isId ? table.TransitGatewayRouteTableId : table.Name) == wanted).ToList(),
            idOrName,
            "route tables",
            gateway.TransitGatewayId,
            ErrorIds.RouteTableNotFound,
            tables.Count == 0
                ? "These credentials see none of its tables: where another account owns the gateway, its owner does this."
                : $"It has {string.Join(", ", tables)}.");
    }

    private static T One<T>(List<T> found, string idOrName, string kind, string place, string notFoundId, string wayOut) => found.Count switch
    {
        1 => found[0],
        0 => throw new NetConnectException(notFoundId, ErrorKind.NotFound, $"'{idOrName}' is none of the {kind} of {place}. {wayOut}", idOrName),
        _ => throw new NetConnectException(
            ErrorIds.AmbiguousName,
            ErrorKind.InvalidInput,
            $"{found.Count} {kind} of {place} are named '{idOrName}': {string.Join(", ", found)}. Give the id.",
            idOrName),
    };
}
