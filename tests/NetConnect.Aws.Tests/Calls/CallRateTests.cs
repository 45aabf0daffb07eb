using NetConnect.Aws.Calls;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Calls;

public sealed class CallRateTests
{
    private readonly VirtualClock _clock = new();
    private readonly CallRate _rate;

    public CallRateTests() => _rate = new CallRate(_clock);

    [Fact]
    public async Task It_is_open_until_the_first_throttling_answer()
    {
        await Calls(100);
        Assert.Null(_rate.PerSecond);
        Assert.Empty(_clock.Delays);
    }

    [Fact]
    public async Task A_throttling_answer_halves_the_rate_that_met_it_once_for_all_calls_of_its_round()
    {
        int round = await Calls(40);
        _rate.Throttled(round);
        _rate.Throttled(round);
        Assert.Equal(20, _rate.PerSecond);
    }

    [Fact]
    public async Task Calls_take_turns_at_the_rate()
    {
        _rate.Throttled(await Calls(40));
        DateTime start = _clock.UtcNow;
        await Calls(20);
        Assert.Equal(1, (_clock.UtcNow - start).TotalSeconds, tolerance: 0.001);
    }

    [Fact]
    public async Task It_never_falls_below_one_call_in_two_seconds()
    {
        for (int i = 0; i < 20; i++)
            _rate.Throttled(await Calls(1));
        Assert.Equal(0.5, _rate.PerSecond);
    }

    [Fact]
    public async Task Successes_open_it_again()
    {
        _rate.Throttled(await Calls(40));
        for (int i = 0; i < 20; i++)
            _rate.Succeeded();
        Assert.Null(_rate.PerSecond);
    }

    private async Task<int> Calls(int count)
    {
        int round = 0;
        for (int i = 0; i < count; i++)
            round = await _rate.WaitForTurnAsync(TestContext.Current.CancellationToken);
        return round;
    }
}
