namespace NetConnect.Sandbox;

/// <summary>How time passes in the sandbox.</summary>
public enum SandboxClockKind
{
    /// <summary>Wall time: states change after seconds, as in AWS (but never minutes).</summary>
    Real,

    /// <summary>
    /// Wall time, but a change of state takes a hundredth of its usual time. Lifetimes (expiry, sessions) stay as they are.
    /// </summary>
    Fast,

    /// <summary>Time stands still until <see cref="SandboxServer.Advance"/> moves it.</summary>
    Stepped,
}
