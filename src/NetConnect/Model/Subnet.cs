namespace NetConnect;

/// <summary>A subnet of a VPC.</summary>
public sealed record Subnet
{
    /// <summary>The id, <c>subnet-…</c>.</summary>
    public string SubnetId { get; init; } = "";

    /// <summary>The VPC.</summary>
    public string VpcId { get; init; } = "";

    /// <summary>The account that owns it, which may share it with others.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The IPv4 block.</summary>
    public string CidrBlock { get; init; } = "";

    /// <summary>The Availability Zone, such as <c>eu-west-1a</c>.</summary>
    public string AvailabilityZone { get; init; } = "";

    /// <summary>How many of its IPv4 addresses are free.</summary>
    public int AvailableIpAddressCount { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => SubnetId;
}
