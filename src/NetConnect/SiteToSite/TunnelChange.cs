using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Changes tunnels one after the other, so that the connection stays up: their options, or the endpoint that AWS wants to replace.</summary>
public sealed class TunnelChange
{
    private readonly INetworkConnection _connection;
    private readonly OperationContext _context;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connections.</param>
    /// <param name="context">What it runs with.</param>
    public TunnelChange(INetworkConnection connection, OperationContext context)
    {
        _connection = connection;
        _context = context;
    }

    /// <summary>Plans to give tunnels the options that they do not have yet. Running again goes on where it stopped.</summary>
    /// <param name="request">The connection, the tunnels, and how careful to be.</param>
    /// <param name="options">The options; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanOptionsAsync(TunnelChangeRequest request, VpnTunnelOption options, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await VpnName.GetAsync(_connection, request.IdOrName, cancellationToken).ConfigureAwait(false);
        List<VpnTunnel> tunnels = Tunnels(vpn, request.OutsideIpAddress);
        await CheckAsync(vpn, tunnels, options, cancellationToken).ConfigureAwait(false);
        IEnumerable<(string, string, Func<CancellationToken, Task>)> changes =
            from tunnel in tunnels
            let differences = TunnelOptionComparison.Differences(tunnel.Options, options)
            where differences.Count > 0
            select (tunnel.OutsideIpAddress,
                $"Change {string.Join(", ", differences)}",
                (Func<CancellationToken, Task>)(ct => _connection.Vpns.ModifyTunnelAsync(vpn.VpnConnectionId, tunnel.OutsideIpAddress, options, ct)));
        return Plan(vpn, request, changes);
    }

    /// <summary>Plans to apply the maintenance that waits for tunnels.</summary>
    /// <param name="request">The connection, the tunnels, and how careful to be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanMaintenanceAsync(TunnelChangeRequest request, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await VpnName.GetAsync(_connection, request.IdOrName, cancellationToken).ConfigureAwait(false);
        List<VpnTunnel> tunnels = Tunnels(vpn, request.OutsideIpAddress);
        VpnTunnelMaintenance[] maintenance = await Task.WhenAll(tunnels.Select(
            tunnel => _connection.Vpns.GetTunnelMaintenanceAsync(vpn.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken))).ConfigureAwait(false);
        IEnumerable<(string, string, Func<CancellationToken, Task>)> changes =
            from pair in tunnels.Zip(maintenance, (tunnel, work) => (tunnel.OutsideIpAddress, work.IsPending))
            where pair.IsPending
            select (pair.OutsideIpAddress,
                "Apply pending maintenance",
                (Func<CancellationToken, Task>)(ct => _connection.Vpns.ReplaceTunnelAsync(vpn.VpnConnectionId, pair.OutsideIpAddress, ct)));
        return Plan(vpn, request, changes);
    }

    private Plan<IReadOnlyList<VpnTunnelStatus>> Plan(
        SiteToSiteVpn vpn, TunnelChangeRequest request, IEnumerable<(string OutsideIpAddress, string Action, Func<CancellationToken, Task> ApplyAsync)> changes)
    {
        if (vpn.State is not (VpnStates.Available or VpnStates.Modifying))
            throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);
        var gate = new TunnelGate(_connection.Vpns, _context, request.AllowOutage);
        var steps = new List<PlanStep>();
        foreach ((string outsideIpAddress, string action, Func<CancellationToken, Task> applyAsync) in changes)
        {
            // The second tunnel is judged when its turn comes: by then the first is up again.
            if (steps.Count == 0)
                gate.RefuseOutage(vpn, outsideIpAddress);
            steps.Add(new PlanStep(
                action,
                $"tunnel {outsideIpAddress} of {vpn}",
                ct => gate.ChangeAsync(vpn.VpnConnectionId, outsideIpAddress, applyAsync, request.Wait, ct),
                [.. steps.Skip(steps.Count - 1)]));
        }
        // Without waiting, nobody sees the first tunnel come up again before the second goes down: telemetry may still call it up.
        bool leavesOut = steps.Count > 1 && !request.Wait && !request.AllowOutage;
        return new Plan<IReadOnlyList<VpnTunnelStatus>>(
            leavesOut ? [steps[0]] : steps,
            async ct => (await _connection.Vpns.FindVpnAsync(vpn.VpnConnectionId, ct).ConfigureAwait(false))?.TunnelStatus,
            leavesOut ? [$"With -NoWait, one tunnel of {vpn} is changed at a time: run the command again when it is up."] : []);
    }

    private async Task CheckAsync(SiteToSiteVpn vpn, List<VpnTunnel> tunnels, VpnTunnelOption options, CancellationToken cancellationToken)
    {
        if (tunnels.Count > 1 && (options.TunnelInsideCidr ?? options.TunnelInsideIpv6Cidr) is { } inside)
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                $"The inside CIDR {inside} can be that of one tunnel only. Name the tunnel: -OutsideIpAddress {string.Join(" or ", vpn.Tunnels)}.",
                vpn.VpnConnectionId);
        bool movesInside = (options.TunnelInsideCidr ?? options.TunnelInsideIpv6Cidr) is not null;
        IReadOnlyList<SiteToSiteVpn> all = movesInside ? await _connection.Vpns.ListVpnsAsync(cancellationToken).ConfigureAwait(false) : [vpn];
        foreach (VpnTunnel tunnel in tunnels)
        {
            VpnTunnelOptionRules.Check(options, new VpnTunnelOptionContext
            {
                IsTransitGateway = vpn.VpnGatewayId is null,
                InsideCidrsInUse = VpnWorld.InsideCidrs(all
                    .Where(other => VpnStates.IsLive(other.State) && other.VpnGatewayId == vpn.VpnGatewayId && other.TransitGatewayId == vpn.TransitGatewayId)
                    .SelectMany(other => other.Tunnels)
                    .Where(other => other.OutsideIpAddress != tunnel.OutsideIpAddress)),
                Current = tunnel.Options,
            });
        }
    }

    private static List<VpnTunnel> Tunnels(SiteToSiteVpn vpn, string? outsideIpAddress)
    {
        List<VpnTunnel> tunnels = vpn.Tunnels.Where(tunnel => outsideIpAddress is null || tunnel.OutsideIpAddress == outsideIpAddress).ToList();
        return tunnels.Count > 0
            ? tunnels
            : throw new NetConnectException(
                ErrorIds.TunnelNotFound,
                ErrorKind.NotFound,
                $"{vpn} has no tunnel {outsideIpAddress}. Its tunnels are {string.Join(" and ", vpn.Tunnels)}.",
                vpn.VpnConnectionId);
    }
}
