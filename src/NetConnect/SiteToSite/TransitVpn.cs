using NetConnect.Addressing;

namespace NetConnect.SiteToSite;

/// <summary>What a transit gateway and its route tables tell of a connection.</summary>
internal static class TransitVpn
{
    /// <summary>The connection with its attachment, its association, the tables that learn its routes, and the static routes to it.</summary>
    public static async Task<SiteToSiteVpn> CompleteAsync(SiteToSiteVpn vpn, ITransitGatewayApi api, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<TransitGateway>> gateways = api.ListTransitGatewaysAsync(cancellationToken);
        Task<IReadOnlyList<TransitGatewayRouteTable>> tables = api.ListRouteTablesAsync(vpn.TransitGatewayId!, cancellationToken);
        Task<TransitGatewayAttachment?> attaching = api.FindVpnAttachmentAsync(vpn.VpnConnectionId, cancellationToken);
        await Task.WhenAll(gateways, tables, attaching).ConfigureAwait(false);
        Task<ILookup<string, string>> propagations = ListPropagationsAsync(tables.Result, api, cancellationToken);
        Task<IReadOnlyList<TransitGatewayRoute>> routes = ListStaticRoutesAsync(tables.Result, api, cancellationToken);
        await Task.WhenAll(propagations, routes).ConfigureAwait(false);

        TransitGatewayAttachment? attachment = attaching.Result;
        List<TransitGatewayRoute> own = routes.Result.Where(route => LeadsTo(route, vpn.VpnConnectionId, attachment)).ToList();
        return vpn with
        {
            AmazonSideAsn = gateways.Result.FirstOrDefault(gateway => gateway.TransitGatewayId == vpn.TransitGatewayId)?.AmazonSideAsn,
            TransitGatewayAttachmentId = attachment?.TransitGatewayAttachmentId,
            AssociationRouteTableId = CurrentAssociation(attachment),
            PropagatingRouteTableIds = attachment is null ? [] : propagations.Result[attachment.TransitGatewayAttachmentId].ToList(),
            TransitGatewayRoutes = own,
            StaticRoutes = own.Select(route => route.DestinationCidrBlock).Distinct().ToList(),
        };
    }

    /// <summary>The tables that learn from an attachment, by the attachment's id.</summary>
    public static async Task<ILookup<string, string>> ListPropagationsAsync(
        IReadOnlyList<TransitGatewayRouteTable> tables, ITransitGatewayApi api, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>[] learnt = await Task.WhenAll(
            tables.Select(table => api.ListPropagatingAttachmentIdsAsync(table.TransitGatewayRouteTableId, cancellationToken))).ConfigureAwait(false);
        return tables
            .Zip(learnt, (table, attachments) => attachments.Select(attachment => (attachment, table.TransitGatewayRouteTableId)))
            .SelectMany(pairs => pairs)
            .ToLookup(pair => pair.attachment, pair => pair.TransitGatewayRouteTableId);
    }

    /// <summary>The static routes of some tables.</summary>
    public static async Task<IReadOnlyList<TransitGatewayRoute>> ListStaticRoutesAsync(
        IReadOnlyList<TransitGatewayRouteTable> tables, ITransitGatewayApi api, CancellationToken cancellationToken)
    {
        IReadOnlyList<TransitGatewayRoute>[] routes = await Task.WhenAll(
            tables.Select(table => api.ListStaticRoutesAsync(table.TransitGatewayRouteTableId, cancellationToken))).ConfigureAwait(false);
        return routes.SelectMany(some => some).ToList();
    }

    /// <summary>The table by which what comes from an attachment is routed, or null.</summary>
    public static string? CurrentAssociation(TransitGatewayAttachment? attachment) =>
        attachment?.AssociationState is "associating" or "associated" ? attachment.AssociationRouteTableId : null;

    /// <summary>Whether a route leads to a destination, in whatever form the two are written.</summary>
    public static bool IsTo(this TransitGatewayRoute route, Cidr destination) => Cidr.TryParse(route.DestinationCidrBlock, out Cidr cidr) && cidr == destination;

    private static bool LeadsTo(TransitGatewayRoute route, string vpnId, TransitGatewayAttachment? attachment) =>
        route.ResourceId == vpnId || (attachment is not null && route.TransitGatewayAttachmentId == attachment.TransitGatewayAttachmentId);
}
