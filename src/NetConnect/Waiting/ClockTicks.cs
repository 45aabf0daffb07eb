namespace NetConnect.Waiting;

/// <summary>Instants that everybody waits for together.</summary>
internal static class ClockTicks
{
    /// <summary>Completes at the next whole multiple of the interval, which is the same instant for every wait of the process.</summary>
    public static async Task NextTickAsync(this IClock clock, TimeSpan interval, CancellationToken cancellationToken)
    {
        DateTime now = clock.UtcNow;
        DateTime tick = now.AddTicks(interval.Ticks - (now.Ticks % interval.Ticks));
        // A timer may fire a moment early, and a look before the tick would be followed by one at the tick.
        for (; now < tick; now = clock.UtcNow)
            await clock.DelayAsync(tick - now, cancellationToken).ConfigureAwait(false);
    }
}
