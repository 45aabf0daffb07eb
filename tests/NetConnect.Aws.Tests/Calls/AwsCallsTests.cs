using System.Net;
using System.Net.Sockets;
using Amazon.EC2;
using Amazon.Runtime;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Calls;

public sealed class AwsCallsTests
{
    private readonly VirtualClock _clock = new();
    private int _calls;

    [Fact]
    public async Task A_throttled_call_is_made_again_until_it_goes_through()
    {
        Assert.Equal("answer", await Invoke(CallSafety.Once, Throttle, Throttle, null));
        Assert.Equal(3, _calls);
    }

    [Fact]
    public async Task Throttling_that_does_not_end_is_an_error_after_eight_calls()
    {
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(
            () => Invoke(CallSafety.Repeatable, [.. Enumerable.Repeat(Throttle, 20)]));
        Assert.Equal((ErrorIds.Throttled, 8), (error.ErrorId, _calls));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_to_a_read_is_asked_for_again(Exception lost)
    {
        Assert.Equal("answer", await Invoke(CallSafety.Repeatable, lost, lost, lost, null));
        Assert.Equal(4, _calls);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_to_a_create_is_left_to_the_caller(Exception lost)
    {
        AnswerLostException error = await Assert.ThrowsAsync<AnswerLostException>(() => Invoke(CallSafety.Once, lost, null));
        Assert.Equal((1, lost), (_calls, error.InnerException));
    }

    [Fact]
    public async Task Faults_that_do_not_end_are_an_error_after_four_calls()
    {
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(
            () => Invoke(CallSafety.Repeatable, [.. Enumerable.Repeat(Answer(500, "InternalError"), 9)]));
        Assert.Equal((ErrorIds.ServiceFailure, 4), (error.ErrorId, _calls));
    }

    [Fact]
    public async Task A_create_that_never_reached_the_endpoint_is_made_again() =>
        Assert.Equal("answer", await Invoke(CallSafety.Once, Refused, null));

    [Fact]
    public async Task A_refusal_is_an_error_at_once()
    {
        await Assert.ThrowsAsync<NetConnectException>(() => Invoke(CallSafety.Repeatable, Answer(400, "InvalidVpcID.NotFound"), null));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task An_error_in_our_own_words_goes_through_as_it_is()
    {
        var error = new NetConnectException(ErrorIds.LoginRequired, ErrorKind.Denied, "log in", innerException: Refused);
        Assert.Same(error, await Assert.ThrowsAsync<NetConnectException>(() => Invoke(CallSafety.Repeatable, error, null)));
    }

    [Fact]
    public async Task An_exception_that_is_about_no_call_goes_through_as_it_is() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Invoke(CallSafety.Repeatable, new InvalidOperationException("a bug"), null));

    [Fact]
    public async Task Waits_between_calls_grow_at_most_twofold_from_a_tenth_of_a_second()
    {
        await Invoke(CallSafety.Repeatable, Refused, Refused, Refused, null);
        Assert.Equal(3, _clock.Delays.Count);
        for (int i = 0; i < 3; i++)
            Assert.InRange(_clock.Delays[i].TotalSeconds, 0, 0.1 * Math.Pow(2, i));
    }

    [Fact]
    public async Task No_more_calls_run_at_once_than_there_are_places()
    {
        var calls = new AwsCalls(_clock, concurrency: 2);
        var release = new TaskCompletionSource();
        int running = 0, most = 0;
        Task[] all = [.. Enumerable.Range(0, 6).Select(_ => calls.InvokeAsync(
            "Describe",
            CallSafety.Repeatable,
            async ct =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await release.Task;
                return Interlocked.Decrement(ref running);
            },
            TestContext.Current.CancellationToken))];
        Assert.Equal(2, running);
        release.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Cancelling_is_not_taken_for_a_lost_answer()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AwsCalls(_clock).InvokeAsync<string>(
            "Create",
            CallSafety.Once,
            ct =>
            {
                stop.Cancel();
                throw new TaskCanceledException();
            },
            stop.Token));
    }

    public static TheoryData<Exception> LostAnswers =>
    [
        Answer(500, "InternalError"),
        Answer(503, "Unavailable"),
        Answer(502, ""),
        new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))),
        new TimeoutException("no answer", new TaskCanceledException()),
        new System.Xml.XmlException("Root element is missing."),
    ];

    private static Exception Throttle => Answer(503, "RequestLimitExceeded");

    private static Exception Refused => new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));

    private static AmazonEC2Exception Answer(int status, string code) =>
        new("said", ErrorType.Unknown, code, "r", (HttpStatusCode)status);

    // Each outcome in turn; null is an answer.
    private Task<string> Invoke(CallSafety safety, params Exception?[] outcomes) => new AwsCalls(_clock).InvokeAsync(
        "Action",
        safety,
        _ => outcomes[_calls++] is { } failure ? Task.FromException<string>(failure) : Task.FromResult("answer"),
        TestContext.Current.CancellationToken);
}
