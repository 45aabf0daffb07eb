using NetConnect.Planning;
using NetConnect.SiteToSite;
using NetConnect.Tests.SiteToSite.Fakes;

namespace NetConnect.Tests.SiteToSite;

/// <summary>At no time do both tunnels go down by a change.</summary>
public sealed class TunnelChangeTests
{
    private static readonly VpnTunnelOption s_options = new() { Phase1LifetimeSeconds = 14400 };

    private readonly VirtualClock _clock = new();
    private readonly FakeVpns _vpns;

    public TunnelChangeTests() => _vpns = new FakeVpns(_clock);

    private static TunnelChangeRequest Request => new() { IdOrName = FakeVpns.Id, Wait = true };

    [Fact]
    public async Task The_second_tunnel_waits_until_the_first_is_up_again_though_telemetry_lags()
    {
        await RunAsync(Request);
        Assert.Equal(["198.18.0.1", "198.18.0.2"], _vpns.Changes.Select(change => change.OutsideIpAddress));
        Assert.True(_vpns.Changes[1].At - _vpns.Changes[0].At >= TimeSpan.FromSeconds(90 + 180));
    }

    [Fact]
    public async Task A_tunnel_that_was_down_between_two_looks_only_counts_as_up_again()
    {
        _vpns.Tunnels.ForEach(tunnel => tunnel.Down = TimeSpan.FromTicks(1));
        await RunAsync(Request);
        Assert.Equal(2, _vpns.Changes.Count);
    }

    [Fact]
    public async Task With_BGP_the_second_tunnel_waits_for_the_routes_of_the_first()
    {
        _vpns.IsStatic = false;
        _vpns.Tunnels.ForEach(tunnel => tunnel.Routes = TimeSpan.FromMinutes(1));
        await RunAsync(Request);
        Assert.True(_vpns.Changes[1].At - _vpns.Changes[0].At >= TimeSpan.FromSeconds(90 + 180 + 60));
    }

    [Fact]
    public async Task Where_the_first_does_not_come_up_again_the_second_is_left_alone()
    {
        _vpns.Tunnels[0].Down = TimeSpan.FromDays(1);
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Request));
        Assert.Equal(ErrorIds.WaitTimedOut, error.ErrorId);
        Assert.Single(_vpns.Changes);
    }

    [Fact]
    public async Task Where_the_other_goes_down_after_the_plan_nothing_is_changed()
    {
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(Request);
        _vpns.Tunnels[1].IsUp = false;
        var error = await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(plan));
        Assert.Equal(ErrorIds.VpnOutage, error.ErrorId);
        Assert.Empty(_vpns.Changes);
    }

    [Fact]
    public async Task A_run_after_an_interrupted_one_goes_on_with_the_second_tunnel()
    {
        _vpns.Tunnels[0].Options = s_options;
        Assert.Equal("tunnel 198.18.0.2 of " + FakeVpns.Id, Assert.Single((await PlanAsync(Request)).Steps).Target);
    }

    [Fact]
    public async Task A_tunnel_that_was_down_before_is_not_waited_for()
    {
        _vpns.Tunnels.ForEach(tunnel => tunnel.IsUp = false);
        await RunAsync(Request with { AllowOutage = true });
        Assert.Equal(TimeSpan.Zero, _vpns.Changes[1].At - _vpns.Changes[0].At);
    }

    [Fact]
    public async Task Without_waiting_one_tunnel_is_changed_at_a_time()
    {
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(Request with { Wait = false });
        Assert.Single(plan.Steps);
        Assert.Single(plan.Warnings);
    }

    [Fact]
    public async Task The_tunnel_that_is_down_is_changed_first()
    {
        _vpns.Tunnels[0].IsUp = false;
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(Request with { OutsideIpAddress = "198.18.0.1" });
        Assert.Single(plan.Steps);
        _vpns.Tunnels[0].IsUp = true;
        _vpns.Tunnels[1].IsUp = false;
        Assert.Equal(["198.18.0.2", "198.18.0.1"], (await PlanAsync(Request)).Steps.Select(step => step.Target.Split(' ')[1]));
    }

    [Fact]
    public async Task With_BGP_a_tunnel_is_not_changed_while_the_other_has_no_routes()
    {
        _vpns.IsStatic = false;
        _vpns.Tunnels[0].Routes = TimeSpan.Zero;
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Request));
        Assert.Equal(ErrorIds.VpnOutage, error.ErrorId);
        Assert.Empty(_vpns.Changes);
    }

    [Fact]
    public async Task A_change_that_was_made_between_the_plan_and_its_turn_is_left_out()
    {
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(Request);
        _vpns.Tunnels[1].Options = s_options;
        await ApplyAsync(plan);
        Assert.Equal("198.18.0.1", Assert.Single(_vpns.Changes).OutsideIpAddress);
    }

    private Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanAsync(TunnelChangeRequest request) => _clock.RunAsync(() =>
        new TunnelChange(_vpns, new OperationContext(_clock, TimeSpan.FromMinutes(30))).PlanOptionsAsync(request, s_options, null, CancellationToken.None));

    private Task<IReadOnlyList<VpnTunnelStatus>?> ApplyAsync(Plan<IReadOnlyList<VpnTunnelStatus>> plan) =>
        _clock.RunAsync(() => plan.ApplyAsync(CancellationToken.None));

    private async Task RunAsync(TunnelChangeRequest request) => await ApplyAsync(await PlanAsync(request));
}
