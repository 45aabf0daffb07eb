using NetConnect.Findings;
using NetConnect.Peering;
using static NetConnect.SiteToSite.VpnTunnelFindings;

namespace NetConnect.SiteToSite;

/// <summary>Says what is wrong with a connection, or will be, and what mends it. It only reads.</summary>
public sealed class VpnDoctor
{
    private readonly INetworkConnection _connection;

    /// <summary>Creates the operation.</summary>
    /// <param name="connection">The account and Region of the connection.</param>
    public VpnDoctor(INetworkConnection connection) => _connection = connection;

    /// <summary>Looks at the tunnels, what they run with, gateways, routes, quotas and pending maintenance of a connection, and at its log where lines of it are given.</summary>
    /// <param name="idOrName">The connection, an id or a Name tag.</param>
    /// <param name="logLines">Lines of its CloudWatch log, JSON or text, or none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<VpnExamination<SiteToSiteVpn>> ExamineAsync(string idOrName, IReadOnlyCollection<string> logLines, CancellationToken cancellationToken)
    {
        VpnWorld world = await VpnWorld.ReadAsync(_connection.Vpns, cancellationToken).ConfigureAwait(false);
        SiteToSiteVpn vpn = VpnName.Get(_connection, world.Vpns, idOrName);
        if (!VpnStates.IsLive(vpn.State))
            throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);
        var reads = new TolerantReads((subject, evidence) => Finding(vpn.VpnConnectionId, VpnFindingCodes.NotExamined, VpnFindingSeverity.Information, subject, evidence,
            "Allow the action that the evidence names; the notes of Test-SiteToSiteVpn list all that it reads with."));
        // Side by side: the route tables are one read for both who want them.
        Task<SiteToSiteVpn> complete = world.CompleteAsync(vpn, _connection, cancellationToken);
        Task<VpcRouting?> vpc = world.VpcId(vpn) is { } vpcId ? VpcRouting.FindAsync(_connection.Vpcs, vpcId, cancellationToken) : Task.FromResult<VpcRouting?>(null);
        Task<VpnTunnelStatus[]> tunnels = Task.WhenAll(Status(vpn).Select(tunnel => LookAsync(tunnel, reads, cancellationToken)));
        Task<IReadOnlyList<VpnFinding>> transit = TransitVpnFindings.ListAsync(vpn, _connection, cancellationToken);
        await Task.WhenAll(complete, vpc, tunnels, transit).ConfigureAwait(false);
        vpn = complete.Result with { TunnelStatus = tunnels.Result };
        return new VpnExamination<SiteToSiteVpn>(
            vpn,
            [
                .. VpnTunnelFindings.Of(vpn),
                .. VpnCauses.Of(vpn, logLines),
                .. VpnRouteFindings.Of(vpn, vpc.Result, world),
                .. transit.Result,
                .. VpnQuotaFindings.Of(vpn, vpc.Result, world),
                .. reads.Findings,
            ]);
    }

    // A tunnel of which AWS tells nothing is not up.
    private static IEnumerable<VpnTunnelStatus> Status(SiteToSiteVpn vpn) => vpn.TunnelStatus.Concat(vpn.Tunnels
        .Where(tunnel => vpn.TunnelStatus.All(status => status.OutsideIpAddress != tunnel.OutsideIpAddress))
        .Select(tunnel => new VpnTunnelStatus { VpnConnectionId = vpn.VpnConnectionId, OutsideIpAddress = tunnel.OutsideIpAddress, Status = "DOWN", StatusMessage = "no telemetry" }));

    private async Task<VpnTunnelStatus> LookAsync(VpnTunnelStatus tunnel, TolerantReads reads, CancellationToken cancellationToken)
    {
        Task<VpnTunnelNegotiation?> negotiation = reads.TryAsync(
            tunnel.OutsideIpAddress, _connection.Vpns.GetTunnelNegotiationAsync(tunnel.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken));
        Task<VpnTunnelMaintenance?> maintenance = reads.TryAsync(
            tunnel.OutsideIpAddress, _connection.Vpns.GetTunnelMaintenanceAsync(tunnel.VpnConnectionId, tunnel.OutsideIpAddress, cancellationToken));
        await Task.WhenAll(negotiation, maintenance).ConfigureAwait(false);
        return tunnel with { Negotiation = negotiation.Result, Maintenance = maintenance.Result };
    }
}
