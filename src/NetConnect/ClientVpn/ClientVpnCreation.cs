namespace NetConnect;

/// <summary>The request that makes a Client VPN endpoint.</summary>
public sealed record ClientVpnCreation
{
    /// <summary>The addresses that clients get, <c>/22</c> to <c>/12</c>.</summary>
    public required string ClientCidrBlock { get; init; }

    /// <summary>How people prove who they are.</summary>
    public required IReadOnlyList<ClientVpnAuthentication> Authentication { get; init; }

    /// <summary><c>udp</c> or <c>tcp</c>; null leaves it to AWS (udp).</summary>
    public string? TransportProtocol { get; init; }

    /// <summary>Everything else. The server certificate is needed.</summary>
    public required ClientVpnSettings Settings { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
