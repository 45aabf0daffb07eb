using NetConnect.Waiting;

namespace NetConnect.Tests.Waiting;

/// <summary>A clock that wakes a moment early, as Task.Delay does: it cuts off fractions of a millisecond.</summary>
internal sealed class EarlyClock(VirtualClock clock) : IClock
{
    public DateTime UtcNow => clock.UtcNow;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) => clock.DelayAsync(
        duration > TimeSpan.FromMilliseconds(1) ? duration - TimeSpan.FromMilliseconds(0.2) : duration, cancellationToken);
}
