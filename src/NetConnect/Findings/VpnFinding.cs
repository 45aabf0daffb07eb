namespace NetConnect;

/// <summary>Something about a site-to-site VPN or a Client VPN that is wrong, or will be.</summary>
public sealed record VpnFinding
{
    /// <summary>The site-to-site connection; null where it is about a Client VPN.</summary>
    public string? VpnConnectionId { get; init; }

    /// <summary>The Client VPN endpoint; null where it is about a site-to-site VPN.</summary>
    public string? ClientVpnEndpointId { get; init; }

    /// <summary>What it is, as one stable word.</summary>
    public string Code { get; init; } = "";

    /// <summary>How much it matters.</summary>
    public VpnFindingSeverity Severity { get; init; }

    /// <summary>What it is about: a tunnel's outside address, a route table, a network, a certificate, or the VPN itself.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it was concluded from.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>What mends it.</summary>
    public string Fix { get; init; } = "";

    /// <summary>The code and its subject.</summary>
    public override string ToString() => $"{Severity} {Code}: {Subject}";
}
