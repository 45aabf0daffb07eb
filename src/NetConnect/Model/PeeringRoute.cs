namespace NetConnect;

/// <summary>What one route table holds, or lacks, for one CIDR of the other side of a peering.</summary>
public sealed record PeeringRoute
{
    /// <summary>The peering.</summary>
    public string VpcPeeringConnectionId { get; init; } = "";

    /// <summary>The side whose table it is.</summary>
    public PeeringSides Side { get; init; }

    /// <summary>The VPC whose table it is.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The account that owns the VPC.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The Region of the VPC.</summary>
    public string VpcRegion { get; init; } = "";

    /// <summary>The route table.</summary>
    public string RouteTableId { get; init; } = "";

    /// <summary>The Name tag of the route table, or null.</summary>
    public string? RouteTableName { get; init; }

    /// <summary>Whether it is the VPC's main table.</summary>
    public bool IsMain { get; init; }

    /// <summary>The destination: a CIDR of the other side, IPv4 or IPv6.</summary>
    public string DestinationCidrBlock { get; init; } = "";

    /// <summary>How it stands.</summary>
    public PeeringRouteState State { get; init; }

    /// <summary>Where the table sends the destination now; null where it has no route for it.</summary>
    public string? Target { get; init; }

    // A propagated route stays where it is: the static route to the peering is added beside it and takes precedence.
    internal bool IsPropagated { get; init; }

    /// <summary>The destination and how it stands.</summary>
    public override string ToString() => $"{RouteTableId} {DestinationCidrBlock} {State}";
}
