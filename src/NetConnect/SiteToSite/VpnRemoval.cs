using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Removes a connection, and on request the gateways that nothing else uses.</summary>
public sealed class VpnRemoval
{
    private readonly INetworkConnection _connection;
    private readonly IVpnApi _vpns;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connection.</param>
    /// <param name="context">What it runs with.</param>
    public VpnRemoval(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _vpns = connection.Vpns;
        _context = context;
    }

    /// <summary>Lists what is removed, in the order that EC2 asks for: routes and propagation, connection, customer gateway, attachment, gateway.</summary>
    /// <param name="idOrName">The connection, an id or a Name tag.</param>
    /// <param name="includeGateways">Whether gateways go too that no other connection uses.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A plan that gives the connection in its last state.</returns>
    public async Task<Plan<SiteToSiteVpn>> PlanAsync(string idOrName, bool includeGateways, CancellationToken cancellationToken)
    {
        VpnWorld world = await VpnWorld.ReadAsync(_vpns, cancellationToken).ConfigureAwait(false);
        SiteToSiteVpn vpn = await world.CompleteAsync(VpnName.Get(_connection, world.Vpns, idOrName), _connection, cancellationToken).ConfigureAwait(false);
        List<SiteToSiteVpn> others = world.Vpns.Where(other => VpnStates.IsLive(other.State) && other.VpnConnectionId != vpn.VpnConnectionId).ToList();
        bool hasOwnGateway = vpn.VpnGatewayId is not null && !others.Exists(other => other.VpnGatewayId == vpn.VpnGatewayId);

        var steps = new List<PlanStep>();
        // Association and propagation go with the attachment, and that with the connection. Routes to it would stay, and drop their traffic.
        foreach (TransitGatewayRoute route in vpn.TransitGatewayRoutes)
            steps.Add(new PlanStep(
                $"Remove static route {route.DestinationCidrBlock}",
                route.TransitGatewayRouteTableId,
                ct => _connection.TransitGateways.DeleteRouteAsync(route.TransitGatewayRouteTableId, Cidr.Parse(route.DestinationCidrBlock), ct)));
        foreach (string table in hasOwnGateway ? vpn.PropagatingRouteTableIds : [])
            steps.Add(new PlanStep("Stop propagating the VPN's routes", table, ct => _vpns.SetPropagationAsync(table, vpn.VpnGatewayId!, enabled: false, ct)));
        PlanStep? deleted = null;
        if (vpn.State != VpnStates.Deleted)
            steps.Add(deleted = new PlanStep("Delete the VPN connection", $"{vpn} to {vpn.CustomerGatewayIpAddress}", ct => DeleteAsync(vpn, ct), [.. steps]));
        if (includeGateways && !others.Exists(other => other.CustomerGatewayId == vpn.CustomerGatewayId)
            && world.CustomerGateways.Any(gateway => gateway.CustomerGatewayId == vpn.CustomerGatewayId))
            steps.Add(Step("Delete the customer gateway", vpn.CustomerGatewayId, ct => _vpns.DeleteCustomerGatewayAsync(vpn.CustomerGatewayId, ct), deleted));
        if (includeGateways && hasOwnGateway && world.VpnGateways.FirstOrDefault(gateway => gateway.VpnGatewayId == vpn.VpnGatewayId) is { } vpnGateway)
            AddGatewaySteps(vpnGateway, deleted, steps);
        return new Plan<SiteToSiteVpn>(steps, _ => Task.FromResult<SiteToSiteVpn?>(
            steps.Exists(step => step.IsDeclined) ? null : vpn with
            {
                State = VpnStates.Deleted,
                StaticRoutes = [],
                TransitGatewayRoutes = [],
                PropagatingRouteTableIds = [],
                AssociationRouteTableId = null,
            }));
    }

    private void AddGatewaySteps(VpnGateway gateway, PlanStep? after, List<PlanStep> steps)
    {
        PlanStep? detached = after;
        if (gateway.VpcId is { } vpcId && gateway.AttachmentState is not VpnStates.Detached)
            steps.Add(detached = Step("Detach the virtual private gateway", $"{gateway} from {vpcId}", ct => DetachAsync(gateway, vpcId, ct), after));
        steps.Add(Step("Delete the virtual private gateway", gateway.VpnGatewayId, ct => _vpns.DeleteVpnGatewayAsync(gateway.VpnGatewayId, ct), detached));
    }

    // Static routes go with their connection; EC2 forgets them itself.
    private async Task DeleteAsync(SiteToSiteVpn vpn, CancellationToken cancellationToken)
    {
        if (vpn.State != VpnStates.Deleting)
            await _vpns.DeleteVpnAsync(vpn.VpnConnectionId, cancellationToken).ConfigureAwait(false);
        await _context.Wait(
            vpn.VpnConnectionId,
            ct => _vpns.FindVpnAsync(vpn.VpnConnectionId, ct),
            found => found.State,
            [VpnStates.Deleting, VpnStates.Available, VpnStates.Pending, VpnStates.Modifying],
            [VpnStates.Deleted],
            found => VpnStates.Unexpected(found.VpnConnectionId, found.State),
            absenceIsTarget: true).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false);
    }

    private async Task DetachAsync(VpnGateway gateway, string vpcId, CancellationToken cancellationToken)
    {
        if (gateway.AttachmentState != VpnStates.Detaching)
            await _vpns.DetachVpnGatewayAsync(gateway.VpnGatewayId, vpcId, cancellationToken).ConfigureAwait(false);
        await _context.Wait(
            gateway.VpnGatewayId,
            async ct => (await _vpns.ListVpnGatewaysAsync(ct).ConfigureAwait(false)).FirstOrDefault(found => found.VpnGatewayId == gateway.VpnGatewayId),
            found => found.AttachmentState ?? VpnStates.Detached,
            [VpnStates.Detaching, VpnStates.Attached],
            [VpnStates.Detached],
            found => VpnStates.Unexpected(found.VpnGatewayId, found.AttachmentState ?? ""),
            absenceIsTarget: true).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false);
    }

    private static PlanStep Step(string action, string target, Func<CancellationToken, Task> apply, PlanStep? after) => new(action, target, apply, after is null ? [] : [after]);
}
