using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.NetworkAcls;

/// <summary>A network ACL. Every subnet is associated with just one, at first with its VPC's default one.</summary>
internal sealed class NetworkAcl(Vpc vpc, string id, bool isDefault = false) : Ec2Resource(vpc.Home, id)
{
    private static readonly Cidr s_anywhere = Cidr.Parse("0.0.0.0/0");
    private static readonly Cidr s_anywhereV6 = Cidr.Parse("::/0");

    public Vpc Vpc => vpc;

    public bool IsDefault => isDefault;

    /// <summary>The entries that calls made, and those that a default ACL begins with.</summary>
    public List<NetworkAclEntry> Entries { get; } = [];

    /// <summary>Association ids by subnet.</summary>
    public Dictionary<Subnet, string> Associations { get; } = [];

    /// <summary>The entries with the last ones, which deny the rest and cannot be removed.</summary>
    public IEnumerable<NetworkAclEntry> AllEntries =>
        Entries.Concat(vpc.Cidrs.Any(cidr => cidr.IsV6) ? [.. Last(s_anywhere, 32767), .. Last(s_anywhereV6, 32768)]
            : Last(s_anywhere, 32767))
            .OrderByDescending(entry => entry.Egress).ThenBy(entry => entry.RuleNumber);

    /// <summary>Lets everything pass, as a default ACL does; for IPv6 once the VPC has it.</summary>
    public void AllowEverything(bool v6)
    {
        foreach (bool egress in new[] { true, false })
            if (!Entries.Exists(entry => entry.Egress == egress && entry.RuleNumber == (v6 ? 101 : 100)))
                Entries.Add(new NetworkAclEntry(v6 ? 101 : 100, egress, "-1", "allow", v6 ? s_anywhereV6 : s_anywhere));
    }

    public void Associate(Subnet subnet) => Associations.Add(subnet, Home.World.NewId("aclassoc"));

    private static NetworkAclEntry[] Last(Cidr anywhere, int number) =>
        [new(number, true, "-1", "deny", anywhere), new(number, false, "-1", "deny", anywhere)];
}
