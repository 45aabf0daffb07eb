namespace NetConnect;

/// <summary>A virtual private gateway: the AWS end of VPNs into one VPC.</summary>
public sealed record VpnGateway
{
    /// <summary>The id, <c>vgw-…</c>.</summary>
    public string VpnGatewayId { get; init; } = "";

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The BGP autonomous system number of the AWS end.</summary>
    public long AmazonSideAsn { get; init; }

    /// <summary>The VPC it is attached to, attaching to or detaching from, or null.</summary>
    public string? VpcId { get; init; }

    /// <summary>The state of that attachment: <c>attaching</c>, <c>attached</c>, <c>detaching</c>, <c>detached</c>, or null.</summary>
    public string? AttachmentState { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => VpnGatewayId;
}
