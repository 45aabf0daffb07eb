namespace NetConnect;

/// <summary>How one tunnel stands. It is known by its outside address: the order of telemetry is not that of the options.</summary>
public sealed record VpnTunnelStatus
{
    /// <summary>The connection.</summary>
    public string VpnConnectionId { get; init; } = "";

    /// <summary>The Name tag of the connection, or null.</summary>
    public string? VpnName { get; init; }

    /// <summary>The Region of the connection.</summary>
    public string Region { get; init; } = "";

    /// <summary>The address of the AWS end.</summary>
    public string OutsideIpAddress { get; init; } = "";

    /// <summary><c>UP</c> or <c>DOWN</c>. With BGP a tunnel is UP only while the BGP session is established.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether the tunnel carries traffic.</summary>
    internal bool IsUp => Status == "UP";

    /// <summary>AWS's own words, which tell for instance that IPsec is up while BGP is not.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>When the IKE, IPsec or BGP state last changed (UTC).</summary>
    public DateTime? Since { get; init; }

    /// <summary>How many routes AWS accepted over BGP.</summary>
    public int AcceptedRouteCount { get; init; }

    /// <summary>What its ends have agreed on; null where that was not asked for.</summary>
    public VpnTunnelNegotiation? Negotiation { get; init; }

    /// <summary>What AWS has to do on its endpoint; null where that was not asked for.</summary>
    public VpnTunnelMaintenance? Maintenance { get; init; }

    /// <summary>The connection and the outside address.</summary>
    public override string ToString() => $"{VpnConnectionId} {OutsideIpAddress} {Status}";
}
