namespace NetConnect;

/// <summary>What sort of failure a <see cref="NetConnectException"/> reports; cmdlets turn it into an error category.</summary>
public enum ErrorKind
{
    /// <summary>A value that can never be right: a malformed id, CIDR or combination of parameters.</summary>
    InvalidInput,

    /// <summary>A resource that is not there, or that these credentials do not see.</summary>
    NotFound,

    /// <summary>The caller has no credentials, bad ones, or lacks a permission.</summary>
    Denied,

    /// <summary>Something else stands where the change would go.</summary>
    Conflict,

    /// <summary>A quota is reached.</summary>
    Limit,

    /// <summary>AWS asks to slow down, and kept asking.</summary>
    Throttled,

    /// <summary>A state that was waited for did not come in time.</summary>
    TimedOut,

    /// <summary>AWS, or the way to it, failed.</summary>
    Service,

    /// <summary>A file of this machine cannot be written.</summary>
    File,
}
