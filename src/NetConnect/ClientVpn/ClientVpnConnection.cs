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

    /// <summary>Who it is: the name that the person signed in with, or else the name in the certificate.</summary>
    public string? User => UserName ?? CommonName;

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

    /// <summary>When AWS told all this (UTC).</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>How long it lasted, or has lasted when AWS told this; null where AWS does not say when it began.</summary>
    public TimeSpan? Duration => (Ended ?? AsOf) - Established;

    /// <summary>The bytes that came from the client.</summary>
    public long IngressBytes { get; init; }

    /// <summary>The bytes that went to the client.</summary>
    public long EgressBytes { get; init; }

    /// <summary>The packets that came from the client.</summary>
    public long IngressPackets { get; init; }

    /// <summary>The packets that went to the client.</summary>
    public long EgressPackets { get; init; }

    /// <summary>What the Lambda function that judges connections said of the client's posture, in its own words; empty where there is none.</summary>
    public IReadOnlyList<string> PostureComplianceStatuses { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => ConnectionId;
}
