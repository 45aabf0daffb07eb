namespace NetConnect;

/// <summary>Something about a site-to-site VPN that is wrong, or will be.</summary>
public sealed record VpnFinding
{
    /// <summary>The connection.</summary>
    public string VpnConnectionId { get; init; } = "";

    /// <summary>What it is, as one stable word.</summary>
    public string Code { get; init; } = "";

    /// <summary>How much it matters.</summary>
    public VpnFindingSeverity Severity { get; init; }

    /// <summary>What it is about: a tunnel's outside address, a route table, a network, or the connection.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it was concluded from.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>What mends it.</summary>
    public string Fix { get; init; } = "";

    /// <summary>The code and its subject.</summary>
    public override string ToString() => $"{Severity} {Code}: {Subject}";
}
