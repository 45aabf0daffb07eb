using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Makes a site-to-site VPN into a VPC, whole: gateways, connection, static routes, propagation and tags.</summary>
public sealed class NewVpn
{
    private readonly IVpnApi _vpns;
    private readonly IVpcApi _vpcs;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the VPC.</param>
    /// <param name="context">What it runs with.</param>
    public NewVpn(INetworkConnection connection, OperationContext context)
    {
        _vpns = connection.Vpns;
        _vpcs = connection.Vpcs;
        _context = context;
    }

    /// <summary>Finds what is there, checks what can be checked, and lists the steps that are missing.</summary>
    /// <exception cref="NetConnectException">What was asked cannot be made; nothing was written.</exception>
    public async Task<Plan<SiteToSiteVpn>> PlanAsync(VpnRequest request, CancellationToken cancellationToken)
    {
        string vpcId = await VpcName.ResolveAsync(_vpcs, request.VpcId, cancellationToken).ConfigureAwait(false);
        Task<VpnWorld> reading = VpnWorld.ReadAsync(_vpns, cancellationToken);
        VpcRouting vpc = await VpcRouting.GetAsync(_vpcs, vpcId, "Check the id, -Region and the credentials.", cancellationToken).ConfigureAwait(false);
        VpnWorld world = await reading.ConfigureAwait(false);
        IReadOnlyList<RouteTable> propagating = request.Propagation is { } selection
            ? (await selection.SelectAsync([vpc], cancellationToken).ConfigureAwait(false))[0]
            : [];

        var underway = new VpnUnderway(_vpns, _context)
        {
            CustomerGateway = world.FindCustomerGateway(request.CustomerGatewayIpAddress, request.CustomerGatewayAsn, request.DeviceName),
            VpnGateway = world.FindVpnGateway(vpcId),
        };
        underway.Vpn = world.FindVpn(underway.CustomerGateway?.CustomerGatewayId, underway.VpnGateway?.VpnGatewayId);
        VpnChecks.Refuse(request, vpc, world, underway);
        return Plan(request, vpc, propagating, underway);
    }

    private Plan<SiteToSiteVpn> Plan(VpnRequest request, VpcRouting vpc, IReadOnlyList<RouteTable> propagating, VpnUnderway underway)
    {
        SiteToSiteVpn? existing = underway.Vpn;
        var make = new NewVpnSteps(_vpns, _context, request, vpc, underway);
        var steps = new List<PlanStep>();
        PlanStep? customerGateway = underway.CustomerGateway is null ? Add(make.CustomerGateway()) : null;
        PlanStep? made = underway.VpnGateway is null ? Add(make.VpnGateway()) : null;
        PlanStep? attached = made is null ? null : Add(make.Attachment(made));
        PlanStep? vpn = existing is null ? Add(make.Vpn(customerGateway, attached)) : null;
        bool leavesOut = request.NoWait && existing?.State != VpnStates.Available && request.StaticRoutes.Count > 0;
        var routes = new List<(string Destination, PlanStep Step)>();
        foreach (Cidr destination in leavesOut ? [] : request.StaticRoutes)
        {
            if (existing?.StaticRoutes.Contains(destination.ToString()) != true)
                routes.Add((destination.ToString(), Add(make.Route(destination, vpn))));
        }
        var propagations = new List<(string TableId, PlanStep Step)>();
        foreach (RouteTable table in propagating.Where(table => underway.VpnGateway is not { } gateway || !table.PropagatingVpnGatewayIds.Contains(gateway.VpnGatewayId)))
            propagations.Add((table.RouteTableId, Add(make.Propagation(table, attached))));
        PlanStep? tagged = existing is not null && existing.Tags.Lacks(request.Tags)
            ? Add(new PlanStep("Tag the VPN connection", existing.VpnConnectionId, ct => _vpcs.SetTagsAsync(existing.VpnConnectionId, request.Tags, ct)))
            : null;
        List<string> warnings = VpnChecks.Unmet(request, existing).ToList();
        if (leavesOut)
            warnings.Add("With -NoWait, static routes are left out until the connection is available: run the command again then.");
        return new Plan<SiteToSiteVpn>(steps, ResultAsync, warnings);

        PlanStep Add(PlanStep step)
        {
            steps.Add(step);
            return step;
        }

        async Task<SiteToSiteVpn?> ResultAsync(CancellationToken ct)
        {
            if (underway.Vpn is null)
                return null;
            if (!request.NoWait && !steps.Exists(step => step.IsDeclined))
                await underway.WhenAvailableAsync(ct).ConfigureAwait(false);
            return underway.Vpn with
            {
                CustomerGatewayIpAddress = underway.CustomerGateway!.IpAddress,
                CustomerGatewayAsn = underway.CustomerGateway.BgpAsn,
                AmazonSideAsn = underway.VpnGateway!.AmazonSideAsn,
                VpcId = vpc.VpcId,
                StaticRoutes = underway.Vpn.StaticRoutes.Union(routes.Where(route => !route.Step.IsDeclined).Select(route => route.Destination)).ToList(),
                PropagatingRouteTableIds = vpc.Tables
                    .Where(table => table.PropagatingVpnGatewayIds.Contains(underway.VpnGateway.VpnGatewayId))
                    .Select(table => table.RouteTableId)
                    .Concat(propagations.Where(propagation => !propagation.Step.IsDeclined).Select(propagation => propagation.TableId))
                    .ToList(),
                Tags = tagged is { IsDeclined: false } ? underway.Vpn.Tags.With(request.Tags) : underway.Vpn.Tags,
            };
        }
    }
}
