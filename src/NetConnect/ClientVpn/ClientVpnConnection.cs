namespace NetConnect;

/// <summary>A person's session with a Client VPN endpoint. EC2 shows one for up to an hour after its end.</summary>
public sealed record ClientVpnConnection
{
    /// <summary>The id, <c>cvpn-connection-…</c>.</summary>
    public string ConnectionId { get; init; } = "";

    /// <summary>The endpoint.</summary>
    public string ClientVpnEndpointId { get; init; } = "";

    /// <summary>The state as AWS names it: <c>active</c>, <c>failed-to-terminate</c>, <c>terminating</c>, <c>terminated</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The name that the person signed in with; null with certificates alone.</summary>
    public string? UserName { get; init; }

    /// <summary>The name in the person's certificate, or null.</summary>
    public string? CommonName { get; init; }

    /// <summary>The address that the client has, or null.</summary>
    public string? ClientIp { get; init; }

    /// <summary>When it began (UTC).</summary>
    public DateTime? Established { get; init; }

    /// <summary>When it ended (UTC), or null.</summary>
    public DateTime? Ended { get; init; }

    /// <summary>The bytes that came from the client.</summary>
    public long IngressBytes { get; init; }

    /// <summary>The bytes that went to the client.</summary>
    public long EgressBytes { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => ConnectionId;
}
