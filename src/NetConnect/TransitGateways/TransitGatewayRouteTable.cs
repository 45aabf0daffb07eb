namespace NetConnect;

/// <summary>A route table of a transit gateway.</summary>
public sealed record TransitGatewayRouteTable
{
    /// <summary>The id, <c>tgw-rtb-…</c>.</summary>
    public string TransitGatewayRouteTableId { get; init; } = "";

    /// <summary>The Name tag, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;

    /// <summary>The transit gateway.</summary>
    public string TransitGatewayId { get; init; } = "";

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id, and the name where it has one.</summary>
    public override string ToString() => $"{TransitGatewayRouteTableId} {Name}".TrimEnd();
}
