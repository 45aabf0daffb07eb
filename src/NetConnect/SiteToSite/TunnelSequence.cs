using NetConnect.Planning;

namespace NetConnect.SiteToSite;

/// <summary>Puts the changes of a connection's tunnels into a plan: one after the other, each through the gate.</summary>
internal sealed class TunnelSequence
{
    private readonly IVpnApi _api;
    private readonly OperationContext _context;
    private readonly SiteToSiteVpn _vpn;
    private readonly TunnelChangeRequest _request;
    private readonly TunnelGate _gate;
    private readonly IReadOnlyList<TunnelWork> _done;

    private TunnelSequence(IVpnApi api, OperationContext context, SiteToSiteVpn vpn, TunnelChangeRequest request, IReadOnlyList<TunnelWork> done)
    {
        _api = api;
        _context = context;
        _vpn = vpn;
        _request = request;
        _gate = new TunnelGate(api, context, vpn.VpnConnectionId, request.AllowOutage);
        _done = done;
    }

    /// <summary>Makes the plan. It gives the state of the tunnels after the last change.</summary>
    /// <exception cref="NetConnectException">The connection is not in a state to be changed, or would be cut.</exception>
    public static Plan<IReadOnlyList<VpnTunnelStatus>> Plan(
        IVpnApi api, OperationContext context, SiteToSiteVpn vpn, TunnelChangeRequest request, IReadOnlyList<TunnelWork> works, IReadOnlyList<string>? warnings = null)
    {
        if (vpn.State is not (VpnStates.Available or VpnStates.Modifying))
            throw VpnStates.Unexpected(vpn.VpnConnectionId, vpn.State);
        return new TunnelSequence(api, context, vpn, request, works.Where(work => work.IsDone).ToList()).Plan(works, warnings ?? []);
    }

    /// <summary>The tunnels that a request means.</summary>
    /// <exception cref="NetConnectException">The connection has no such tunnel (<see cref="ErrorIds.TunnelNotFound"/>).</exception>
    public static List<VpnTunnel> Tunnels(SiteToSiteVpn vpn, string? outsideIpAddress)
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

    private Plan<IReadOnlyList<VpnTunnelStatus>> Plan(IReadOnlyList<TunnelWork> works, IReadOnlyList<string> warnings)
    {
        // A tunnel that is down has nothing to lose, and may be up when the other one needs it.
        List<TunnelWork> left = works.Where(work => !work.IsDone).OrderBy(work => TunnelGate.Status(_vpn, work.OutsideIpAddress)?.Status == "UP").ToList();
        // The second tunnel is judged when its turn comes: by then the first is up again.
        if (left.Count > 0 && (!_request.Wait || _request.AllowOutage || !_done.Any(IsComingUp)))
            _gate.RefuseOutage(_vpn, left[0].OutsideIpAddress);
        var steps = new List<PlanStep>();
        foreach (TunnelWork work in left)
        {
            bool isFirst = steps.Count == 0;
            bool isFollowed = work != left[^1];
            steps.Add(new PlanStep(
                work.Action,
                $"tunnel {work.OutsideIpAddress} of {_vpn}",
                ct => ApplyAsync(work, isFirst, isFollowed, ct),
                [.. steps.Skip(steps.Count - 1)]));
        }
        // Without waiting, nobody sees the first tunnel come up again before the second goes down: telemetry may still call it up.
        bool leavesOut = steps.Count > 1 && !_request.Wait && !_request.AllowOutage;
        return new Plan<IReadOnlyList<VpnTunnelStatus>>(
            leavesOut ? [steps[0]] : steps,
            ct => ResultAsync(left.Count == 0, ct),
            leavesOut ? [.. warnings, $"With -NoWait, one tunnel of {_vpn} is changed at a time: run the command again when it is up."] : warnings);
    }

    private async Task ApplyAsync(TunnelWork work, bool isFirst, bool isFollowed, CancellationToken cancellationToken)
    {
        if (isFirst)
            await ResumeAsync(waits: _request.Wait && !_request.AllowOutage, cancellationToken).ConfigureAwait(false);
        await _gate.ChangeAsync(work, _request.Wait, isFollowed, cancellationToken).ConfigureAwait(false);
    }

    // A run before this one may have ended while a tunnel that it had changed was down: that is where this one goes on.
    private async Task ResumeAsync(bool waits, CancellationToken cancellationToken)
    {
        foreach (TunnelWork work in _done)
        {
            if (work.TellAsync is { } tellAsync)
                await tellAsync(cancellationToken).ConfigureAwait(false);
            // A device that is told its key again may begin anew with it.
            if (waits && (work.TellAsync is not null || IsComingUp(work)))
                await _gate.WaitUntilUpAsync(work.OutsideIpAddress, before: null, cancellationToken).ConfigureAwait(false);
        }
    }

    // For no longer than a change may take: one that has been down for longer is not on its way.
    private bool IsComingUp(TunnelWork work) =>
        TunnelGate.Status(_vpn, work.OutsideIpAddress) is { Status: not "UP" } status
        && (_vpn.State == VpnStates.Modifying || status.Since > _context.Clock.UtcNow - _context.Timeout);

    private async Task<IReadOnlyList<VpnTunnelStatus>?> ResultAsync(bool isAllDone, CancellationToken cancellationToken)
    {
        // Nothing needs these tunnels, so there is nothing to wait for: a device may not have been connected yet.
        if (isAllDone)
            await ResumeAsync(waits: false, cancellationToken).ConfigureAwait(false);
        return (await _api.FindVpnAsync(_vpn.VpnConnectionId, cancellationToken).ConfigureAwait(false))?.TunnelStatus;
    }
}
