using NetConnect.Reading;

namespace NetConnect.Tests.Reading;

public sealed class ReadMergerTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly List<string> _calls = [];
    private readonly CancellationTokenSource _cancel = new();
    private Task _answer = Task.CompletedTask;
    private CancellationToken _ofCall;

    public void Dispose() => _cancel.Dispose();

    [Fact]
    public async Task Reads_side_by_side_are_one_call_and_each_gets_its_own_answer()
    {
        ReadMerger<string, string> merger = Merger();

        string[] answers = await _clock.RunAsync(() => Task.WhenAll(Read(merger, "a"), Read(merger, "b"), Read(merger, "c")));

        Assert.Equal(["a!", "b!", "c!"], answers);
        Assert.Equal(["a b c"], _calls);
    }

    [Fact]
    public async Task A_key_that_several_ask_for_is_asked_for_once()
    {
        ReadMerger<string, string> merger = Merger();

        string[] answers = await _clock.RunAsync(() => Task.WhenAll(Read(merger, "a"), Read(merger, "b"), Read(merger, "a")));

        Assert.Equal(["a!", "b!", "a!"], answers);
        Assert.Equal(["a b"], _calls);
    }

    [Fact]
    public async Task A_call_takes_no_more_keys_than_the_limit()
    {
        ReadMerger<string, string> merger = Merger(maxKeys: 2);

        string[] answers = await _clock.RunAsync(() => Task.WhenAll("abcde".Select(key => Read(merger, $"{key}"))));

        Assert.Equal(["a!", "b!", "c!", "d!", "e!"], answers);
        Assert.Equal(["a b", "c d", "e"], _calls);
    }

    [Fact]
    public async Task A_full_call_still_takes_a_key_that_it_has()
    {
        ReadMerger<string, string> merger = Merger(maxKeys: 2);

        await _clock.RunAsync(() => Task.WhenAll(Read(merger, "a"), Read(merger, "b"), Read(merger, "a")));

        Assert.Equal(["a b"], _calls);
    }

    [Fact]
    public async Task A_read_never_joins_a_call_that_has_left()
    {
        var gate = new TaskCompletionSource();
        _answer = gate.Task;
        ReadMerger<string, string> merger = Merger();

        Task<string> first = Read(merger, "a");
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Task<string> second = Read(merger, "a");
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["a", "a"], _calls);
    }

    [Fact]
    public async Task A_call_waits_for_callers_that_come_one_upon_another_but_not_for_ever()
    {
        ReadMerger<string, string> merger = Merger();
        var reads = new List<Task<string>>();

        for (int key = 0; key < 100; key++)
        {
            reads.Add(Read(merger, $"{key}"));
            await _clock.AdvanceAsync(TimeSpan.FromMilliseconds(2));
        }
        await _clock.RunAsync(() => Task.WhenAll(reads));

        Assert.InRange(_calls.Count, 2, 3);
        Assert.Equal(100, string.Join(" ", _calls).Split(' ').Distinct().Count());
    }

    [Fact]
    public async Task A_call_leaves_once_nobody_joins_it_for_a_moment()
    {
        ReadMerger<string, string> merger = Merger();

        Task<string> first = Read(merger, "a");
        await _clock.AdvanceAsync(TimeSpan.FromMilliseconds(10));
        Task<string> second = Read(merger, "b");
        await _clock.AdvanceAsync(TimeSpan.FromMilliseconds(10));

        Assert.Equal(["a!", "b!"], await Task.WhenAll(first, second));
        Assert.Equal(["a", "b"], _calls);
    }

    [Fact]
    public async Task Nothing_is_kept_of_an_answer()
    {
        ReadMerger<string, string> merger = Merger();

        await _clock.RunAsync(() => Read(merger, "a"));
        await _clock.RunAsync(() => Read(merger, "a"));

        Assert.Equal(["a", "a"], _calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_caller_that_cancels_leaves_the_others_their_answer(bool callHasLeft)
    {
        var gate = new TaskCompletionSource();
        _answer = gate.Task;
        ReadMerger<string, string> merger = Merger();

        Task<string> cancelled = merger.ReadAsync("a", _cancel.Token);
        Task<string> other = Read(merger, "b");
        if (callHasLeft)
            await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.False(_ofCall.IsCancellationRequested);
        gate.SetResult();
        Assert.Equal("b!", await other);
    }

    [Fact]
    public async Task A_call_that_nobody_waits_for_any_more_is_cancelled()
    {
        _answer = new TaskCompletionSource().Task;
        ReadMerger<string, string> merger = Merger();

        Task<string> first = merger.ReadAsync("a", _cancel.Token);
        Task<string> second = merger.ReadAsync("b", _cancel.Token);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await _cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.True(_ofCall.IsCancellationRequested);
    }

    [Fact]
    public async Task Callers_that_all_cancel_before_the_call_leaves_do_not_spoil_the_next_read()
    {
        ReadMerger<string, string> merger = Merger();

        Task<string> cancelled = merger.ReadAsync("a", _cancel.Token);
        await _cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        Assert.Equal("b!", await _clock.RunAsync(() => Read(merger, "b")));
        Assert.Equal(["b"], _calls);
    }

    [Fact]
    public async Task A_failure_reaches_every_caller_and_the_next_read_is_a_new_call()
    {
        ReadMerger<string, string> merger = Merger();
        var failure = new NetConnectException(ErrorIds.Throttled, ErrorKind.Throttled, "Slow down.");
        _answer = Task.FromException(failure);

        Task<string> first = Read(merger, "a");
        Task<string> second = Read(merger, "b");
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Same(failure, await Assert.ThrowsAsync<NetConnectException>(() => first));
        Assert.Same(failure, await Assert.ThrowsAsync<NetConnectException>(() => second));
        _answer = Task.CompletedTask;
        Assert.Equal("a!", await _clock.RunAsync(() => Read(merger, "a")));
    }

    private static Task<string> Read(ReadMerger<string, string> merger, string key) => merger.ReadAsync(key, CancellationToken.None);

    private ReadMerger<string, string> Merger(int maxKeys = 100) => new(
        async (keys, cancellationToken) =>
        {
            _calls.Add(string.Join(" ", keys));
            _ofCall = cancellationToken;
            await _answer.WaitAsync(cancellationToken);
            return key => key + "!";
        },
        _clock,
        maxKeys);
}
