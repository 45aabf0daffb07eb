using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Changes an existing connection: where it ends, its device, options, routes and tags. AWS keeps its outside addresses and tunnel options.</summary>
public sealed class VpnChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connection.</param>
    /// <param name="context">What it runs with.</param>
    public VpnChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Lists the changes that are missing.</summary>
    /// <exception cref="NetConnectException">What was asked cannot be made; nothing was written.</exception>
    public async Task<Plan<SiteToSiteVpn>> PlanAsync(VpnChangeRequest request, CancellationToken cancellationToken)
    {
        VpnWorld world = await VpnWorld.ReadAsync(_connection.Vpns, cancellationToken).ConfigureAwait(false);
        SiteToSiteVpn vpn = await world.CompleteAsync(VpnName.Get(_connection, world.Vpns, request.IdOrName), _connection, cancellationToken).ConfigureAwait(false);
        if (!VpnStates.IsLive(vpn.State))
            throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);
        VpnRequest wanted = VpnChangeChecks.Wanted(request, world, vpn);
        var underway = new VpnUnderway(_connection.Vpns, _context) { Vpn = vpn, CustomerGateway = VpnChangeChecks.FindDevice(request, world, vpn, wanted) };
        VpnTarget? target = !request.ConcernsTarget
            ? null
            : await (wanted.TransitGatewayId is null
                ? VpcVpnTarget.ReadAsync(_connection, _context, wanted, underway, cancellationToken)
                : TransitVpnTarget.ReadAsync(_connection, _context, wanted, underway, cancellationToken)).ConfigureAwait(false);
        var move = new VpnMove(vpn, target, VpnChangeChecks.FindOther(world, vpn, target, underway.CustomerGateway), request.StaticRoutes);
        if (target is not null)
            await target.LookAsync(move.IsMove ? null : vpn, cancellationToken).ConfigureAwait(false);
        VpnChangeChecks.Refuse(wanted, world, vpn, target, move);
        return Plan(request, wanted, world, vpn, underway, target, move);
    }

    private Plan<SiteToSiteVpn> Plan(
        VpnChangeRequest request, VpnRequest wanted, VpnWorld world, SiteToSiteVpn vpn, VpnUnderway underway, VpnTarget? target, VpnMove move)
    {
        var make = new VpnChangeSteps(_connection, _context, vpn, underway);
        bool changesDevice = underway.CustomerGateway?.CustomerGatewayId != vpn.CustomerGatewayId;
        bool changesOptions = request.Options.Differences(vpn).Count > 0;
        List<PlanStep> steps = underway.CustomerGateway is null ? [NewVpnSteps.CustomerGateway(_connection.Vpns, wanted, underway)] : [];
        if (move.TakesRoutesAlong)
        {
            steps.AddRange(Removals(vpn.StaticRoutes, make));
            underway.Vpn = vpn with { StaticRoutes = [] };
        }
        PlanStep? last = null;
        if (move.IsMove || changesDevice)
            steps.Add(last = make.Gateways(Describe(wanted, target, move, changesDevice), move.IsMove ? target : null, changesDevice, !request.NoWait || changesOptions, [.. steps]));
        if (changesOptions)
            steps.Add(last = make.Options(request.Options, !request.NoWait, last is null ? [] : [last]));
        string? leftOut = target?.AddRoutingSteps(steps, last, gateway: null, waits: !request.NoWait || (last is null && vpn.State == VpnStates.Available));
        List<string> warnings = last is null ? [] : [$"Both tunnels of {vpn} go down for some minutes, at the same time."];
        if (leftOut is not null)
            warnings.Add($"With -NoWait, {leftOut} left out until the connection is available: run the command again then.");
        if (request.Prune && !move.IsMove)
            AddPruning(request, world, vpn, target, make, steps, warnings);
        steps.AddRange(make.Tags(request.Tags, request.RemovedTags));
        return new Plan<SiteToSiteVpn>(steps, ct => ResultAsync(request, vpn, make, steps, ct), warnings);
    }

    private static void AddPruning(
        VpnChangeRequest request, VpnWorld world, SiteToSiteVpn vpn, VpnTarget? target, VpnChangeSteps make, List<PlanStep> steps, List<string> warnings)
    {
        if (request.StaticRoutes is { } routes)
            steps.AddRange(Removals(vpn.StaticRoutes.Except(routes.Select(route => route.ToString())), make));
        if ((request.PropagatesNowhere ? [] : target?.PropagatingTableIds) is not { } kept)
            return;
        List<PlanStep> stops = vpn.PropagatingRouteTableIds.Except(kept).Select(make.PropagationStop).ToList();
        steps.AddRange(stops);
        List<SiteToSiteVpn> others = world.Vpns
            .Where(other => VpnStates.IsLive(other.State) && vpn.VpnGatewayId is not null && other.VpnGatewayId == vpn.VpnGatewayId && other.VpnConnectionId != vpn.VpnConnectionId)
            .ToList();
        // Tables learn from the gateway, not from one of its connections.
        if (stops.Count > 0 && others.Count > 0)
            warnings.Add($"{string.Join(", ", stops.Select(stop => stop.Target))} will no longer learn the routes of {string.Join(", ", others)} either, on the same gateway.");
    }

    private async Task<SiteToSiteVpn?> ResultAsync(
        VpnChangeRequest request, SiteToSiteVpn vpn, VpnChangeSteps make, List<PlanStep> steps, CancellationToken cancellationToken)
    {
        if (steps.Count == 0 && (request.NoWait || vpn.State == VpnStates.Available))
            return vpn;
        if (!request.NoWait)
            await make.WhenAvailableAsync(cancellationToken).ConfigureAwait(false);
        VpnWorld world = await VpnWorld.ReadAsync(_connection.Vpns, cancellationToken).ConfigureAwait(false);
        return await world.CompleteAsync(VpnName.Get(_connection, world.Vpns, vpn.VpnConnectionId), _connection, cancellationToken).ConfigureAwait(false);
    }

    // EC2 gives them in any order; people compare one run with the next.
    private static IEnumerable<PlanStep> Removals(IEnumerable<string> routes, VpnChangeSteps make) => routes.OrderBy(route => route, StringComparer.Ordinal).SelectMany(make.RouteRemovals);

    private static string Describe(VpnRequest wanted, VpnTarget? target, VpnMove move, bool changesDevice)
    {
        string to = $"{target?.TransitGatewayId ?? target?.VpnGatewayId}";
        string device = $"{wanted.CustomerGatewayIpAddress} (ASN {wanted.CustomerGatewayAsn})";
        return !changesDevice ? $"Move the VPN connection to {to}"
            : !move.IsMove ? $"Change the customer gateway to {device}"
            : $"Move the VPN connection to {to}, and change the customer gateway to {device}";
    }
}
