namespace NetConnect.Sandbox.Time;

/// <summary>The one source of time of a world.</summary>
internal sealed class SandboxClock(SandboxClockKind kind)
{
    private const int FastFactor = 100;

    private DateTime _stepped = DateTime.UtcNow;
    private long _held;

    public SandboxClockKind Kind => kind;

    public DateTime Now => kind == SandboxClockKind.Stepped ? _stepped
        : Interlocked.Read(ref _held) is > 0 and long held ? new DateTime(held, DateTimeKind.Utc)
        : DateTime.UtcNow;

    /// <summary>What is left of a state's usual duration on this clock.</summary>
    public TimeSpan Scale(TimeSpan usual) =>
        kind == SandboxClockKind.Fast ? TimeSpan.FromTicks(usual.Ticks / FastFactor) : usual;

    /// <summary>Runs an action at one instant: what it makes does not grow older before its answer is written.</summary>
    public T Hold<T>(Func<T> action)
    {
        Interlocked.Exchange(ref _held, DateTime.UtcNow.Ticks);
        try
        {
            return action();
        }
        finally
        {
            Interlocked.Exchange(ref _held, 0);
        }
    }

    public void Advance(TimeSpan time)
    {
        if (kind != SandboxClockKind.Stepped)
            throw new InvalidOperationException("Only a sandbox with a stepped clock can be advanced: start it with -Clock Stepped.");
        if (time < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(time), "Time does not run backwards.");
        _stepped += time;
    }
}
