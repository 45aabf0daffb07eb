namespace NetConnect;

/// <summary>What EC2 knows of the device at the other end.</summary>
public sealed record CustomerGateway
{
    /// <summary>The id, <c>cgw-…</c>.</summary>
    public string CustomerGatewayId { get; init; } = "";

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The public address; null where a certificate stands for it.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The BGP autonomous system number.</summary>
    public long BgpAsn { get; init; }

    /// <summary>The name that tells gateways of equal address and number apart, or null.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => CustomerGatewayId;
}
