using System.Net;

namespace NetConnect.Tests.SiteToSite.Fakes;

/// <summary>A tunnel that goes down some time after it was changed, and comes up again.</summary>
internal sealed class FakeTunnel(VirtualClock clock, string outsideIpAddress)
{
    private DateTime _changed = DateTime.MaxValue;

    public string OutsideIpAddress { get; } = outsideIpAddress;

    public VpnTunnelOption Options { get; set; } = new() { PreSharedKey = new NetworkCredential("", "A.key_of_somebody_else").SecurePassword };

    public bool IsUp { get; set; } = true;

    /// <summary>How long telemetry says what was before the change.</summary>
    public TimeSpan Lag { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long it is down.</summary>
    public TimeSpan Down { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long after that BGP has its routes again; null where there are none at all.</summary>
    public TimeSpan? Routes { get; set; }

    public void Restart() => _changed = clock.UtcNow;

    public VpnTunnelStatus Status(string vpnId)
    {
        bool isTold = clock.UtcNow - _changed >= Lag;
        bool isBack = clock.UtcNow - _changed >= Lag + Down;
        bool hasRoutes = Routes is { } late && (!isTold || clock.UtcNow - _changed >= Lag + Down + late);
        return new()
        {
            VpnConnectionId = vpnId,
            OutsideIpAddress = OutsideIpAddress,
            Status = IsUp && (!isTold || isBack) ? "UP" : "DOWN",
            Since = isBack ? _changed + Lag + Down : isTold ? _changed + Lag : new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            AcceptedRouteCount = IsUp && hasRoutes ? 2 : 0,
        };
    }
}
