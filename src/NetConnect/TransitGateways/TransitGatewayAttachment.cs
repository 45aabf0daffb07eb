namespace NetConnect;

/// <summary>What joins a VPC, a VPN or something else to a transit gateway.</summary>
public sealed record TransitGatewayAttachment
{
    /// <summary>The id, <c>tgw-attach-…</c>.</summary>
    public string TransitGatewayAttachmentId { get; init; } = "";

    /// <summary>The transit gateway.</summary>
    public string TransitGatewayId { get; init; } = "";

    /// <summary>What is attached: <c>vpc</c>, <c>vpn</c>, <c>direct-connect-gateway</c>, <c>peering</c>, …</summary>
    public string ResourceType { get; init; } = "";

    /// <summary>The id of what is attached.</summary>
    public string ResourceId { get; init; } = "";

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>, …</summary>
    public string State { get; init; } = "";

    /// <summary>The one table by which what comes from here is routed, or null.</summary>
    public string? AssociationRouteTableId { get; init; }

    /// <summary>The state of that: <c>associating</c>, <c>associated</c>, <c>disassociating</c>, or null.</summary>
    public string? AssociationState { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => TransitGatewayAttachmentId;
}
