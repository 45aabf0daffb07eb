using NetConnect.Waiting;

namespace NetConnect.Aws.Tests.Hosting;

/// <summary>A clock on which every wait is over at once, and has taken its time.</summary>
internal sealed class VirtualClock : IClock
{
    private readonly List<TimeSpan> _delays = [];

    public DateTime UtcNow { get; private set; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public IReadOnlyList<TimeSpan> Delays => _delays;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _delays.Add(duration);
        Advance(duration);
        return Task.CompletedTask;
    }

    public void Advance(TimeSpan time) => UtcNow += time;
}
