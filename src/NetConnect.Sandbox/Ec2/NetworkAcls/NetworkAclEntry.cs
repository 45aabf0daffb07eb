using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.NetworkAcls;

/// <summary>One numbered entry of a network ACL.</summary>
internal sealed class NetworkAclEntry(int ruleNumber, bool egress, string protocol, string action, Cidr cidr)
{
    public int RuleNumber => ruleNumber;

    public bool Egress => egress;

    /// <summary>A number; -1 for all.</summary>
    public string Protocol => protocol;

    public string Action => action;

    public Cidr Cidr => cidr;

    public (int From, int To)? Ports { get; init; }

    public (int Type, int Code)? Icmp { get; init; }
}
