using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Lets one tunnel be changed only while the other one carries the traffic, and waits until it is up again before anything else follows.</summary>
/// <remarks>A change takes a tunnel down for some minutes (Site-to-Site VPN User Guide, "Modify tunnel options").</remarks>
internal sealed class TunnelGate
{
    private readonly IVpnApi _api;
    private readonly OperationContext _context;
    private readonly bool _allowOutage;

    public TunnelGate(IVpnApi api, OperationContext context, bool allowOutage)
    {
        _api = api;
        _context = context;
        _allowOutage = allowOutage;
    }

    /// <summary>Refuses to touch a tunnel while no other one is up.</summary>
    public void RefuseOutage(SiteToSiteVpn vpn, string outsideIpAddress)
    {
        if (_allowOutage || vpn.TunnelStatus.Any(tunnel => tunnel.OutsideIpAddress != outsideIpAddress && tunnel.Status == "UP"))
            return;
        throw new NetConnectException(
            ErrorIds.VpnOutage,
            ErrorKind.Conflict,
            $"Changing tunnel {outsideIpAddress} of {vpn} would cut the connection: its other tunnel is not up. Bring that up first (Test-SiteToSiteVpn says what is wrong), or use -AllowOutage.",
            vpn.VpnConnectionId);
    }

    /// <summary>Changes a tunnel and, where asked, waits until it is up again with the routes it had.</summary>
    public async Task ChangeAsync(string vpnId, string outsideIpAddress, Func<CancellationToken, Task> change, bool wait, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await _api.FindVpnAsync(vpnId, cancellationToken).ConfigureAwait(false)
            ?? throw new NetConnectException(ErrorIds.VpnNotFound, ErrorKind.NotFound, $"{vpnId} is gone.", vpnId);
        // EC2 takes one change at a time.
        if (vpn.State != VpnStates.Available)
            vpn = (await _context.Wait(
                vpnId,
                ct => _api.FindVpnAsync(vpnId, ct),
                found => found.State,
                [VpnStates.Modifying],
                [VpnStates.Available],
                found => VpnStates.Unexpected(vpnId, found.State)).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false))!;
        RefuseOutage(vpn, outsideIpAddress);
        VpnTunnelStatus? before = Status(vpn, outsideIpAddress);
        await change(cancellationToken).ConfigureAwait(false);
        // A tunnel that was down, waiting for its device, need not come up by a change.
        if (wait && before?.Status == "UP")
            await WaitUntilUpAsync(vpnId, before, cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitUntilUpAsync(string vpnId, VpnTunnelStatus before, CancellationToken cancellationToken)
    {
        bool wasDown = false;
        await _context.Wait(
            $"{vpnId} tunnel {before.OutsideIpAddress}",
            ct => _api.FindVpnAsync(vpnId, ct),
            State,
            ["DOWN", "UP from before", "UP without its routes", VpnStates.Modifying, VpnStates.Pending],
            ["UP"],
            vpn => VpnStates.Unexpected(vpnId, vpn.State)).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false);

        string State(SiteToSiteVpn vpn)
        {
            if (vpn.State != VpnStates.Available)
                return vpn.State;
            VpnTunnelStatus? now = Status(vpn, before.OutsideIpAddress);
            if (now?.Status != "UP")
            {
                wasDown = true;
                return "DOWN";
            }
            // Telemetry lags behind the change: UP counts once it is known to be a new one. Both times are AWS's, so this machine's clock does not matter.
            if (!wasDown && !(now.Since > before.Since))
                return "UP from before";
            return before.AcceptedRouteCount > 0 && now.AcceptedRouteCount == 0 ? "UP without its routes" : "UP";
        }
    }

    private static VpnTunnelStatus? Status(SiteToSiteVpn vpn, string outsideIpAddress) =>
        vpn.TunnelStatus.FirstOrDefault(tunnel => tunnel.OutsideIpAddress == outsideIpAddress);
}
