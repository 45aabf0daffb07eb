using NetConnect.Waiting;

namespace NetConnect.Aws.Calls;

/// <summary>How fast one API of one account and Region may be called. Open at first; a throttling answer halves the rate that met it, and
/// successes raise it again until it is open as before.</summary>
/// <remarks>EC2 throttles per account, Region and API, by limits that are not all published and that others use up as well: the rate can
/// only be found out. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html</remarks>
internal sealed class CallRate(IClock clock)
{
    private const double SlowestPerSecond = 0.5;
    private static readonly TimeSpan s_memory = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<DateTime> _recent = new();
    private double? _perSecond;
    private double _throttledAt;
    private int _round;
    private DateTime _nextTurn;

    /// <summary>Calls a second at most; null while open.</summary>
    public double? PerSecond
    {
        get
        {
            lock (_lock)
                return _perSecond;
        }
    }

    /// <summary>Waits for the next turn.</summary>
    /// <returns>The round it belongs to, for <see cref="Throttled"/>.</returns>
    public async Task<int> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        int round;
        lock (_lock)
        {
            DateTime now = clock.UtcNow;
            DateTime turn = _perSecond is { } rate && _nextTurn > now ? _nextTurn : now;
            if (_perSecond is { } limited)
                _nextTurn = turn + TimeSpan.FromSeconds(1 / limited);
            _recent.Enqueue(turn);
            while (now - _recent.Peek() > s_memory)
                _recent.Dequeue();
            wait = turn - now;
            round = _round;
        }
        if (wait > TimeSpan.Zero)
            await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        return round;
    }

    /// <summary>AWS asked to slow down. The calls of one round count once: all were sent before the first of them was
    /// throttled.</summary>
    public void Throttled(int round)
    {
        lock (_lock)
        {
            if (round != _round)
                return;
            _round++;
            _throttledAt = _perSecond ?? _recent.Count / s_memory.TotalSeconds;
            _perSecond = Math.Max(SlowestPerSecond, _throttledAt / 2);
            _nextTurn = clock.UtcNow + TimeSpan.FromSeconds(1 / _perSecond.Value);
        }
    }

    /// <summary>A call went through.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            // A tenth more each time, and open once it has gone well at twice the rate that was too much.
            if (_perSecond is { } rate)
                _perSecond = rate > _throttledAt * 2 ? null : rate * 1.1;
        }
    }
}
