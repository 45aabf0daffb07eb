namespace NetConnect.Waiting;

/// <summary>The time and the passing of it. Everything that waits takes one, so that tests wait for nothing.</summary>
public interface IClock
{
    /// <summary>Now.</summary>
    DateTime UtcNow { get; }

    /// <summary>Completes when the time has passed.</summary>
    Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken);
}
