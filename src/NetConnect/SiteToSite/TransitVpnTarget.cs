using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>A transit gateway, whose route tables say who reaches a VPN and what a VPN reaches.</summary>
/// <remarks>EC2 makes the attachment with the connection, and associates and propagates it by the gateway's default tables. What those do by themselves is no
/// step. Static routes are in the gateway's tables, not on the connection (Site-to-Site VPN User Guide, "Static and dynamic routing").</remarks>
internal sealed class TransitVpnTarget : VpnTarget
{
    private readonly ITransitGatewayApi _api;
    private readonly VpnRequest _request;
    private readonly TransitGateway _gateway;
    private readonly IReadOnlyList<TransitGatewayRouteTable> _tables;
    private readonly TransitGatewayRouteTable? _association;
    private readonly List<TransitGatewayRouteTable> _propagation;
    private readonly TransitVpnSteps _make;
    private IReadOnlyList<TransitGatewayRouteTable> _routed = [];
    private IReadOnlyList<TransitGatewayRoute> _routes = [];
    private HashSet<string?> _learning = [];
    private TransitGatewayAttachment? _attachment;

    private TransitVpnTarget(
        ITransitGatewayApi api, VpnRequest request, TransitGateway gateway, IReadOnlyList<TransitGatewayRouteTable> tables, TransitVpnSteps make)
    {
        _api = api;
        _request = request;
        _gateway = gateway;
        _tables = tables;
        _make = make;
        _association = request.AssociationRouteTable is { } name ? TransitGatewayName.GetRouteTable(gateway, tables, name) : null;
        _propagation = request.PropagationRouteTables.Select(table => TransitGatewayName.GetRouteTable(gateway, tables, table)).Distinct().ToList();
    }

    public override string? TransitGatewayId => _gateway.TransitGatewayId;

    public override long AmazonSideAsn => _gateway.AmazonSideAsn;

    public override IReadOnlyList<string>? PropagatingTableIds =>
        _request.PropagationRouteTables.Count == 0 ? null : _propagation.Select(table => table.TransitGatewayRouteTableId).ToList();

    // What is not there yet will be as the gateway's defaults say.
    private string? CurrentAssociation => _attachment is null ? _gateway.DefaultAssociationRouteTableId : TransitRouting.CurrentAssociation(_attachment);

    public static async Task<VpnTarget> ReadAsync(
        INetworkConnection connection, OperationContext context, VpnRequest request, VpnUnderway underway, CancellationToken cancellationToken)
    {
        ITransitGatewayApi api = connection.TransitGateways;
        TransitGateway gateway = await TransitGatewayName.GetAsync(connection, request.TransitGatewayId!, cancellationToken).ConfigureAwait(false);
        if (gateway.State is not (VpnStates.Available or VpnStates.Modifying))
            throw VpnStates.Unexpected(gateway.TransitGatewayId, gateway.State);
        bool concernsTables = request.AssociationRouteTable is not null || request.PropagationRouteTables.Count > 0 || request.StaticRoutes.Count > 0;
        IReadOnlyList<TransitGatewayRouteTable> tables = concernsTables
            ? await api.ListRouteTablesAsync(gateway.TransitGatewayId, cancellationToken).ConfigureAwait(false)
            : [];
        return new TransitVpnTarget(api, request, gateway, tables, new TransitVpnSteps(api, context, underway));
    }

    public override SiteToSiteVpn? FindVpn(VpnWorld world, CustomerGateway? customerGateway)
    {
        List<SiteToSiteVpn> found = world.ListVpns(customerGateway).Where(vpn => vpn.TransitGatewayId == TransitGatewayId).ToList();
        // A transit gateway may have several, to share the traffic between them.
        if (found.Count > 1 && _request.Tags.Count > 0)
            found = found.Where(vpn => !vpn.Tags.Lacks(_request.Tags)).ToList() is { Count: > 0 } tagged ? tagged : found;
        return found.Count < 2
            ? found.FirstOrDefault()
            : throw new NetConnectException(
                ErrorIds.VpnMismatch,
                ErrorKind.Conflict,
                $"{string.Join(", ", found)} all join these gateways. Give the -Tag of the one that is meant, or another -DeviceName for one more.",
                found[0].VpnConnectionId);
    }

    public override async Task LookAsync(SiteToSiteVpn? vpn, CancellationToken cancellationToken)
    {
        _attachment = vpn is null ? null : await _api.FindVpnAttachmentAsync(vpn.VpnConnectionId, cancellationToken).ConfigureAwait(false);
        _make.Attachment = _attachment;
        _routed = _request.StaticRoutes.Count == 0 ? [] : _propagation.Count > 0 ? _propagation : [UsualTable()];
        Task<IReadOnlyList<TransitGatewayRoute>> routes = TransitRouting.ListStaticRoutesAsync(_routed, _api, cancellationToken);
        _learning = _attachment is null
            ? [_gateway.DefaultPropagationRouteTableId]
            : [.. (await TransitRouting.ListPropagationsAsync(_propagation, _api, cancellationToken).ConfigureAwait(false))[_attachment.TransitGatewayAttachmentId]];
        _routes = await routes.ConfigureAwait(false);
    }

    public override void Refuse(VpnRequest request)
    {
        foreach (TransitGatewayRouteTable table in _routed)
        {
            foreach (Cidr destination in request.StaticRoutes)
            {
                if (FindRoute(table, destination) is { } route && !IsOwn(route) && !IsLeftOver(route))
                    throw TransitVpnSteps.Conflict(table, destination, route);
            }
        }
    }

    public override IEnumerable<Cidr> InsideCidrsInUse(VpnWorld world) => VpnWorld.InsideCidrsInUse(world.Vpns.Where(vpn => vpn.TransitGatewayId == TransitGatewayId));

    public override PlanStep? AddGatewaySteps(List<PlanStep> steps) => null;

    public override string? AddRoutingSteps(List<PlanStep> steps, PlanStep? vpn, PlanStep? gateway, bool waits)
    {
        List<PlanStep> missing = [];
        if (_association is not null && _association.TransitGatewayRouteTableId != CurrentAssociation)
            missing.Add(_make.Association(_association, vpn));
        missing.AddRange(_propagation.Where(table => !_learning.Contains(table.TransitGatewayRouteTableId)).Select(table => _make.Propagation(table, vpn)));
        missing.AddRange(
            from table in _routed
            from destination in _request.StaticRoutes
            let route = FindRoute(table, destination)
            where route is null || !IsOwn(route)
            select route is null ? _make.Route(table, destination, vpn) : _make.Replacement(table, destination, vpn));
        if (waits)
            steps.AddRange(missing);
        return waits || missing.Count == 0 ? null : "what concerns the transit gateway's route tables is";
    }

    public override Task WhenReadyAsync(CancellationToken cancellationToken) => _make.WhenAttachedAsync(cancellationToken);

    public override async Task<SiteToSiteVpn> ShowAsync(SiteToSiteVpn vpn, CancellationToken cancellationToken) =>
        (await TransitRouting.ReadAsync(vpn, _api, cancellationToken).ConfigureAwait(false)).Complete(vpn);

    public override string ToString() => $"{_gateway} {_gateway.Name}".TrimEnd();

    private TransitGatewayRoute? FindRoute(TransitGatewayRouteTable table, Cidr destination) =>
        _routes.FirstOrDefault(route => route.TransitGatewayRouteTableId == table.TransitGatewayRouteTableId && route.IsTo(destination));

    private bool IsOwn(TransitGatewayRoute route) => _attachment is not null && route.TransitGatewayAttachmentId == _attachment.TransitGatewayAttachmentId;

    // Of an attachment that is gone. One without any attachment drops its traffic on purpose.
    private static bool IsLeftOver(TransitGatewayRoute route) => route.IsBlackhole && route.TransitGatewayAttachmentId is not null;

    // Where the gateway's other attachments look, as long as nobody says another: the table that would learn the routes if the connection had BGP.
    private TransitGatewayRouteTable UsualTable() => TransitGatewayName.GetRouteTable(
        _gateway,
        _tables,
        _gateway.DefaultPropagationRouteTableId ?? _association?.TransitGatewayRouteTableId ?? CurrentAssociation
            ?? throw VpnChecks.Invalid(
                $"{this} has no default route table that could hold the static routes. Name the tables: -PropagationRouteTableId.", _gateway.TransitGatewayId));
}
