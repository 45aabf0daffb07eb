using NetConnect.Addressing;

namespace NetConnect.Peering;

/// <summary>Which routes a peering should have.</summary>
public sealed record PeeringRouteRequest
{
    /// <summary>The sides whose tables are meant.</summary>
    public PeeringSides Sides { get; init; } = PeeringSides.Both;

    /// <summary>The tables that are meant.</summary>
    public RouteTableSelection Tables { get; init; } = RouteTableSelection.All;

    /// <summary>CIDRs of the other side that get no route, nor does any CIDR within them: 100.64.0.0/16 on many EKS VPCs.</summary>
    public IReadOnlyCollection<Cidr> ExcludedCidrs { get; init; } = [];

    /// <summary>Whether a route to another live target is pointed at the peering instead of being a conflict.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether routes to the peering that are not among the wanted ones are removed, from every table of the sides.</summary>
    public bool Prune { get; init; }
}
