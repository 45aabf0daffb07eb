using NetConnect.Addressing;
using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>The steps that change an existing connection, and take away what it no longer needs.</summary>
internal sealed class VpnChangeSteps(INetworkConnection connection, OperationContext context, SiteToSiteVpn vpn, VpnUnderway underway)
{
    private readonly IVpnApi _vpns = connection.Vpns;

    /// <summary>Gives the connection another end at AWS, another device, or both by one call.</summary>
    /// <param name="action">What it does.</param>
    /// <param name="target">The gateway to end at; null stays.</param>
    /// <param name="changesDevice">Whether the customer gateway that is underway is another one than it has.</param>
    /// <param name="waits">Whether to wait until it is available again.</param>
    /// <param name="after">The steps it builds on.</param>
    public PlanStep Gateways(string action, VpnTarget? target, bool changesDevice, bool waits, IEnumerable<PlanStep> after)
    {
        return Change(action, ApplyAsync, IsMade, waits, after);

        Task ApplyAsync(CancellationToken ct) => _vpns.ModifyVpnAsync(
            vpn.VpnConnectionId, target?.VpnGatewayId, target?.TransitGatewayId, changesDevice ? underway.CustomerGateway!.CustomerGatewayId : null, ct);

        bool IsMade(SiteToSiteVpn now) => (target is null || (now.VpnGatewayId == target.VpnGatewayId && now.TransitGatewayId == target.TransitGatewayId))
            && (!changesDevice || now.CustomerGatewayId == underway.CustomerGateway!.CustomerGatewayId);
    }

    /// <summary>Changes options of the connection.</summary>
    public PlanStep Options(VpnOptionsChange options, bool waits, IEnumerable<PlanStep> after) => Change(
        $"Change {string.Join(", ", options.Differences(vpn))}",
        ct => _vpns.ModifyVpnOptionsAsync(vpn.VpnConnectionId, options, ct),
        now => options.Differences(now).Count == 0,
        waits,
        after);

    /// <summary>Removes a static route, from the connection or from the transit gateway's tables.</summary>
    public IEnumerable<PlanStep> RouteRemovals(string destination) => vpn.TransitGatewayId is null
        ? [new PlanStep($"Remove static route {destination}", vpn.VpnConnectionId, ct => _vpns.DeleteVpnRouteAsync(vpn.VpnConnectionId, Cidr.Parse(destination), ct))]
        : vpn.TransitGatewayRoutes.Where(route => route.DestinationCidrBlock == destination).Select(route => new PlanStep(
            $"Remove static route {destination}",
            route.TransitGatewayRouteTableId,
            ct => connection.TransitGateways.DeleteRouteAsync(route.TransitGatewayRouteTableId, Cidr.Parse(destination), ct)));

    /// <summary>Stops a route table from learning the connection's routes.</summary>
    public PlanStep PropagationStop(string tableId) => new(
        "Stop propagating the VPN's routes",
        tableId,
        ct => vpn.TransitGatewayId is null
            ? _vpns.SetPropagationAsync(tableId, vpn.VpnGatewayId!, enabled: false, ct)
            : connection.TransitGateways.SetPropagationAsync(tableId, vpn.TransitGatewayAttachmentId!, enabled: false, ct));

    /// <summary>Sets and removes tags of the connection.</summary>
    public IEnumerable<PlanStep> Tags(IReadOnlyDictionary<string, string> set, IReadOnlyCollection<string> removed) =>
        TagSteps.Create(connection.Vpcs, "VPN connection", vpn.VpnConnectionId, vpn.Tags, set, removed);

    /// <summary>Waits until the connection is available.</summary>
    public async Task<SiteToSiteVpn> WhenAvailableAsync(CancellationToken cancellationToken) => (await underway.WhenAvailableAsync(
        vpn.VpnConnectionId, FindAsync, found => found.State, cancellationToken).ConfigureAwait(false))!;

    // EC2 takes one change at a time, and static routes that were just deleted keep it for a moment from a transit gateway.
    private PlanStep Change(string action, Func<CancellationToken, Task> applyAsync, Func<SiteToSiteVpn, bool> isMade, bool waits, IEnumerable<PlanStep> after) => new(
        action,
        vpn.VpnConnectionId,
        async ct =>
        {
            underway.Vpn = await WhenAvailableAsync(ct).ConfigureAwait(false);
            await context.WhenVisibleAsync(
                [ErrorIds.VpnStateConflict],
                token => context.CreateOnceAsync(
                    async now =>
                    {
                        await applyAsync(now).ConfigureAwait(false);
                        return vpn;
                    },
                    async now => await FindAsync(now).ConfigureAwait(false) is { } found && isMade(found) ? found : null,
                    ErrorIds.VpnStateConflict,
                    token),
                ct).ConfigureAwait(false);
            if (waits)
                underway.Vpn = await WhenAvailableAsync(ct).ConfigureAwait(false);
        },
        [.. after]);

    private Task<SiteToSiteVpn?> FindAsync(CancellationToken cancellationToken) => _vpns.FindVpnAsync(vpn.VpnConnectionId, cancellationToken);
}
