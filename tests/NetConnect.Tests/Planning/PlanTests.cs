using System.Collections.Concurrent;
using NetConnect.Planning;

namespace NetConnect.Tests.Planning;

public sealed class PlanTests : IDisposable
{
    private readonly ConcurrentQueue<string> _done = new();
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose() => _cancel.Dispose();

    [Fact]
    public async Task A_plan_without_steps_just_gives_its_object()
    {
        Assert.Equal("result", await ApplyAsync());
        Assert.Equal("value", await new Plan<string>("value").ApplyAsync(_cancel.Token));
    }

    [Fact]
    public async Task A_step_starts_when_all_that_it_builds_on_have_succeeded()
    {
        PlanStep first = Step("first");
        PlanStep second = Step("second", first);
        PlanStep third = Step("third", first, second);

        await ApplyAsync(first, second, third);

        Assert.Equal(["first", "second", "third"], _done);
    }

    [Fact]
    public async Task Steps_that_do_not_build_on_each_other_run_side_by_side()
    {
        // Each ends only once all of them run.
        int running = 0;
        var all = new TaskCompletionSource();
        Task RunAsync()
        {
            if (Interlocked.Increment(ref running) == 3)
                all.SetResult();
            return all.Task;
        }
        PlanStep first = Step("first");

        await ApplyAsync(first, Step("second", RunAsync, first), Step("third", RunAsync, first), Step("alone", RunAsync));

        Assert.Equal(["alone", "first", "second", "third"], _done.Order());
    }

    [Fact]
    public async Task A_declined_step_takes_along_those_that_build_on_it_and_no_others()
    {
        PlanStep first = Step("first");
        PlanStep second = Step("second", first);
        PlanStep third = Step("third", second);
        second.Decline();

        Assert.Equal("result", await ApplyAsync(first, second, third, Step("other")));

        Assert.Equal([false, true, true], new[] { first, second, third }.Select(step => step.IsDeclined));
        Assert.Equal(["first", "other"], _done.Order());
    }

    [Fact]
    public async Task A_failure_stops_what_builds_on_it_and_leaves_the_rest()
    {
        NetConnectException failure = Failure("first failed");
        PlanStep first = Step("first", Fails(failure));

        Exception? error = await Record.ExceptionAsync(() => ApplyAsync(first, Step("second", first), Step("third", first), Step("other")));

        Assert.Same(failure, error);
        Assert.Equal(["other"], _done);
    }

    [Fact]
    public async Task Several_failures_are_told_as_the_first_and_a_count()
    {
        NetConnectException failure = Failure("first failed");

        var error = await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(
            Step("first", Fails(failure)), Step("second", Fails(Failure("second failed"))), Step("third", Fails(Failure("third failed")))));

        Assert.Equal((failure.ErrorId, failure.Kind, failure.Target), (error.ErrorId, error.Kind, error.Target));
        Assert.Equal("first failed (2 more steps failed.)", error.Message);
        Assert.Same(failure, error.InnerException);
    }

    [Fact]
    public async Task A_failure_of_any_other_type_is_passed_on_as_it_is() => await Assert.ThrowsAsync<TimeoutException>(
        () => ApplyAsync(Step("first", Fails(new TimeoutException())), Step("second", Fails(Failure("second failed")))));

    [Fact]
    public async Task A_step_after_any_waits_for_those_that_are_made_and_goes_on_without_the_others()
    {
        var gate = new TaskCompletionSource();
        PlanStep declined = Step("declined"), slow = Step("slow", () => gate.Task), last = AfterAny(declined, slow);
        declined.Decline();

        Task<string?> applied = ApplyAsync(declined, slow, last);
        Assert.Empty(_done);
        gate.SetResult();

        Assert.Equal("result", await applied);
        Assert.Equal(["slow", "last"], _done);
    }

    [Fact]
    public async Task A_step_after_any_falls_with_the_last_of_them_only()
    {
        PlanStep first = Step("first"), second = Step("second"), last = AfterAny(first, second);
        first.Decline();
        Assert.False(last.IsDeclined);
        second.Decline();
        Assert.True(last.IsDeclined);

        await ApplyAsync(first, second, last);

        Assert.Empty(_done);
    }

    [Fact]
    public async Task A_step_after_any_is_not_made_where_one_of_them_failed()
    {
        PlanStep good = Step("good"), bad = Step("bad", Fails(Failure("bad failed")));

        Assert.Equal("bad failed", (await Assert.ThrowsAsync<NetConnectException>(() => ApplyAsync(good, bad, AfterAny(good, bad)))).Message);

        Assert.Equal(["good"], _done);
    }

    [Fact]
    public async Task Cancellation_ends_the_plan_and_is_no_failure()
    {
        PlanStep first = Step("first");
        PlanStep second = Step("second", () => _cancel.CancelAsync(), first);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ApplyAsync(first, second, Step("third", () => Task.Delay(-1, _cancel.Token), first)));

        Assert.Equal(["first", "second"], _done);
    }

    [Fact]
    public async Task A_step_that_gives_up_by_itself_is_told_as_such() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyAsync(Step("first", Fails(new OperationCanceledException()))));

    [Fact]
    public async Task A_plan_without_result_waits_for_it_all_the_same()
    {
        PlanStep step = Step("step");
        Plan<string> plan = new Plan<string>([step], Result, ["Mind the gap."]).WithoutResult();

        Assert.Null(await plan.ApplyAsync(_cancel.Token));

        Assert.Equal(["step", "result"], _done);
        Assert.Equal([step], plan.Steps);
        Assert.Equal(["Mind the gap."], plan.Warnings);

        Task<string?> Result(CancellationToken cancellationToken)
        {
            _done.Enqueue("result");
            return Task.FromResult<string?>("result");
        }
    }

    [Fact]
    public void A_step_says_what_it_does_to_what() => Assert.Equal("Add first: rtb-1", Step("first").ToString());

    private static NetConnectException Failure(string message) => new(ErrorIds.RouteConflict, ErrorKind.Conflict, message, "rtb-1");

    private static Func<Task> Fails(Exception failure) => () => Task.FromException(failure);

    private Task<string?> ApplyAsync(params PlanStep[] steps) =>
        new Plan<string>(steps, _ => Task.FromResult<string?>("result")).ApplyAsync(_cancel.Token);

    private PlanStep AfterAny(params PlanStep[] before) => new(
        "Add last",
        "rtb-1",
        _ =>
        {
            _done.Enqueue("last");
            return Task.CompletedTask;
        })
    { AfterAny = before };

    private PlanStep Step(string name, params PlanStep[] after) => Step(name, () => Task.CompletedTask, after);

    private PlanStep Step(string name, Func<Task> work, params PlanStep[] after) => new(
        $"Add {name}",
        "rtb-1",
        async _ =>
        {
            await Task.Yield();
            await work();
            _done.Enqueue(name);
        },
        after);
}
