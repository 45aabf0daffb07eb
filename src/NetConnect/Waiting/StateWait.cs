namespace NetConnect.Waiting;

/// <summary>Waits until a resource reaches a state: which states are on the way, which are the goal, how often to look and how long.</summary>
/// <typeparam name="T">The resource.</typeparam>
public sealed class StateWait<T>
    where T : class
{
    /// <summary>Reads the resource; null where it is not seen.</summary>
    public required Func<CancellationToken, Task<T?>> FindAsync { get; init; }

    /// <summary>The state of the resource, as AWS names it.</summary>
    public required Func<T, string> State { get; init; }

    /// <summary>The states to wait for.</summary>
    public required IReadOnlyCollection<string> Target { get; init; }

    /// <summary>The states on the way. Any state in neither list ends the wait at once.</summary>
    public required IReadOnlyCollection<string> Pending { get; init; }

    /// <summary>Makes the error for a state in neither list.</summary>
    public required Func<T, NetConnectException> Unexpected { get; init; }

    /// <summary>Makes the error for what is not seen for longer than <see cref="AbsenceTolerance"/>; null waits for it until the timeout.</summary>
    public Func<NetConnectException>? Missing { get; init; }

    /// <summary>What is waited for, for messages: the id of the resource.</summary>
    public required string Subject { get; init; }

    /// <summary>How long to wait for the target before giving up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When to look first: at the next whole multiple of this time; at once where it is zero.</summary>
    public TimeSpan FirstLook { get; init; }

    /// <summary>How often to look after that. Waits with equal intervals look at the same instants, so that their reads merge into one call.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether not being seen is the goal, as after a delete. Else absence counts as pending, because EC2 is eventually consistent.</summary>
    public bool AbsenceIsTarget { get; init; }

    /// <summary>How long it may not be seen.</summary>
    public TimeSpan AbsenceTolerance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hears of each state that was seen on the way.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Looks until the target is reached.</summary>
    /// <returns>The resource in its target state; null where absence was the target and it is gone.</returns>
    /// <exception cref="NetConnectException">The state is unexpected, or the timeout is over (<see cref="ErrorIds.WaitTimedOut"/>).</exception>
    public async Task<T?> RunAsync(IClock clock, CancellationToken cancellationToken)
    {
        DateTime giveUp = clock.UtcNow + Timeout;
        DateTime missing = clock.UtcNow + AbsenceTolerance;
        if (FirstLook > TimeSpan.Zero)
            await clock.NextTickAsync(FirstLook, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            T? found = await FindAsync(cancellationToken).ConfigureAwait(false);
            string state = found is null ? "not visible" : State(found);
            if (found is null ? AbsenceIsTarget : Target.Contains(state))
                return found;
            if (found is not null && !Pending.Contains(state))
                throw Unexpected(found);
            if (found is not null)
                missing = clock.UtcNow + AbsenceTolerance;
            else if (Missing is not null && clock.UtcNow >= missing)
                throw Missing();
            Progress?.Report($"{Subject} is {state}");
            if (clock.UtcNow >= giveUp)
                throw TimedOut(state);
            await clock.NextTickAsync(Interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private NetConnectException TimedOut(string state) => new(
        ErrorIds.WaitTimedOut,
        ErrorKind.TimedOut,
        $"{Subject} is still {state} after {Timeout.TotalSeconds:0} seconds. Nothing was undone: run the command again, with a longer -Timeout, and it goes on from there.",
        Subject);
}
