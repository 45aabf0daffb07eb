using NetConnect.Waiting;

namespace NetConnect.Tests.Waiting;

public sealed class StateWaitTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly List<TimeSpan> _looks = [];
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose() => _cancel.Dispose();

    [Fact]
    public async Task A_target_at_the_first_look_is_not_waited_for()
    {
        Assert.Equal("active", await RunAsync(Wait(["active"])));
        Assert.Equal([Seconds(0)], _looks);
    }

    [Fact]
    public async Task It_looks_at_each_tick_until_the_target_is_reached()
    {
        Assert.Equal("active", await RunAsync(Wait(["pending", "provisioning", "active"])));
        Assert.Equal([Seconds(0), Seconds(1), Seconds(2)], _looks);
    }

    [Fact]
    public async Task What_is_not_seen_yet_is_pending()
    {
        Assert.Equal("active", await RunAsync(Wait([null, null, "active"])));
        Assert.Equal(3, _looks.Count);
    }

    [Fact]
    public async Task Absence_can_be_the_target()
    {
        Assert.Null(await RunAsync(Wait(["pending", null], absenceIsTarget: true)));
        Assert.Equal(2, _looks.Count);
    }

    [Fact]
    public async Task A_target_state_counts_also_where_absence_does() =>
        Assert.Equal("active", await RunAsync(Wait(["pending", "active"], absenceIsTarget: true)));

    [Fact]
    public async Task A_state_in_neither_list_ends_the_wait_at_once()
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Wait(["pending", "failed", "active"])));

        Assert.Equal("pcx-1 went to failed", error.Message);
        Assert.Equal(2, _looks.Count);
    }

    [Fact]
    public async Task The_timeout_ends_the_wait_with_the_last_state_and_the_way_on()
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Wait(["pending"], timeout: Seconds(3))));

        Assert.Equal((ErrorIds.WaitTimedOut, ErrorKind.TimedOut, "pcx-1"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("pcx-1 is still pending after 3 seconds", error.Message);
        Assert.Contains("-Timeout", error.Message);
        Assert.Equal([Seconds(0), Seconds(1), Seconds(2), Seconds(3)], _looks);
    }

    [Fact]
    public async Task A_timeout_without_ever_seeing_it_says_so()
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Wait([null], timeout: Seconds(1))));

        Assert.Contains("still not visible", error.Message);
    }

    [Fact]
    public async Task What_is_not_seen_for_longer_than_that_takes_is_told_as_missing()
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(Wait([null], missing: true)));

        Assert.Equal("pcx-1 does not show", error.Message);
        Assert.Equal(Seconds(30), _clock.Elapsed);
    }

    [Fact]
    public async Task The_time_that_it_may_be_missing_begins_anew_each_time_it_is_seen()
    {
        string?[] blinking = [.. Enumerable.Range(0, 50).Select(look => look % 25 == 0 ? "pending" : null), "active"];

        Assert.Equal("active", await RunAsync(Wait(blinking, missing: true)));
    }

    [Fact]
    public async Task No_time_at_all_is_enough_for_one_look() =>
        Assert.Equal("active", await RunAsync(Wait(["active"], timeout: TimeSpan.Zero)));

    [Fact]
    public async Task Waits_that_began_at_different_times_look_at_the_same_instants()
    {
        await _clock.AdvanceAsync(Seconds(0.3));
        Task<string?> first = Wait(["pending", "pending", "active"]).RunAsync(_clock, _cancel.Token);
        await _clock.AdvanceAsync(Seconds(0.4));
        Task<string?> second = Wait(["pending", "pending", "active"]).RunAsync(_clock, _cancel.Token);
        await _clock.AdvanceAsync(Seconds(2));

        Assert.All(await Task.WhenAll(first, second), state => Assert.Equal("active", state));
        Assert.Equal([Seconds(0.3), Seconds(0.7), Seconds(1), Seconds(1), Seconds(2), Seconds(2)], _looks);
    }

    [Fact]
    public async Task Ticks_are_multiples_of_the_interval()
    {
        await _clock.AdvanceAsync(Seconds(2));

        await RunAsync(Wait(["pending", "pending", "active"], interval: Seconds(5)));

        Assert.Equal([Seconds(2), Seconds(5), Seconds(10)], _looks);
    }

    [Fact]
    public async Task The_first_look_can_wait_for_a_tick_of_its_own()
    {
        await _clock.AdvanceAsync(Seconds(0.3));

        await RunAsync(Wait(["pending", "pending", "active"], firstLook: Seconds(0.2)));

        Assert.Equal([Seconds(0.4), Seconds(1), Seconds(2)], _looks);
    }

    [Fact]
    public async Task A_timer_that_fires_a_moment_early_costs_no_look()
    {
        await _clock.RunAsync(() => Wait(["pending", "pending", "active"]).RunAsync(new EarlyClock(_clock), _cancel.Token));

        Assert.Equal([Seconds(0), Seconds(1), Seconds(2)], _looks);
    }

    [Fact]
    public async Task Each_state_on_the_way_is_reported()
    {
        var heard = new Heard();

        await RunAsync(Wait([null, "pending", "active"], progress: heard));

        Assert.Equal(["pcx-1 is not visible", "pcx-1 is pending"], heard);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_between_two_looks()
    {
        Task<string?> waiting = Wait(["pending"]).RunAsync(_clock, _cancel.Token);
        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Single(_looks);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private Task<string?> RunAsync(StateWait<string> wait) => _clock.RunAsync(() => wait.RunAsync(_clock, _cancel.Token));

    // The states that one look after the other sees; the last one stays.
    private StateWait<string> Wait(
        string?[] states, TimeSpan? timeout = null, TimeSpan? interval = null, TimeSpan firstLook = default, bool absenceIsTarget = false,
        bool missing = false, IProgress<string>? progress = null)
    {
        int next = 0;
        return new StateWait<string>
        {
            Subject = "pcx-1",
            FindAsync = _ =>
            {
                _looks.Add(_clock.Elapsed);
                return Task.FromResult(states[Math.Min(next++, states.Length - 1)]);
            },
            State = state => state,
            Pending = ["pending", "provisioning"],
            Target = ["active"],
            Unexpected = state => new NetConnectException(ErrorIds.PeeringFailed, ErrorKind.Conflict, $"pcx-1 went to {state}"),
            Missing = missing ? () => new NetConnectException(ErrorIds.PeeringNotFound, ErrorKind.NotFound, "pcx-1 does not show") : null,
            Timeout = timeout ?? Seconds(60),
            FirstLook = firstLook,
            Interval = interval ?? Seconds(1),
            AbsenceIsTarget = absenceIsTarget,
            Progress = progress,
        };
    }
}
