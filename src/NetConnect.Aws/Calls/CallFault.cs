namespace NetConnect.Aws.Calls;

/// <summary>How a call failed, as far as it decides what happens next.</summary>
internal enum CallFault
{
    /// <summary>AWS said no: calling again would not help.</summary>
    Refused,

    /// <summary>AWS asks to slow down; nothing has happened.</summary>
    Throttled,

    /// <summary>The endpoint was never reached; nothing has happened.</summary>
    Unreached,

    /// <summary>No usable answer came: it may have happened or not.</summary>
    Lost,
}
