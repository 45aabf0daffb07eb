using NetConnect.Peering;


namespace NetConnect.SiteToSite;

/// <summary>Says what is wrong with a connection, or will be, and what mends it.</summary>
public sealed class VpnDoctor
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connection.</param>
    public VpnDoctor(INetworkConnection connection) => _connection = connection;

    /// <summary>Looks at the tunnels, gateways, routes and pending maintenance of a connection, and at its log where lines of it are given.</summary>
    /// <param name="idOrName">The connection, an id or a Name tag.</param>
    /// <param name="logLines">Lines of its CloudWatch log, or none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<VpnFinding>> ExamineAsync(string idOrName, IReadOnlyCollection<string> logLines, CancellationToken cancellationToken)
    {
        VpnWorld world = await VpnWorld.ReadAsync(_connection.Vpns, cancellationToken).ConfigureAwait(false);
        SiteToSiteVpn vpn = await world.CompleteAsync(VpnName.Get(_connection, world.Vpns, idOrName), _connection, cancellationToken).ConfigureAwait(false);
        if (!VpnStates.IsLive(vpn.State))
            throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);
        VpcRouting? vpc = vpn.VpcId is null ? null : await VpcRouting.FindAsync(_connection.Vpcs, vpn.VpcId, cancellationToken).ConfigureAwait(false);
        VpnTunnelMaintenance[] maintenance = await Task.WhenAll(vpn.Tunnels.Select(
            tunnel => _connection.Vpns.GetTunnelMaintenanceAsync(vpn.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken))).ConfigureAwait(false);
        return
        [
            .. VpnTunnelFindings.Of(vpn),
            .. VpnLogReader.Read(vpn, logLines),
            .. VpnRouteFindings.Of(vpn, vpc, world),
            .. vpn.Tunnels.Zip(maintenance, (tunnel, work) => (tunnel, work)).Where(pair => pair.work.IsPending).Select(pair => new VpnFinding
            {
                VpnConnectionId = vpn.VpnConnectionId,
                Code = "PendingMaintenance",
                Severity = VpnFindingSeverity.Warning,
                Subject = pair.tunnel.OutsideIpAddress,
                Evidence = pair.work.AutoAppliedAfter is { } after ? $"AWS replaces the endpoint by itself after {after:u}." : "AWS has to replace the endpoint.",
                Fix = "Choose the time yourself: Update-VpnTunnel does it for one tunnel after the other.",
            }),
        ];
    }
}
