using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>How tunnels stand: now, once they have got somewhere, or whenever something about them changes.</summary>
public sealed class VpnTunnels
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connections.</param>
    public VpnTunnels(INetworkConnection connection) => _connection = connection;

    /// <summary>How the tunnels stand now.</summary>
    /// <exception cref="NetConnectException">A connection or VPC was asked for by id or name, and is not there.</exception>
    public async Task<VpnTunnelReport> ListAsync(VpnTunnelQuery query, CancellationToken cancellationToken)
    {
        (_, IReadOnlyList<SiteToSiteVpn> vpns) = await VpnSelection.FindAsync(_connection, query.Vpns, cancellationToken).ConfigureAwait(false);
        return await ReportAsync(vpns.SelectMany(vpn => vpn.TunnelStatus), (tunnel, ct) => CompleteAsync(tunnel, query, ct), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until each of the tunnels is up, or down.</summary>
    /// <param name="query">The tunnels: those that are there now.</param>
    /// <param name="status"><c>UP</c> or <c>DOWN</c>.</param>
    /// <param name="context">What it runs with; the timeout is that of each tunnel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NetConnectException">A connection or VPC was asked for by id or name, and is not there.</exception>
    public async Task<VpnTunnelReport> WaitAsync(VpnTunnelQuery query, string status, OperationContext context, CancellationToken cancellationToken)
    {
        (VpnSelection selection, IReadOnlyList<SiteToSiteVpn> vpns) = await VpnSelection.FindAsync(_connection, query.Vpns, cancellationToken).ConfigureAwait(false);
        return await ReportAsync(
            vpns.SelectMany(vpn => vpn.TunnelStatus),
            async (tunnel, ct) =>
            {
                if (tunnel.Status != status)
                    tunnel = await WaitAsync(selection, tunnel, status, context, ct).ConfigureAwait(false);
                return await CompleteAsync(tunnel, query, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells of every change, from now on: of status, message, time or routes, of tunnels that appear, and of those that go (their status is then DELETED).</summary>
    /// <param name="query">The tunnels.</param>
    /// <param name="watch">How often to look and how long, and who hears of it.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="NetConnectException">A connection or VPC was asked for by id or name, and is not there; or a look failed in a way that does not pass.</exception>
    public async Task WatchAsync(VpnTunnelQuery query, VpnTunnelWatch watch, CancellationToken cancellationToken)
    {
        (VpnSelection selection, IReadOnlyList<SiteToSiteVpn> vpns) = await VpnSelection.FindAsync(_connection, query.Vpns, cancellationToken).ConfigureAwait(false);
        await watch.RunAsync(selection, vpns, (tunnel, ct) => CompleteAsync(tunnel, query, ct), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<VpnTunnelStatus> WaitAsync(
        VpnSelection selection, VpnTunnelStatus tunnel, string status, OperationContext context, CancellationToken cancellationToken)
    {
        VpnTunnelStatus last = tunnel;
        string[] onTheWay = ["UP", "DOWN", VpnStates.Pending, VpnStates.Modifying, VpnStates.Available];
        await context.Wait(
            $"{tunnel.VpnConnectionId} tunnel {tunnel.OutsideIpAddress}",
            async ct => (await selection.ReadAsync(ct).ConfigureAwait(false)).FirstOrDefault(vpn => vpn.VpnConnectionId == tunnel.VpnConnectionId),
            State,
            onTheWay.Where(state => state != status).ToList(),
            [status],
            vpn => VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State),
            missing: () => VpnStates.Unexpected(tunnel.VpnConnectionId, VpnStates.Deleted)).RunAsync(context.Clock, cancellationToken).ConfigureAwait(false);
        return last;

        string State(SiteToSiteVpn vpn)
        {
            if (vpn.TunnelStatus.FirstOrDefault(one => one.OutsideIpAddress == tunnel.OutsideIpAddress) is not { } now)
                return vpn.State;
            last = now;
            return now.Status;
        }
    }

    private async Task<VpnTunnelStatus> CompleteAsync(VpnTunnelStatus tunnel, VpnTunnelQuery query, CancellationToken cancellationToken)
    {
        IVpnApi api = _connection.Vpns;
        Task<VpnTunnelNegotiation>? negotiation =
            query.IncludeNegotiation ? api.GetTunnelNegotiationAsync(tunnel.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken) : null;
        Task<VpnTunnelMaintenance>? maintenance =
            query.IncludeMaintenance ? api.GetTunnelMaintenanceAsync(tunnel.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken) : null;
        return tunnel with
        {
            Negotiation = negotiation is null ? null : await negotiation.ConfigureAwait(false),
            Maintenance = maintenance is null ? null : await maintenance.ConfigureAwait(false),
        };
    }

    // Side by side; what fails for one tunnel is told, and the others go on.
    private static async Task<VpnTunnelReport> ReportAsync(
        IEnumerable<VpnTunnelStatus> tunnels, Func<VpnTunnelStatus, CancellationToken, Task<VpnTunnelStatus>> look, CancellationToken cancellationToken)
    {
        List<Task<VpnTunnelStatus>> looks = tunnels.Select(tunnel => look(tunnel, cancellationToken)).ToList();
        var seen = new List<VpnTunnelStatus>();
        var failures = new List<NetConnectException>();
        foreach (Task<VpnTunnelStatus> one in looks)
        {
            try
            {
                seen.Add(await one.ConfigureAwait(false));
            }
            catch (NetConnectException error)
            {
                failures.Add(error);
            }
        }
        return new VpnTunnelReport(seen, failures);
    }
}
