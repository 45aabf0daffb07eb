using NetConnect.Planning;
using NetConnect.SiteToSite;
using NetConnect.Tests.SiteToSite.Fakes;

namespace NetConnect.Tests.SiteToSite;

/// <summary>Tunnels are looked at, waited for and watched one by one.</summary>
public sealed class VpnTunnelsTests
{
    private static readonly VpnTunnelQuery s_query = new() { Vpns = new VpnQuery { IdOrName = FakeVpns.Id } };

    private readonly VirtualClock _clock = new();
    private readonly FakeVpns _vpns;
    private readonly List<string> _changes = [];
    private readonly List<NetConnectException> _failures = [];

    public VpnTunnelsTests() => _vpns = new FakeVpns(_clock);

    [Fact]
    public async Task What_cannot_be_read_of_one_tunnel_is_told_and_the_other_is_given()
    {
        _vpns.Unreadable = "198.18.0.1";
        VpnTunnelReport report = await _clock.RunAsync(() => new VpnTunnels(_vpns).ListAsync(s_query with { IncludeNegotiation = true }, CancellationToken.None));
        Assert.Equal(("198.18.0.2", "ikev2"), (Assert.Single(report.Tunnels).OutsideIpAddress, report.Tunnels[0].Negotiation?.IkeVersion));
        Assert.Equal("198.18.0.1", Assert.Single(report.Failures).Target);
    }

    [Fact]
    public async Task A_wait_ends_when_the_last_tunnel_is_there()
    {
        _vpns.Tunnels[0].Lag = TimeSpan.Zero;
        _vpns.Tunnels[0].Restart();
        VpnTunnelReport report = await WaitAsync("UP", TimeSpan.FromMinutes(10));
        Assert.Empty(report.Failures);
        Assert.Equal(["UP", "UP"], report.Tunnels.Select(tunnel => tunnel.Status));
        Assert.Equal(TimeSpan.FromMinutes(3), _clock.Elapsed);
    }

    [Fact]
    public async Task A_tunnel_that_does_not_get_there_in_time_is_an_error_of_its_own_beside_the_one_that_does()
    {
        _vpns.Tunnels[0].IsUp = false;
        VpnTunnelReport report = await WaitAsync("UP", TimeSpan.FromMinutes(1));
        Assert.Equal("198.18.0.2", Assert.Single(report.Tunnels).OutsideIpAddress);
        NetConnectException error = Assert.Single(report.Failures);
        Assert.Equal((ErrorIds.WaitTimedOut, ErrorKind.TimedOut), (error.ErrorId, error.Kind));
        Assert.Contains("198.18.0.1", error.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_a_connection_that_is_being_deleted_ends_at_once()
    {
        _vpns.State = "deleting";
        VpnTunnelReport report = await WaitAsync("DOWN", TimeSpan.FromHours(1));
        Assert.Equal([ErrorIds.VpnStateConflict, ErrorIds.VpnStateConflict], report.Failures.Select(failure => failure.ErrorId));
        Assert.True(_clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_watch_tells_changes_only()
    {
        _vpns.Tunnels[1].Restart();
        await WatchAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(["00:01:30 198.18.0.2 DOWN", "00:04:30 198.18.0.2 UP"], _changes);
        Assert.Equal(TimeSpan.FromMinutes(30), _clock.Elapsed);
    }

    [Fact]
    public async Task A_watch_sees_a_flap_between_two_looks_by_its_time()
    {
        _vpns.Tunnels[1].Lag = TimeSpan.FromSeconds(3);
        _vpns.Tunnels[1].Down = TimeSpan.FromSeconds(2);
        _vpns.Tunnels[1].Restart();
        await WatchAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["00:00:10 198.18.0.2 UP"], _changes);
    }

    [Fact]
    public async Task A_watch_of_one_connection_ends_with_it()
    {
        await WatchAsync(null, () => _vpns.State = "deleted");
        Assert.Equal(["00:00:10 198.18.0.1 DELETED", "00:00:10 198.18.0.2 DELETED"], _changes.Order());
    }

    [Fact]
    public async Task A_look_that_fails_is_told_once_and_the_watch_goes_on()
    {
        _vpns.Tunnels[1].Restart();
        await WatchAsync(TimeSpan.FromMinutes(10), () =>
        {
            for (int i = 0; i < 3; i++)
                _vpns.Failures.Enqueue(new NetConnectException(ErrorIds.EndpointUnreachable, ErrorKind.Service, "Away."));
        });
        Assert.Single(_failures);
        Assert.Equal(2, _changes.Count);
    }

    [Fact]
    public async Task A_look_that_is_refused_ends_the_watch()
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(() => WatchAsync(
            null, () => _vpns.Failures.Enqueue(new NetConnectException(ErrorIds.NotAuthorized, ErrorKind.Denied, "No."))));
        Assert.Equal(ErrorIds.NotAuthorized, error.ErrorId);
    }

    private Task<VpnTunnelReport> WaitAsync(string status, TimeSpan timeout) =>
        _clock.RunAsync(() => new VpnTunnels(_vpns).WaitAsync(s_query, status, new OperationContext(_clock, timeout), CancellationToken.None));

    private async Task WatchAsync(TimeSpan? duration, Action? begun = null)
    {
        var watch = new VpnTunnelWatch(_clock, tunnel => _changes.Add($"{_clock.Elapsed} {tunnel.OutsideIpAddress} {tunnel.Status}"), _failures.Add) { Duration = duration };
        await _clock.RunAsync(async () =>
        {
            Task running = new VpnTunnels(_vpns).WatchAsync(s_query, watch, CancellationToken.None);
            begun?.Invoke();
            await running;
            return true;
        });
    }
}
