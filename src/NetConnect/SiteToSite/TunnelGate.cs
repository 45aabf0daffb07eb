using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Lets one tunnel be changed only while the other one carries the traffic, and waits until it is up again before anything else follows.</summary>
/// <remarks>A change takes a tunnel down for some minutes (Site-to-Site VPN User Guide, "Modify tunnel options").</remarks>
internal sealed class TunnelGate
{
    private const string Up = "UP";

    private readonly IVpnApi _api;
    private readonly OperationContext _context;
    private readonly string _vpnId;
    private readonly bool _allowOutage;

    public TunnelGate(IVpnApi api, OperationContext context, string vpnId, bool allowOutage)
    {
        _api = api;
        _context = context;
        _vpnId = vpnId;
        _allowOutage = allowOutage;
    }

    /// <summary>How a tunnel stands, or null where there is no telemetry.</summary>
    public static VpnTunnelStatus? Status(SiteToSiteVpn vpn, string outsideIpAddress) =>
        vpn.TunnelStatus.FirstOrDefault(tunnel => tunnel.OutsideIpAddress == outsideIpAddress);

    /// <summary>Refuses to touch a tunnel while no other one could take its traffic.</summary>
    public void RefuseOutage(SiteToSiteVpn vpn, string outsideIpAddress)
    {
        bool hasRoutes = !vpn.StaticRoutesOnly && Status(vpn, outsideIpAddress) is { Status: Up, AcceptedRouteCount: > 0 };
        List<VpnTunnelStatus> others = vpn.TunnelStatus.Where(tunnel => tunnel.OutsideIpAddress != outsideIpAddress && tunnel.Status == Up).ToList();
        if (_allowOutage || others.Exists(tunnel => !hasRoutes || tunnel.AcceptedRouteCount > 0))
            return;
        throw new NetConnectException(
            ErrorIds.VpnOutage,
            ErrorKind.Conflict,
            $"Changing tunnel {outsideIpAddress} of {vpn} would cut the connection: its other tunnel {(others.Count == 0 ? "is not up" : "has no routes over BGP")}. " +
            "Bring that up first (Test-SiteToSiteVpn says what is wrong), or use -AllowOutage.",
            vpn.VpnConnectionId);
    }

    /// <summary>Changes a tunnel, tells who must know, and where asked waits until it is up again with the routes it had.</summary>
    public async Task ChangeAsync(TunnelWork work, bool wait, bool isFollowed, CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await AvailableAsync(cancellationToken).ConfigureAwait(false);
        RefuseOutage(vpn, work.OutsideIpAddress);
        VpnTunnelStatus? before = Status(vpn, work.OutsideIpAddress);
        // Since the plan was made AWS may have done its maintenance, or have moved the keys of both tunnels at once.
        if (await work.IsMadeAsync(cancellationToken).ConfigureAwait(false))
            return;
        // A change whose answer was lost may have been made, and EC2 takes no other meanwhile.
        await _context.CreateOnceAsync(
            async ct =>
            {
                await work.ApplyAsync(ct).ConfigureAwait(false);
                return work;
            },
            async ct => await work.IsMadeAsync(ct).ConfigureAwait(false) ? work : null,
            ErrorIds.VpnStateConflict,
            cancellationToken).ConfigureAwait(false);
        if (work.TellAsync is { } tellAsync)
            await tellAsync(cancellationToken).ConfigureAwait(false);
        // A tunnel that was down, waiting for its device, need not come up by a change; but the next one needs it.
        if (wait && (before?.Status == Up || (isFollowed && !_allowOutage)))
            await WaitUntilUpAsync(work.OutsideIpAddress, before, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until a tunnel is up.</summary>
    /// <param name="outsideIpAddress">The tunnel.</param>
    /// <param name="before">How it stood before it was changed; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitUntilUpAsync(string outsideIpAddress, VpnTunnelStatus? before, CancellationToken cancellationToken)
    {
        bool wasDown = before?.Status != Up;
        int routes = before?.AcceptedRouteCount ?? 0;
        string withoutRoutes = $"UP without all of its {routes} routes";
        await _context.Wait(
            $"{_vpnId} tunnel {outsideIpAddress}",
            ct => _api.FindVpnAsync(_vpnId, ct),
            State,
            ["DOWN", "UP from before", withoutRoutes, VpnStates.Modifying, VpnStates.Pending],
            [Up],
            vpn => VpnStates.Unexpected(_vpnId, vpn.State)).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false);

        string State(SiteToSiteVpn vpn)
        {
            VpnTunnelStatus? now = Status(vpn, outsideIpAddress);
            wasDown |= now?.Status != Up;
            if (vpn.State != VpnStates.Available)
                return vpn.State;
            if (now?.Status != Up)
                return "DOWN";
            // Telemetry lags behind the change: UP counts once it is known to be a new one. Both times are AWS's, so this machine's clock does not matter.
            if (!wasDown && !(now.Since > before!.Since))
                return "UP from before";
            return now.AcceptedRouteCount < routes ? withoutRoutes : Up;
        }
    }

    // EC2 takes one change at a time.
    private async Task<SiteToSiteVpn> AvailableAsync(CancellationToken cancellationToken)
    {
        SiteToSiteVpn vpn = await _api.FindVpnAsync(_vpnId, cancellationToken).ConfigureAwait(false)
            ?? throw new NetConnectException(ErrorIds.VpnNotFound, ErrorKind.NotFound, $"{_vpnId} is gone.", _vpnId);
        return vpn.State == VpnStates.Available
            ? vpn
            : (await _context.Wait(
                _vpnId,
                ct => _api.FindVpnAsync(_vpnId, ct),
                found => found.State,
                [VpnStates.Modifying],
                [VpnStates.Available],
                found => VpnStates.Unexpected(_vpnId, found.State)).RunAsync(_context.Clock, cancellationToken).ConfigureAwait(false))!;
    }
}
