namespace NetConnect.Sandbox.Time;

/// <summary>
/// The state of a resource, and the states that it will enter by itself as time passes. Nothing runs in the background: whoever
/// asks for the state makes the changes that are due, so a stepped clock is exact.
/// </summary>
internal sealed class TimedState
{
    private readonly SandboxClock _clock;
    private readonly Queue<(DateTime At, string Code, string Message)> _ahead = new();
    private (DateTime At, string Code, string Message) _current;
    private DateTime _lastPlanned;

    public TimedState(SandboxClock clock, string code, string message = "")
    {
        _clock = clock;
        Enter(code, message);
    }

    public string Code => Current.Code;

    public string Message => Current.Message;

    /// <summary>When the current state began.</summary>
    public DateTime Since => Current.At;

    private (DateTime At, string Code, string Message) Current
    {
        get
        {
            while (_ahead.Count > 0 && _ahead.Peek().At <= _clock.Now) _current = _ahead.Dequeue();
            return _current;
        }
    }

    /// <summary>Enters a state now and forgets what was planned.</summary>
    public TimedState Enter(string code, string message = "")
    {
        _ahead.Clear();
        _current = (_clock.Now, code, message);
        _lastPlanned = _current.At;
        return this;
    }

    /// <summary>Stays in the state that it is in, and forgets what was planned.</summary>
    public TimedState Hold()
    {
        _current = Current;
        _ahead.Clear();
        _lastPlanned = _clock.Now;
        return this;
    }

    /// <summary>Plans the next state, after the last one planned; a fast clock shortens the wait.</summary>
    public TimedState Then(TimeSpan usual, string code, string message = "") => ThenAt(_lastPlanned + _clock.Scale(usual), code, message);

    /// <summary>Plans the next state for a time that no clock shortens, such as the seven days of a peering request.</summary>
    public TimedState ThenAt(DateTime time, string code, string message = "")
    {
        _ahead.Enqueue((_lastPlanned = time, code, message));
        return this;
    }
}
