namespace NetConnect;

/// <summary>A transit gateway: the AWS end of VPNs that reach many VPCs.</summary>
public sealed record TransitGateway
{
    /// <summary>The id, <c>tgw-…</c>.</summary>
    public string TransitGatewayId { get; init; } = "";

    /// <summary>The Name tag, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>modifying</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The BGP autonomous system number of the AWS end.</summary>
    public long AmazonSideAsn { get; init; }

    /// <summary>The table by which new attachments are routed; null where they are associated by hand.</summary>
    public string? DefaultAssociationRouteTableId { get; init; }

    /// <summary>The table that learns the routes of new attachments; null where that is said by hand.</summary>
    public string? DefaultPropagationRouteTableId { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id.</summary>
    public override string ToString() => TransitGatewayId;
}
