namespace NetConnect;

/// <summary>A route table of a VPC with its routes and associations.</summary>
public sealed class RouteTable
{
    /// <summary>The id, <c>rtb-…</c>.</summary>
    public string RouteTableId { get; init; } = "";

    /// <summary>The VPC it belongs to.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The account that owns it, which is the VPC's owner.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>Whether subnets without an association of their own use it.</summary>
    public bool IsMain { get; init; }

    /// <summary>The subnets associated with it explicitly.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>The virtual private gateways whose routes it learns.</summary>
    public IReadOnlyList<string> PropagatingVpnGatewayIds { get; init; } = [];

    /// <summary>Its routes.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The value of its Name tag, or null.</summary>
    public string? Name => Tags.TryGetValue("Name", out string? name) ? name : null;
}
