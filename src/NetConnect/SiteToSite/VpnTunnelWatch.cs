using NetConnect.Waiting;

namespace NetConnect.SiteToSite;

/// <summary>Looks at tunnels again and again, and tells what is different from the look before. It remembers nothing older.</summary>
public sealed class VpnTunnelWatch
{
    private readonly IClock _clock;
    private readonly Action<VpnTunnelStatus> _changed;
    private readonly Action<NetConnectException> _failed;

    /// <summary>Creates the watch.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="changed">Hears of each change.</param>
    /// <param name="failed">Hears of a look that failed, once until one succeeds again: the watch goes on.</param>
    public VpnTunnelWatch(IClock clock, Action<VpnTunnelStatus> changed, Action<NetConnectException> failed)
    {
        _clock = clock;
        _changed = changed;
        _failed = failed;
    }

    /// <summary>How often to look. Watches with equal intervals look at the same instants, so that their reads merge into one call.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to look, or null: until it is cancelled, or the one connection that is watched is gone.</summary>
    public TimeSpan? Duration { get; init; }

    internal async Task RunAsync(
        VpnSelection selection, IReadOnlyList<SiteToSiteVpn> vpns, Func<VpnTunnelStatus, CancellationToken, Task<VpnTunnelStatus>> completeAsync, CancellationToken cancellationToken)
    {
        DateTime? end = _clock.UtcNow + Duration;
        Dictionary<(string, string), VpnTunnelStatus> before = ByTunnel(vpns);
        bool hasFailed = false;
        while (!(selection.VpnConnectionId is not null && before.Count == 0))
        {
            if (end - _clock.UtcNow is { } left && left < Interval)
            {
                await _clock.DelayAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                return;
            }
            await _clock.NextTickAsync(Interval, cancellationToken).ConfigureAwait(false);
            try
            {
                Dictionary<(string, string), VpnTunnelStatus> now = ByTunnel(await selection.ReadAsync(cancellationToken).ConfigureAwait(false));
                await TellAsync(before, now, completeAsync, cancellationToken).ConfigureAwait(false);
                before = now;
                hasFailed = false;
            }
            catch (NetConnectException error) when (error.Kind is ErrorKind.Service or ErrorKind.Throttled)
            {
                if (!hasFailed)
                    _failed(error);
                hasFailed = true;
            }
        }
    }

    private async Task TellAsync(
        Dictionary<(string, string), VpnTunnelStatus> before, Dictionary<(string, string), VpnTunnelStatus> now,
        Func<VpnTunnelStatus, CancellationToken, Task<VpnTunnelStatus>> completeAsync, CancellationToken cancellationToken)
    {
        IEnumerable<Task<VpnTunnelStatus>> changes = now
            .Where(tunnel => !before.TryGetValue(tunnel.Key, out VpnTunnelStatus? old) || Differs(old, tunnel.Value))
            .Select(tunnel => completeAsync(tunnel.Value, cancellationToken))
            .Concat(before.Where(tunnel => !now.ContainsKey(tunnel.Key)).Select(tunnel => Task.FromResult(tunnel.Value with { Status = "DELETED", StatusMessage = null })));
        foreach (VpnTunnelStatus change in await Task.WhenAll(changes).ConfigureAwait(false))
            _changed(change);
    }

    private static bool Differs(VpnTunnelStatus one, VpnTunnelStatus other) =>
        (one.Status, one.StatusMessage, one.Since, one.AcceptedRouteCount) != (other.Status, other.StatusMessage, other.Since, other.AcceptedRouteCount);

    private static Dictionary<(string, string), VpnTunnelStatus> ByTunnel(IReadOnlyList<SiteToSiteVpn> vpns) =>
        vpns.SelectMany(vpn => vpn.TunnelStatus).ToDictionary(tunnel => (tunnel.VpnConnectionId, tunnel.OutsideIpAddress));
}
