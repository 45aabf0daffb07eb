namespace NetConnect.Waiting;

internal static class TaskExtensions
{
    /// <summary>Waits for a shared task until the caller's own token is cancelled; the task itself goes on. (.NET 6 has WaitAsync, .NET Framework not.)</summary>
    public static async Task<T> WithCancellationAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        if (task.IsCompleted || !cancellationToken.CanBeCanceled)
            return await task.ConfigureAwait(false);
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetResult(true)))
        {
            if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task)
                cancellationToken.ThrowIfCancellationRequested();
        }
        return await task.ConfigureAwait(false);
    }
}
