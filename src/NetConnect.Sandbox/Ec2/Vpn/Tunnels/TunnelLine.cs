using System.Globalization;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>Whether a tunnel carries traffic, and what its telemetry says about it.</summary>
/// <remarks>Telemetry is UP over IPsec alone where routes are static, and only once BGP is established where they are not.</remarks>
internal sealed class TunnelLine
{
    private const string Up = "UP";
    private const string Down = "DOWN";
    private const string IpsecDown = "IPSEC IS DOWN";
    private const string IpsecUp = "IPSEC IS UP";

    private readonly VpnTunnel _tunnel;
    private readonly SandboxClock _clock;
    private readonly TimedState _state;
    private TunnelPeer? _peer;
    private DateTime _endpointFrom;
    private DateTime _negotiatedFrom;

    public TunnelLine(VpnTunnel tunnel)
    {
        _tunnel = tunnel;
        _clock = tunnel.Connection.Home.World.Clock;
        _state = new TimedState(_clock, Down, IpsecDown);
        _endpointFrom = _clock.Now + _clock.Scale(StateDurations.VpnConnectionCreation);
    }

    /// <summary>UP or DOWN.</summary>
    public string Status => _state.Code;

    public string Message => _state.Message;

    public DateTime Since => _state.Since;

    public bool IsUp => Status == Up;

    /// <summary>Whether the AWS endpoint is there: it is not while it is made or replaced.</summary>
    public string Provisioning => Failure is not null ? "failed" : _endpointFrom <= _clock.Now ? "available" : "pending";

    /// <summary>Why the AWS endpoint could not be made, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>What IKE and IPsec run with; null while IKE is down.</summary>
    public Negotiation? Negotiation
    {
        get
        {
            if (_peer is null || Failure is not null) return null;
            Negotiation? agreed = Negotiation.Between(_tunnel, _peer);
            bool isThere = agreed is { IsComplete: true } ? Message != IpsecDown : _negotiatedFrom <= _clock.Now;
            return isThere ? agreed : null;
        }
    }

    /// <summary>The routes that came over BGP.</summary>
    public IReadOnlyList<string> BgpRoutes => IsUp && _peer is not null && !_tunnel.Connection.StaticRoutesOnly ? _peer.BgpRoutes : [];

    public void Connect(TunnelPeer? peer)
    {
        _peer = peer;
        Restart(_clock.Now);
    }

    /// <summary>The AWS endpoint goes away at a time, and its successor is there some time later.</summary>
    public void Replace(DateTime at)
    {
        Failure = null;
        _endpointFrom = at + _clock.Scale(StateDurations.TunnelReplacement);
        Restart(at);
    }

    /// <summary>The AWS endpoint goes away, and comes back only by a change.</summary>
    public void Fail(string reason)
    {
        Failure = reason;
        Restart(_clock.Now);
    }

    /// <summary>Goes down and comes up again, by itself and several times.</summary>
    public void Flap(int times, TimeSpan up, TimeSpan down)
    {
        if (!IsUp) throw new InvalidOperationException($"The tunnel {_tunnel.OutsideIpAddress} is not up, so it cannot flap.");
        DateTime at = _clock.Now;
        string message = Message;
        _state.Hold();
        for (int i = 0; i < times; i++) _state.ThenAt(at += up, Down, IpsecDown).ThenAt(at += down, Up, message);
    }

    // Down now, and up as soon as the endpoint is there and both ends have agreed, if they can.
    private void Restart(DateTime from)
    {
        _state.Hold();
        if (Message != IpsecDown) _state.ThenAt(from, Down, IpsecDown);
        if (_peer is null || Failure is not null) return;
        DateTime ipsec = _negotiatedFrom = (from > _endpointFrom ? from : _endpointFrom) + _clock.Scale(StateDurations.TunnelNegotiation);
        if (Negotiation.Between(_tunnel, _peer) is not { IsComplete: true }) return;
        if (_tunnel.Connection.StaticRoutesOnly)
        {
            _state.ThenAt(ipsec, Up, IpsecUp);
            return;
        }
        _state.ThenAt(ipsec, Down, IpsecUp);
        // A device that announces too much loses its session (Site-to-Site VPN User Guide, quotas).
        if (!_peer.RunsBgp || _peer.BgpRoutes.Count > _tunnel.Connection.MaxBgpRoutes) return;
        string routes = _peer.BgpRoutes.Count.ToString(CultureInfo.InvariantCulture);
        _state.ThenAt(ipsec + _clock.Scale(StateDurations.TunnelBgp), Up, $"{routes} BGP ROUTES");
    }
}
