namespace NetConnect;

/// <summary>How much a finding matters.</summary>
public enum VpnFindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>It works, and will not in a case that is to be expected.</summary>
    Warning,

    /// <summary>Traffic does not flow.</summary>
    Error,
}
