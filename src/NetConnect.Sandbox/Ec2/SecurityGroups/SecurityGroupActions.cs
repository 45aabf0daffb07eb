using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>CreateSecurityGroup, DeleteSecurityGroup, DescribeSecurityGroups.</summary>
internal static class SecurityGroupActions
{
    private static readonly Cidr s_anywhere = Cidr.Parse("0.0.0.0/0");
    private static readonly Cidr s_anywhereV6 = Cidr.Parse("::/0");

    public static void CreateSecurityGroup(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.SecurityGroup);
        string name = call.Parameters.Required("GroupName");
        string description = call.Parameters.Required("GroupDescription");
        Vpc vpc = call.Parameters.Text("VpcId") is { } id ? call.Region.Vpcs.Get(id) : DefaultVpc(call.Region);
        CheckName(vpc, name);
        if (call.Region.SecurityGroups.All.Count() >= call.Region.Quotas.SecurityGroupsPerRegion)
            throw new ApiException("SecurityGroupLimitExceeded", "The maximum number of security groups has been reached.");

        var group = new SecurityGroup(vpc, call.NewId(ResourceKind.SecurityGroup), name, description);
        call.Region.SecurityGroups.Add(group);
        AllowEverythingOut(group);
        call.Region.Tags.Set(group.Id, tags);
        answer.Flag("return", true).Text("groupId", group.Id).Text("securityGroupArn", group.Arn).Tags(call.Region.Tags.Of(group.Id));
    }

    public static void DeleteSecurityGroup(Ec2Call call, XmlAnswer answer)
    {
        SecurityGroup group = call.Region.SecurityGroups.Get(call.Parameters.Required("GroupId"));
        if (group.IsDefault)
            throw new ApiException("CannotDelete",
                $"the specified group: \"{group.Id}\" name: \"{group.Name}\" cannot be deleted by a user");
        // A group of the same VPC that refers to this one keeps it; one of a peer VPC does not, its rule turns stale.
        if (call.Region.SecurityGroupRules.All.Any(rule =>
            rule.Permission.Peer.GroupId == group.Id && rule.Group != group && rule.Group.Vpc == group.Vpc))
            throw new ApiException("DependencyViolation", $"resource {group.Id} has a dependent object");
        if (call.Region.ClientVpnEndpoints.All.Any(endpoint => endpoint.LiveAssociations.Any() && endpoint.Settings.SecurityGroupIds.Contains(group.Id)))
            throw new ApiException("DependencyViolation", $"resource {group.Id} has a dependent object");
        group.RemoveWithRules();
        answer.Flag("return", true).Text("groupId", group.Id);
    }

    public static void DescribeSecurityGroups(Ec2Call call, XmlAnswer answer) =>
        SecurityGroupDescription.Instance.Answer(call, answer, call.Region.SecurityGroups);

    /// <summary>The group that every VPC comes with: its members talk to each other, and to anyone outside.</summary>
    public static void CreateDefault(Vpc vpc)
    {
        var group = new SecurityGroup(vpc, vpc.Home.World.NewId(ResourceKind.SecurityGroup.Prefix), SecurityGroup.DefaultName,
            "default VPC security group");
        vpc.Home.SecurityGroups.Add(group);
        group.Add(egress: false, new IpPermission(IpPermission.AllProtocols, null, null, RulePeer.Of(group)));
        AllowEverythingOut(group);
    }

    private static void AllowEverythingOut(SecurityGroup group)
    {
        group.Add(egress: true, new IpPermission(IpPermission.AllProtocols, null, null, RulePeer.Of(s_anywhere)));
        if (group.Vpc.Cidrs.Any(cidr => cidr.IsV6))
            group.Add(egress: true, new IpPermission(IpPermission.AllProtocols, null, null, RulePeer.Of(s_anywhereV6)));
    }

    private static void CheckName(Vpc vpc, string name)
    {
        if (name == SecurityGroup.DefaultName)
            throw new ApiException("InvalidParameterValue", $"Cannot use reserved security group name: {name}");
        if (name.StartsWith("sg-", StringComparison.Ordinal) || name.Length > 255)
            throw new ApiException("InvalidParameterValue", $"Value ({name}) for parameter GroupName is invalid.");
        if (vpc.Home.SecurityGroups.All.Any(group => group.Vpc == vpc && group.Name == name))
            throw new ApiException("InvalidGroup.Duplicate", $"The security group '{name}' already exists for VPC '{vpc.Id}'");
    }

    private static Vpc DefaultVpc(Ec2Region region) => region.Vpcs.All.FirstOrDefault(vpc => vpc.IsDefault)
        ?? throw new ApiException("VPCIdNotSpecified", "No default VPC for this user");
}
