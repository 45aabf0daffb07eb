using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Brings the continuations of a cmdlet's tasks back to the pipeline thread, the only one that may write, ask or report
/// progress.</summary>
/// <remarks>One per cmdlet, not per record: a task that one record starts may go on while the next is processed, and its continuations
/// wait here.</remarks>
internal sealed class PipelineThread : SynchronizationContext
{
    // What a stopped cmdlet gets to unwind; a host expects the prompt back within about 100 ms of Ctrl+C.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];
    private Stopwatch? _sinceStop;

    /// <summary>Runs the work to its end on this thread, or leaves it where it stands soon after the stop.</summary>
    /// <exception cref="PipelineStoppedException">The cmdlet was stopped.</exception>
    public void Run(Func<Task> work, CancellationToken stop)
    {
        SynchronizationContext? outer = Current;
        SetSynchronizationContext(this);
        try
        {
            // What earlier records wait for may have come since: a record that waits for nothing itself would leave it to the last one.
            while (_queue.TryTake(out (SendOrPostCallback Callback, object? State) earlier))
                earlier.Callback(earlier.State);
            Task task = work();
            // Wakes the loop below. On another thread, because the task may end on any.
            task.ContinueWith(
                _ => Post(static _ => { }, null),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            while (!task.IsCompleted && TryTake(stop, out (SendOrPostCallback Callback, object? State) next))
                next.Callback(next.State);
            if (!task.IsCompleted)
                throw new PipelineStoppedException();
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs code of others without this context: what they wait for synchronously must not wait for this thread.</summary>
    public static void Outside(Action action)
    {
        SynchronizationContext? inner = Current;
        SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(inner);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Waiting for the pipeline thread can deadlock: post to it.");

    public override SynchronizationContext CreateCopy() => this;

    private bool TryTake(CancellationToken stop, out (SendOrPostCallback Callback, object? State) next)
    {
        try
        {
            next = _queue.Take(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            _sinceStop ??= Stopwatch.StartNew();
            TimeSpan left = s_grace - _sinceStop.Elapsed;
            return _queue.TryTake(out next, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }
}
