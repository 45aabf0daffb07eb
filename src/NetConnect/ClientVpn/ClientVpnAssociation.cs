namespace NetConnect;

/// <summary>A subnet that a Client VPN endpoint ends in.</summary>
public sealed record ClientVpnAssociation
{
    /// <summary>The id, <c>cvpn-assoc-…</c>.</summary>
    public string AssociationId { get; init; } = "";

    /// <summary>The subnet.</summary>
    public string SubnetId { get; init; } = "";

    /// <summary>The subnet's VPC.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The state as AWS names it: <c>associating</c>, <c>associated</c>, <c>association-failed</c>, <c>disassociating</c>, <c>disassociated</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>AWS's words about the state, or null.</summary>
    public string? StateMessage { get; init; }

    /// <summary>The security groups of the traffic into the subnet.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>The subnet.</summary>
    public override string ToString() => SubnetId;
}
