using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>A VPC, which a VPN reaches over its virtual private gateway.</summary>
internal sealed class VpcVpnTarget : VpnTarget
{
    // What AWS takes where nothing is given (Site-to-Site VPN User Guide, "Virtual private gateway").
    private const long DefaultAmazonSideAsn = 64512;

    private readonly VpnRequest _request;
    private readonly VpcRouting _vpc;
    private readonly IReadOnlyList<RouteTable> _propagating;
    private readonly VpnUnderway _underway;
    private readonly VpcVpnSteps _make;
    private readonly List<(string Destination, PlanStep Step)> _routes = [];
    private readonly List<(string TableId, PlanStep Step)> _propagations = [];

    private VpcVpnTarget(VpnRequest request, VpcRouting vpc, IReadOnlyList<RouteTable> propagating, VpnUnderway underway, VpcVpnSteps make)
    {
        _request = request;
        _vpc = vpc;
        _propagating = propagating;
        _underway = underway;
        _make = make;
    }

    public override string? VpnGatewayId => _make.Gateway?.VpnGatewayId;

    public override long AmazonSideAsn => _make.Gateway?.AmazonSideAsn ?? _request.AmazonSideAsn ?? DefaultAmazonSideAsn;

    public override IReadOnlyList<string>? PropagatingTableIds => _request.Propagation is null ? null : _propagating.Select(table => table.RouteTableId).ToList();

    public static async Task<VpnTarget> ReadAsync(
        INetworkConnection connection, OperationContext context, VpnRequest request, VpnUnderway underway, CancellationToken cancellationToken)
    {
        string vpcId = await VpcName.ResolveAsync(connection.Vpcs, request.VpcId!, cancellationToken).ConfigureAwait(false);
        VpcRouting vpc = await VpcRouting.GetAsync(connection.Vpcs, vpcId, "Check the id, -Region and the credentials.", cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RouteTable> propagating = request.Propagation is { } selection
            ? (await selection.SelectAsync([vpc], cancellationToken).ConfigureAwait(false))[0]
            : [];
        return new VpcVpnTarget(request, vpc, propagating, underway, new VpcVpnSteps(connection.Vpns, context, request, vpc, underway));
    }

    // EC2 has one connection of two gateways at most.
    public override SiteToSiteVpn? FindVpn(VpnWorld world, CustomerGateway? customerGateway)
    {
        _make.Gateway ??= world.FindVpnGateway(_vpc.VpcId) ?? world.FindLooseVpnGateway(_request.Tags, _request.AmazonSideAsn);
        return _make.Gateway is { } gateway ? world.ListVpns(customerGateway).FirstOrDefault(vpn => vpn.VpnGatewayId == gateway.VpnGatewayId) : null;
    }

    public override void Refuse(VpnRequest request)
    {
        if (request.AmazonSideAsn is not (null or (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294)))
            throw VpnChecks.Invalid(
                $"The AWS end cannot have the autonomous system number {request.AmazonSideAsn}. AWS takes 64512 to 65534 and 4200000000 to 4294967294.", $"{request.AmazonSideAsn}");
        if (_make.Gateway is { } gateway && request.AmazonSideAsn is { } asn && gateway.AmazonSideAsn != asn)
            throw new NetConnectException(
                ErrorIds.VpnMismatch,
                ErrorKind.Conflict,
                $"The VPC's virtual private gateway {gateway} has the autonomous system number {gateway.AmazonSideAsn}, which cannot be changed. Leave -AmazonSideAsn out.",
                gateway.VpnGatewayId);
        // The VPC's own addresses stay local, whatever the connection says.
        foreach (Cidr route in request.StaticRoutes)
        {
            if (_vpc.Cidrs.FirstOrDefault(cidr => cidr.Contains(route)) is { PrefixLength: > 0 } own)
                throw new NetConnectException(
                    ErrorIds.RouteNotAllowed, ErrorKind.InvalidInput, $"The network {route} lies inside {own} of {_vpc}, which always stays local. A VPN cannot reach it.", $"{route}");
        }
    }

    public override IEnumerable<Cidr> InsideCidrsInUse(VpnWorld world) =>
        VpnWorld.InsideCidrsInUse(world.Vpns.Where(vpn => VpnGatewayId is { } id && vpn.VpnGatewayId == id));

    public override PlanStep? AddGatewaySteps(List<PlanStep> steps)
    {
        if (_make.Gateway?.VpcId is not null)
            return null;
        PlanStep[] made = _make.Gateway is null ? [_make.VpnGateway()] : [];
        PlanStep attached = _make.Attachment(made);
        steps.AddRange([.. made, attached]);
        return attached;
    }

    public override string? AddRoutingSteps(List<PlanStep> steps, PlanStep? vpn, PlanStep? gateway, bool waits)
    {
        List<Cidr> missing = _request.StaticRoutes.Where(route => _underway.Vpn?.StaticRoutes.Contains(route.ToString()) != true).ToList();
        _routes.AddRange(waits ? missing.Select(route => (route.ToString(), _make.Route(route, vpn))) : []);
        steps.AddRange(_routes.Select(route => route.Step));
        _propagations.AddRange(_propagating
            .Where(table => VpnGatewayId is not { } id || !table.PropagatingVpnGatewayIds.Contains(id))
            .Select(table => (table.RouteTableId, _make.Propagation(table, gateway))));
        steps.AddRange(_propagations.Select(propagation => propagation.Step));
        return waits || missing.Count == 0 ? null : "static routes are";
    }

    public override Task WhenReadyAsync(CancellationToken cancellationToken) => _underway.WhenAvailableAsync(cancellationToken);

    public override Task<SiteToSiteVpn> ShowAsync(SiteToSiteVpn vpn, CancellationToken cancellationToken) => Task.FromResult(vpn with
    {
        AmazonSideAsn = AmazonSideAsn,
        VpcId = _vpc.VpcId,
        StaticRoutes = vpn.StaticRoutes.Union(_routes.Where(route => !route.Step.IsDeclined).Select(route => route.Destination)).ToList(),
        PropagatingRouteTableIds = _vpc.Tables
            .Where(table => table.PropagatingVpnGatewayIds.Contains(VpnGatewayId!))
            .Select(table => table.RouteTableId)
            .Concat(_propagations.Where(propagation => !propagation.Step.IsDeclined).Select(propagation => propagation.TableId))
            .ToList(),
    });

    public override string ToString() => _vpc.ToString();
}
