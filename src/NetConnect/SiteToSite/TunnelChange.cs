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
        IEnumerable<(string, string, Func<CancellationToken, Task>)> changes =
            from tunnel in Tunnels(vpn, request.OutsideIpAddress)
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
        return new Plan<IReadOnlyList<VpnTunnelStatus>>(
            steps, async ct => (await _connection.Vpns.FindVpnAsync(vpn.VpnConnectionId, ct).ConfigureAwait(false))?.TunnelStatus);
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
