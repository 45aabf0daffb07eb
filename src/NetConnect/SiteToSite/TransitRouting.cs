namespace NetConnect.SiteToSite;

/// <summary>What a transit gateway and its route tables tell of a connection.</summary>
internal sealed class TransitRouting
{
    private readonly string _vpnId;
    private readonly ILookup<string, string> _propagations;

    private TransitRouting(
        string vpnId,
        TransitGateway? gateway,
        IReadOnlyList<TransitGatewayRouteTable> tables,
        TransitGatewayAttachment? attachment,
        ILookup<string, string> propagations,
        IReadOnlyList<TransitGatewayRoute> staticRoutes)
    {
        _vpnId = vpnId;
        _propagations = propagations;
        Gateway = gateway;
        Tables = tables;
        Attachment = attachment;
        StaticRoutes = staticRoutes;
    }

    /// <summary>The transit gateway; null where it is not seen.</summary>
    public TransitGateway? Gateway { get; }

    /// <summary>Its route tables; none where another account owns it.</summary>
    public IReadOnlyList<TransitGatewayRouteTable> Tables { get; }

    /// <summary>The attachment of the connection, or null.</summary>
    public TransitGatewayAttachment? Attachment { get; }

    /// <summary>The static routes of all tables, wherever they lead.</summary>
    public IReadOnlyList<TransitGatewayRoute> StaticRoutes { get; }

    public static async Task<TransitRouting> ReadAsync(SiteToSiteVpn vpn, ITransitGatewayApi api, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<TransitGateway>> gateways = api.ListTransitGatewaysAsync(cancellationToken);
        Task<IReadOnlyList<TransitGatewayRouteTable>> tables = api.ListRouteTablesAsync(vpn.TransitGatewayId!, cancellationToken);
        Task<TransitGatewayAttachment?> attachment = api.FindVpnAttachmentAsync(vpn.VpnConnectionId, cancellationToken);
        await Task.WhenAll(gateways, tables, attachment).ConfigureAwait(false);
        Task<ILookup<string, string>> propagations = ListPropagationsAsync(tables.Result, api, cancellationToken);
        Task<IReadOnlyList<TransitGatewayRoute>> routes = ListStaticRoutesAsync(tables.Result, api, cancellationToken);
        await Task.WhenAll(propagations, routes).ConfigureAwait(false);
        return new TransitRouting(
            vpn.VpnConnectionId,
            gateways.Result.FirstOrDefault(gateway => gateway.TransitGatewayId == vpn.TransitGatewayId),
            tables.Result,
            attachment.Result,
            propagations.Result,
            routes.Result);
    }

    /// <summary>The connection with its attachment, its association, the tables that learn its routes, and the static routes to it.</summary>
    public SiteToSiteVpn Complete(SiteToSiteVpn vpn)
    {
        List<TransitGatewayRoute> own = StaticRoutes.Where(IsOwn).ToList();
        return vpn with
        {
            AmazonSideAsn = Gateway?.AmazonSideAsn,
            TransitGatewayAttachmentId = Attachment?.TransitGatewayAttachmentId,
            AssociationRouteTableId = CurrentAssociation(Attachment),
            PropagatingRouteTableIds = Attachment is null ? [] : Learning(Attachment).ToList(),
            TransitGatewayRoutes = own,
            StaticRoutes = own.Select(route => route.DestinationCidrBlock).Distinct().ToList(),
        };
    }

    /// <summary>The tables that lead to an attachment: they learn its routes, or have a static route to it.</summary>
    public IEnumerable<string> LeadingTo(TransitGatewayAttachment attachment) => Learning(attachment).Concat(StaticRoutes
        .Where(route => !route.IsBlackhole && route.TransitGatewayAttachmentId == attachment.TransitGatewayAttachmentId)
        .Select(route => route.TransitGatewayRouteTableId)).Distinct();

    /// <summary>The tables that learn the routes of an attachment.</summary>
    public IEnumerable<string> Learning(TransitGatewayAttachment attachment) => _propagations[attachment.TransitGatewayAttachmentId];

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

    // An attachment that is gone may not be shown any more, but the route still names the connection.
    private bool IsOwn(TransitGatewayRoute route) =>
        route.ResourceId == _vpnId || (Attachment is not null && route.TransitGatewayAttachmentId == Attachment.TransitGatewayAttachmentId);
}
