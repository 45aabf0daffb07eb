using System.Collections.Concurrent;
using NetConnect.Waiting;

namespace NetConnect.Aws.Calls;

/// <summary>The one way in which AWS is called, for one set of credentials in one Region: bounded, paced, tried again where that is safe,
/// and with every failure in NetConnect's own words.</summary>
/// <remarks>AWSSDK's own retries are off, because it would repeat creates that may have happened.</remarks>
internal sealed class AwsCalls(IClock clock, int concurrency = 32)
{
    private const int ThrottleAttempts = 8;
    private const int FaultAttempts = 4;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(concurrency);
    private readonly ConcurrentDictionary<string, CallRate> _rates = new();

    /// <summary>Calls AWS about nothing in particular.</summary>
    public Task<T> InvokeAsync<T>(
        string action, CallSafety safety, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        InvokeAsync(action, safety, call, target: null, cancellationToken);

    /// <summary>Calls AWS.</summary>
    /// <param name="action">The API's name, such as <c>DescribeVpcs</c>.</param>
    /// <param name="safety">What may be done when no answer comes.</param>
    /// <param name="call">The call.</param>
    /// <param name="target">The resource that it is about, for the error.</param>
    /// <param name="cancellationToken">Ends the call and the waiting.</param>
    /// <exception cref="AnswerLostException">No answer to a call that must not be repeated: look whether it happened.</exception>
    /// <exception cref="NetConnectException">AWS refused, or could not be reached.</exception>
    public async Task<T> InvokeAsync<T>(
        string action, CallSafety safety, Func<CancellationToken, Task<T>> call, string? target, CancellationToken cancellationToken)
    {
        CallRate rate = _rates.GetOrAdd(action, _ => new CallRate(clock));
        for (int attempt = 1; ; attempt++)
        {
            int round = await rate.WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
            CallFault fault;
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                T answer = await call(cancellationToken).ConfigureAwait(false);
                rate.Succeeded();
                return answer;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && CallFaults.Of(e) is { } seen)
            {
                fault = seen;
                if (fault == CallFault.Lost && safety == CallSafety.Once)
                    throw new AnswerLostException(action, e);
                int attempts = fault switch { CallFault.Refused => 1, CallFault.Throttled => ThrottleAttempts, _ => FaultAttempts };
                if (attempt >= attempts)
                    throw AwsErrors.Translate(action, e, target);
            }
            finally
            {
                _places.Release();
            }
            if (fault == CallFault.Throttled)
                rate.Throttled(round);
            await clock.DelayAsync(DelayAfter(attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all pages of a list.</summary>
    /// <param name="action">The API's name.</param>
    /// <param name="readPage">Reads the page that a token names; null is the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<T>> PagesAsync<T>(
        string action, Func<string?, CancellationToken, Task<(IEnumerable<T>? Items, string? Next)>> readPage, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            string? from = token;
            (IEnumerable<T>? items, token) = await InvokeAsync(action, CallSafety.Repeatable, ct => readPage(from, ct), cancellationToken).ConfigureAwait(false);
            all.AddRange(items ?? []);
        }
        while (!string.IsNullOrEmpty(token));
        return all;
    }

    /// <summary>Waits for a removal, to which "not there" is success.</summary>
    public static async Task UnlessGoneAsync(Task removal)
    {
        try
        {
            await removal.ConfigureAwait(false);
        }
        catch (NetConnectException error) when (error.Kind == ErrorKind.NotFound)
        {
            // Gone is what was wanted.
        }
    }

    // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    private static TimeSpan DelayAfter(int attempt)
    {
        double ceiling = Math.Min(s_longestDelay.TotalSeconds, s_firstDelay.TotalSeconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromSeconds(ceiling * Jitter.NextDouble());
    }
}
