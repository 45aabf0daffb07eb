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
        VpnChecks.Refuse(request, vpc, underway);
        return Plan(request, vpc, propagating, underway);
    }

    private Plan<SiteToSiteVpn> Plan(VpnRequest request, VpcRouting vpc, IReadOnlyList<RouteTable> propagating, VpnUnderway underway)
    {
        SiteToSiteVpn? existing = underway.Vpn;
        var steps = new List<PlanStep>();
        PlanStep? customerGateway = underway.CustomerGateway is null ? Add(CustomerGatewayStep(request, underway)) : null;
        PlanStep? made = underway.VpnGateway is null ? Add(VpnGatewayStep(request, underway)) : null;
        PlanStep? attached = made is null ? null : Add(new PlanStep(
            "Attach the virtual private gateway", vpc.ToString(), ct => _vpns.AttachVpnGatewayAsync(underway.VpnGateway!.VpnGatewayId, vpc.VpcId, ct), made));
        PlanStep? vpn = existing is null ? Add(VpnStep(request, vpc, underway, [.. new[] { customerGateway, attached }.OfType<PlanStep>()])) : null;
        bool leavesOut = request.NoWait && existing?.State != VpnStates.Available && request.StaticRoutes.Count > 0;
        foreach (Cidr destination in leavesOut ? [] : request.StaticRoutes)
        {
            if (existing?.StaticRoutes.Contains(destination.ToString()) != true)
                Add(RouteStep(destination, underway, vpn));
        }
        foreach (RouteTable table in propagating.Where(table => underway.VpnGateway is not { } gateway || !table.PropagatingVpnGatewayIds.Contains(gateway.VpnGatewayId)))
            Add(PropagationStep(table, underway, attached));
        if (existing is not null && existing.Tags.Lacks(request.Tags))
            Add(new PlanStep("Tag the VPN connection", existing.VpnConnectionId, ct => _vpcs.SetTagsAsync(existing.VpnConnectionId, request.Tags, ct)));
        return new Plan<SiteToSiteVpn>(
            steps,
            ResultAsync,
            leavesOut ? ["With -NoWait, static routes are left out until the connection is available: run the command again then."] : []);

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
                StaticRoutes = underway.Vpn.StaticRoutes.Union(leavesOut ? [] : request.StaticRoutes.Select(cidr => cidr.ToString())).ToList(),
                PropagatingRouteTableIds = vpc.Tables
                    .Where(table => table.PropagatingVpnGatewayIds.Contains(underway.VpnGateway.VpnGatewayId) || propagating.Contains(table))
                    .Select(table => table.RouteTableId)
                    .ToList(),
            };
        }
    }

    private PlanStep CustomerGatewayStep(VpnRequest request, VpnUnderway underway) => new(
        "Create a customer gateway",
        $"{request.CustomerGatewayIpAddress} (ASN {request.CustomerGatewayAsn})",
        async ct => underway.CustomerGateway = await _vpns.CreateCustomerGatewayAsync(
            request.CustomerGatewayIpAddress, request.CustomerGatewayAsn, request.DeviceName, request.Tags, ct).ConfigureAwait(false));

    // A gateway whose create was lost bears our tags, but so may others: one that is attached to nothing is taken, which does no harm.
    private PlanStep VpnGatewayStep(VpnRequest request, VpnUnderway underway) => new(
        "Create a virtual private gateway",
        request.AmazonSideAsn is { } asn ? $"ASN {asn}" : "with AWS's own ASN",
        async ct => underway.VpnGateway = await _context.CreateOnceAsync(
            token => _vpns.CreateVpnGatewayAsync(request.AmazonSideAsn, request.Tags, token),
            async token => (await _vpns.ListVpnGatewaysAsync(token).ConfigureAwait(false)).FirstOrDefault(gateway =>
                gateway.State == VpnStates.Available && gateway.VpcId is null && request.Tags.Count > 0 && !gateway.Tags.Lacks(request.Tags)),
            ErrorIds.VpnMismatch,
            ct).ConfigureAwait(false));

    private PlanStep VpnStep(VpnRequest request, VpcRouting vpc, VpnUnderway underway, PlanStep[] after) => new(
        $"Create a {(request.IsStatic ? "static" : "BGP")} VPN connection to {request.CustomerGatewayIpAddress}",
        vpc.ToString(),
        async ct => underway.Vpn = await _context.CreateOnceAsync(
            token => _vpns.CreateVpnAsync(
                new VpnCreation
                {
                    CustomerGatewayId = underway.CustomerGateway!.CustomerGatewayId,
                    VpnGatewayId = underway.VpnGateway!.VpnGatewayId,
                    StaticRoutesOnly = request.IsStatic,
                    LocalIpv4NetworkCidr = request.LocalIpv4NetworkCidr?.ToString(),
                    RemoteIpv4NetworkCidr = request.RemoteIpv4NetworkCidr?.ToString(),
                    Tunnels = request.Tunnels,
                    PreSharedKeyStorage = request.PreSharedKeyStorage,
                    Tags = request.Tags,
                },
                token),
            async token => (await VpnWorld.ReadAsync(_vpns, token).ConfigureAwait(false)).FindVpn(
                underway.CustomerGateway!.CustomerGatewayId, underway.VpnGateway!.VpnGatewayId),
            ErrorIds.VpnMismatch,
            ct).ConfigureAwait(false),
        after);

    private PlanStep RouteStep(Cidr destination, VpnUnderway underway, PlanStep? after) => new(
        $"Add static route {destination}",
        underway.Vpn?.VpnConnectionId ?? "the new VPN connection",
        async ct =>
        {
            SiteToSiteVpn available = await underway.WhenAvailableAsync(ct).ConfigureAwait(false);
            await _vpns.CreateVpnRouteAsync(available.VpnConnectionId, destination, ct).ConfigureAwait(false);
        },
        after is null ? [] : [after]);

    private PlanStep PropagationStep(RouteTable table, VpnUnderway underway, PlanStep? after) => new(
        "Propagate the VPN's routes",
        $"{table.RouteTableId}{(table.Name is { } name ? $" {name}" : "")}{(table.IsMain ? " (main)" : "")}",
        async ct =>
        {
            await underway.WhenAttachedAsync(ct).ConfigureAwait(false);
            await _vpns.SetPropagationAsync(table.RouteTableId, underway.VpnGateway!.VpnGatewayId, enabled: true, ct).ConfigureAwait(false);
        },
        after is null ? [] : [after]);
}
