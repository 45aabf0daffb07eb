using NetConnect.Addressing;

namespace NetConnect;

/// <summary>What one rule of a security group lets through, whatever the protocol and the ports.</summary>
public sealed record SecurityGroupRule
{
    /// <summary>The blocks, IPv4 and IPv6.</summary>
    public IReadOnlyList<Cidr> CidrBlocks { get; init; } = [];

    /// <summary>The security groups.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>The prefix lists.</summary>
    public IReadOnlyList<string> PrefixListIds { get; init; } = [];
}
