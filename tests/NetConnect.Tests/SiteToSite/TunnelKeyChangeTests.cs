using System.Net;
using System.Security;
using NetConnect.Planning;
using NetConnect.SiteToSite;
using NetConnect.Tests.SiteToSite.Fakes;

namespace NetConnect.Tests.SiteToSite;

/// <summary>New keys, one tunnel after the other, each handed on before its tunnel is waited for.</summary>
public sealed class TunnelKeyChangeTests
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly VirtualClock _clock = new();
    private readonly FakeVpns _vpns;

    /// <summary>The keys that were handed on, and when.</summary>
    private readonly List<(TimeSpan At, VpnTunnelKey Key)> _told = [];

    public TunnelKeyChangeTests() => _vpns = new FakeVpns(_clock);

    private static TunnelChangeRequest Request => new() { IdOrName = FakeVpns.Id };

    [Fact]
    public async Task Each_key_is_handed_on_as_soon_as_AWS_has_it_and_before_the_next_changes()
    {
        await RunAsync(Request);
        Assert.Equal(["198.18.0.1", "198.18.0.2"], _told.Select(told => told.Key.OutsideIpAddress));
        Assert.Equal(_vpns.Changes.Select(change => change.At), _told.Select(told => told.At));
        Assert.True(_told[1].At - _told[0].At >= TimeSpan.FromSeconds(90 + 180));
        Assert.All(_told, told => Assert.Equal(Live(told.Key.OutsideIpAddress), Text(told.Key.GetPreSharedKey()!)));
        Assert.Equal(2, _told.Select(told => Text(told.Key.GetPreSharedKey()!)).Distinct().Count());
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_hands_the_same_keys_on()
    {
        await RunAsync(Request);
        _vpns.Changes.Clear();
        string[] keys = [.. _told.Select(told => Text(told.Key.GetPreSharedKey()!))];
        _told.Clear();
        await RunAsync(Request);
        Assert.Empty(_vpns.Changes);
        Assert.Equal(keys, _told.Select(told => Text(told.Key.GetPreSharedKey()!)));
        Assert.All(_told, told => Assert.False(told.Key.IsChanged));
    }

    [Fact]
    public async Task A_run_after_an_interrupted_one_hands_the_first_key_on_again_waits_for_its_tunnel_and_goes_on_with_the_second()
    {
        await RunAsync(Request with { OutsideIpAddress = "198.18.0.1", Wait = false });
        _told.Clear();
        await _clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        TimeSpan again = _clock.Elapsed;
        await RunAsync(Request);
        Assert.Equal([("198.18.0.1", false), ("198.18.0.2", true)], _told.Select(told => (told.Key.OutsideIpAddress, told.Key.IsChanged)));
        Assert.Equal(again, _told[0].At);
        Assert.True(_told[1].At >= TimeSpan.FromSeconds(90 + 180));
    }

    [Fact]
    public async Task A_key_that_is_older_than_wanted_is_changed_again()
    {
        await RunAsync(Request);
        await _clock.AdvanceAsync(TimeSpan.FromHours(1));
        _vpns.Changes.Clear();
        await RunAsync(Request, olderThan: _clock.UtcNow);
        Assert.Equal(2, _vpns.Changes.Count);
    }

    [Fact]
    public async Task A_given_key_is_compared_with_the_one_that_a_tunnel_has()
    {
        SecureString given = new NetworkCredential("", "Given.By_Somebody").SecurePassword;
        await RunAsync(Request with { OutsideIpAddress = "198.18.0.2" }, given);
        await RunAsync(Request, given);
        Assert.Equal(["198.18.0.2", "198.18.0.1"], _vpns.Changes.Select(change => change.OutsideIpAddress));
        Assert.All(_told, told => Assert.Null(told.Key.GeneratedAt));
    }

    [Fact]
    public async Task A_redacted_key_is_changed_with_a_warning()
    {
        await RunAsync(Request);
        _vpns.KeysAreElsewhere = true;
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(Request);
        Assert.Equal(2, plan.Steps.Count);
        Assert.All(plan.Warnings, warning => Assert.StartsWith("PreSharedKeyRedacted: ", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_made_twice()
    {
        _vpns.LosesAnswer = true;
        await RunAsync(Request);
        Assert.Equal(["198.18.0.1", "198.18.0.2"], _vpns.Changes.Select(change => change.OutsideIpAddress));
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task Where_nobody_could_be_told_the_second_tunnel_is_left_alone()
    {
        var change = new TunnelKeyChange(_vpns, Context, (_, _) => throw new InvalidOperationException("The device does not answer."));
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await _clock.RunAsync(() => change.PlanAsync(Request, null, _clock.UtcNow, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _clock.RunAsync(() => plan.ApplyAsync(CancellationToken.None)));
        Assert.Single(_vpns.Changes);
    }

    private OperationContext Context => new(_clock, TimeSpan.FromMinutes(30));

    private Task<Plan<IReadOnlyList<VpnTunnelStatus>>> PlanAsync(TunnelChangeRequest request, SecureString? key = null, DateTime? olderThan = null) => _clock.RunAsync(() =>
        new TunnelKeyChange(_vpns, Context, TellAsync).PlanAsync(request, key, olderThan ?? _clock.UtcNow - s_day, CancellationToken.None));

    private Task TellAsync(VpnTunnelKey key, CancellationToken cancellationToken)
    {
        _told.Add((_clock.Elapsed, key));
        return Task.CompletedTask;
    }

    private async Task RunAsync(TunnelChangeRequest request, SecureString? key = null, DateTime? olderThan = null)
    {
        Plan<IReadOnlyList<VpnTunnelStatus>> plan = await PlanAsync(request, key, olderThan);
        await _clock.RunAsync(() => plan.ApplyAsync(CancellationToken.None));
    }

    private string Live(string outsideIpAddress) => Text(_vpns.Tunnels.Single(tunnel => tunnel.OutsideIpAddress == outsideIpAddress).Options.PreSharedKey!);

    private static string Text(SecureString key) => new NetworkCredential("", key).Password;
}
