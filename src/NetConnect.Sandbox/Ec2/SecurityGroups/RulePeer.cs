using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>Whom a rule is about: a block, a prefix list, or a group of this VPC or of a peer.</summary>
internal sealed class RulePeer
{
    private RulePeer()
    {
    }

    public Cidr? Cidr { get; private init; }

    public string? PrefixListId { get; private init; }

    public string? GroupId { get; private init; }

    /// <summary>The account of the group, which can be another one across a peering.</summary>
    public string? GroupOwnerId { get; private init; }

    /// <summary>Kept also when the group is gone: stale rules still tell where it was.</summary>
    public Vpc? GroupVpc { get; private init; }

    public static RulePeer Of(Cidr cidr) => new() { Cidr = cidr };

    public static RulePeer OfPrefixList(string id) => new() { PrefixListId = id };

    public static RulePeer Of(SecurityGroup group) => new() { GroupId = group.Id, GroupOwnerId = group.OwnerId, GroupVpc = group.Vpc };

    public override string ToString() => Cidr?.ToString() ?? PrefixListId ?? GroupId!;
}
