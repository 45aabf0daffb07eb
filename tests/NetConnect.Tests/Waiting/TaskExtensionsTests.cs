using NetConnect.Waiting;

namespace NetConnect.Tests.Waiting;

public sealed class TaskExtensionsTests : IDisposable
{
    private readonly TaskCompletionSource<int> _shared = new();
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose() => _cancel.Dispose();

    [Fact]
    public async Task The_value_of_the_task_is_given()
    {
        Task<int> waiting = _shared.Task.WithCancellationAsync(_cancel.Token);
        _shared.SetResult(7);

        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task The_failure_of_the_task_is_given()
    {
        Task<int> waiting = _shared.Task.WithCancellationAsync(_cancel.Token);
        _shared.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
    }

    [Fact]
    public async Task A_token_that_cannot_be_cancelled_just_waits()
    {
        Task<int> waiting = _shared.Task.WithCancellationAsync(CancellationToken.None);
        _shared.SetResult(7);

        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task Cancellation_ends_the_waiting_and_leaves_the_task()
    {
        Task<int> cancelled = _shared.Task.WithCancellationAsync(_cancel.Token);
        Task<int> other = _shared.Task.WithCancellationAsync(CancellationToken.None);
        await _cancel.CancelAsync();

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(_cancel.Token, error.CancellationToken);
        Assert.False(_shared.Task.IsCompleted);
        _shared.SetResult(7);
        Assert.Equal(7, await other);
    }

    [Fact]
    public async Task A_task_that_is_done_gives_its_value_whatever_the_token_says()
    {
        _shared.SetResult(7);
        await _cancel.CancelAsync();

        Assert.Equal(7, await _shared.Task.WithCancellationAsync(_cancel.Token));
    }
}
