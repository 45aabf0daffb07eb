using System.Diagnostics;
using NetConnect.Waiting;

namespace NetConnect.Tests;

/// <summary>A clock that stands still until it is moved: by <see cref="AdvanceAsync"/>, or by <see cref="RunAsync{T}"/> when all of the work
/// waits for it.</summary>
/// <remarks>Where several await one task, .NET sends all but one over the thread pool, and in the instant between the pool's queue and their code
/// nobody can see them. So a test may count on what is done and how often, not on which of two such continuations comes first.</remarks>
internal sealed class VirtualClock : IClock
{
    private static readonly DateTime s_start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // Real time, which passes only where a test is wrong.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    // Marks the work of a clock wherever it goes, so that the clock knows on how many threads it is running.
    private static readonly AsyncLocal<VirtualClock?> s_clockOfWork = new(change =>
    {
        if (change.PreviousValue is { } left)
            Interlocked.Decrement(ref left._running);
        if (change.CurrentValue is { } entered)
            Interlocked.Increment(ref entered._running);
    });

    private readonly Lock _gate = new();
    private readonly List<(DateTime Due, TaskCompletionSource Source)> _waiting = [];
    private int _running;

    public DateTime UtcNow { get; private set; } = s_start;

    public TimeSpan Elapsed => UtcNow - s_start;

    public async Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (duration <= TimeSpan.Zero)
            return;
        var source = new TaskCompletionSource();
        lock (_gate)
            _waiting.Add((UtcNow + duration, source));
        using (cancellationToken.Register(() => source.TrySetCanceled(cancellationToken)))
            await source.Task.ConfigureAwait(false);
    }

    /// <summary>Moves the time, and wakes whoever waits for an instant on the way, in order.</summary>
    public async Task AdvanceAsync(TimeSpan duration)
    {
        DateTime until = UtcNow + duration;
        do
            await EverybodyWaitsAsync().ConfigureAwait(false);
        while (WakeNext(until));
        UtcNow = until;
    }

    /// <summary>Does work, and moves the time to the next instant that somebody waits for whenever all of the work waits.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Task<T> running = StartAsync(work);
        var idle = Stopwatch.StartNew();
        while (!running.IsCompleted)
        {
            await EverybodyWaitsAsync().ConfigureAwait(false);
            if (WakeNext(DateTime.MaxValue))
                idle.Restart();
            else if (idle.Elapsed > s_patience)
                throw new TimeoutException("The work is not done, and none of it waits for the clock.");
        }
        return await running.ConfigureAwait(false);
    }

    private async Task<T> StartAsync<T>(Func<Task<T>> work)
    {
        s_clockOfWork.Value = this;
        return await Task.Run(work).ConfigureAwait(false);
    }

    // Neither in the thread pool's queue nor on a thread.
    private async Task EverybodyWaitsAsync()
    {
        for (int quiet = 0; quiet < 3; quiet++)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            if (ThreadPool.PendingWorkItemCount > 0 || Volatile.Read(ref _running) > 0)
                quiet = 0;
        }
    }

    private bool WakeNext(DateTime until)
    {
        (DateTime Due, TaskCompletionSource Source) next;
        lock (_gate)
        {
            _waiting.RemoveAll(wait => wait.Source.Task.IsCompleted);
            next = _waiting.OrderBy(wait => wait.Due).FirstOrDefault();
            if (next.Source is null || next.Due > until)
                return false;
            _waiting.Remove(next);
            UtcNow = next.Due;
        }
        next.Source.TrySetResult();
        return true;
    }
}
