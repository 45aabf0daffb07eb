namespace NetConnect.Sandbox;

/// <summary>What goes wrong with a call that a <see cref="FaultRule"/> matches.</summary>
public enum FaultKind
{
    /// <summary>The call is refused as too frequent: <c>RequestLimitExceeded</c> in EC2, <c>Throttling</c> in STS. No effect.</summary>
    Throttle,

    /// <summary>HTTP 500, <c>InternalError</c>. No effect.</summary>
    ServerError,

    /// <summary>HTTP 503, <c>Unavailable</c>. No effect.</summary>
    Unavailable,

    /// <summary>The connection is cut before anything happens.</summary>
    ResetBefore,

    /// <summary>The call takes effect, then the connection is cut: the answer is lost.</summary>
    ResetAfter,

    /// <summary>The call is answered late, by <see cref="FaultRule.Delay"/> of wall time.</summary>
    Delay,

    /// <summary>The call is answered with an HTML page and HTTP 200, as a proxy in the way would. No effect.</summary>
    NotXml,
}
