namespace NetConnect.Waiting;

/// <summary>The clock of this machine.</summary>
public sealed class SystemClock : IClock
{
    private SystemClock()
    {
    }

    /// <summary>The one clock.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc/>
    public DateTime UtcNow => DateTime.UtcNow;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        // Task.Delay cuts off fractions of a millisecond.
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds)), cancellationToken);
}
