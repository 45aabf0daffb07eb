using NetConnect.Addressing;

namespace NetConnect;

/// <summary>One side of a VPC peering.</summary>
public sealed record VpcPeeringSide
{
    /// <summary>The VPC.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The account that owns the VPC.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The Region of the VPC.</summary>
    public string Region { get; init; } = "";

    /// <summary>The Name tag of the VPC, where it was read and these credentials see it; else null.</summary>
    public string? Name { get; init; }

    /// <summary>All IPv4 CIDRs of the VPC. AWS tells the other side's only while the peering is active.</summary>
    public IReadOnlyList<string> CidrBlocks { get; init; } = [];

    /// <summary>All IPv6 CIDRs of the VPC.</summary>
    public IReadOnlyList<string> Ipv6CidrBlocks { get; init; } = [];

    /// <summary>Whether this VPC's public DNS names resolve to private addresses when asked from the other VPC; null while AWS does not tell.</summary>
    public bool? AllowDnsResolutionFromRemoteVpc { get; init; }

    /// <summary>All CIDRs that AWS tells of the VPC, IPv4 first.</summary>
    internal IEnumerable<Cidr> Cidrs => CidrBlocks.Concat(Ipv6CidrBlocks).Select(Cidr.Parse);

    /// <summary>The VPC, its account and Region.</summary>
    public override string ToString() => $"{VpcId} ({OwnerId}/{Region})";
}
