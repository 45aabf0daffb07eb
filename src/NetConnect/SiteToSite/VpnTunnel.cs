namespace NetConnect;

/// <summary>One of the two tunnels of a connection. It is known by its outside address: their order is not stable.</summary>
public sealed record VpnTunnel
{
    /// <summary>The address of the AWS end.</summary>
    public string OutsideIpAddress { get; init; } = "";

    /// <summary>Its options as EC2 has them now.</summary>
    public VpnTunnelOption Options { get; init; } = new();

    /// <summary>Where AWS keeps its key: <c>Standard</c>, or <c>SecretsManager</c>, whose keys EC2 does not tell; null where it has none.</summary>
    public string? PreSharedKeyStorage { get; init; }

    /// <summary>The outside address.</summary>
    public override string ToString() => OutsideIpAddress;
}
