using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>A security group of a VPC. Its rules are resources of their own, with ids and tags.</summary>
internal sealed class SecurityGroup(Vpc vpc, string id, string name, string description) : Ec2Resource(vpc.Home, id)
{
    public const string DefaultName = "default";

    public Vpc Vpc => vpc;

    public string Name => name;

    public string Description => description;

    public bool IsDefault => name == DefaultName;

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:security-group/{Id}";

    public IEnumerable<SecurityGroupRule> Rules(bool egress) =>
        Home.SecurityGroupRules.All.Where(rule => rule.Group == this && rule.IsEgress == egress);

    public SecurityGroupRule Add(bool egress, IpPermission permission, string? description = null) =>
        Home.SecurityGroupRules.Add(new SecurityGroupRule(this, egress, permission) { Description = description });

    /// <summary>Removes the rules with the group, and their tags with them.</summary>
    public void RemoveWithRules()
    {
        foreach (SecurityGroupRule rule in Rules(true).Concat(Rules(false)).ToList()) rule.Remove();
        Home.SecurityGroups.Remove(this);
        Home.Tags.RemoveAll(Id);
    }
}
