using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Makes a site-to-site VPN into a VPC or onto a transit gateway, whole: gateways, connection, routes, propagation and tags.</summary>
public sealed class NewVpn
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the VPC or transit gateway.</param>
    /// <param name="context">What it runs with.</param>
    public NewVpn(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Finds what is there, checks what can be checked, and lists the steps that are missing.</summary>
    /// <exception cref="NetConnectException">What was asked cannot be made; nothing was written.</exception>
    public async Task<Plan<SiteToSiteVpn>> PlanAsync(VpnRequest request, CancellationToken cancellationToken)
    {
        VpnConnectionRules.Check(request);
        var underway = new VpnUnderway(_connection.Vpns, _context);
        Task<VpnWorld> reading = VpnWorld.ReadAsync(_connection.Vpns, cancellationToken);
        VpnTarget target = await (request.TransitGatewayId is null
            ? VpcVpnTarget.ReadAsync(_connection, _context, request, underway, cancellationToken)
            : TransitVpnTarget.ReadAsync(_connection, _context, request, underway, cancellationToken)).ConfigureAwait(false);
        VpnWorld world = await reading.ConfigureAwait(false);
        underway.CustomerGateway = world.FindCustomerGateway(request.CustomerGatewayIpAddress, request.CustomerGatewayAsn, request.DeviceName);
        underway.Vpn = target.FindVpn(world, underway.CustomerGateway);
        await target.LookAsync(underway.Vpn, cancellationToken).ConfigureAwait(false);
        VpnChecks.Refuse(request, target, world, underway.Vpn);
        return Plan(request, target, underway);
    }

    private Plan<SiteToSiteVpn> Plan(VpnRequest request, VpnTarget target, VpnUnderway underway)
    {
        SiteToSiteVpn? existing = underway.Vpn;
        var make = new NewVpnSteps(_connection.Vpns, _context, request, target, underway);
        var steps = new List<PlanStep>();
        PlanStep? customerGateway = underway.CustomerGateway is null ? Add(NewVpnSteps.CustomerGateway(_connection.Vpns, request, underway)) : null;
        PlanStep? gateway = target.AddGatewaySteps(steps);
        PlanStep? vpn = existing is null ? Add(make.Vpn(customerGateway, gateway)) : null;
        string? leftOut = target.AddRoutingSteps(steps, vpn, gateway, waits: !request.NoWait || existing?.State == VpnStates.Available);
        PlanStep? tagged = existing is not null && existing.Tags.Lacks(request.Tags)
            ? Add(new PlanStep(
                "Tag the VPN connection", existing.VpnConnectionId, ct => _connection.Vpcs.SetTagsAsync(existing.VpnConnectionId, request.Tags, ct)))
            : null;
        List<string> warnings = VpnChecks.Unmet(request, existing).ToList();
        if (leftOut is not null)
            warnings.Add($"With -NoWait, {leftOut} left out until the connection is available: run the command again then.");
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
                await target.WhenReadyAsync(ct).ConfigureAwait(false);
            SiteToSiteVpn shown = await target.ShowAsync(underway.Vpn, ct).ConfigureAwait(false);
            return shown with
            {
                CustomerGatewayIpAddress = underway.CustomerGateway!.IpAddress,
                CustomerGatewayAsn = underway.CustomerGateway.BgpAsn,
                Tags = tagged is { IsDeclined: false } ? shown.Tags.With(request.Tags) : shown.Tags,
            };
        }
    }
}
