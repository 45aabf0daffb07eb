using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>DescribeStaleSecurityGroups, DescribeSecurityGroupReferences.</summary>
internal static class SecurityGroupReferenceActions
{
    private static readonly PageBounds s_bounds = new(5, 255);

    public static void DescribeStaleSecurityGroups(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        List<SecurityGroup> stale = call.Region.SecurityGroups.Seen()
            .Where(group => group.Vpc == vpc && group.Rules(true).Concat(group.Rules(false)).Any(rule => rule.IsStale)).ToList();
        (IEnumerable<SecurityGroup> page, string? next) = s_bounds.Cut(call, stale, byId: false);
        answer.Set("staleSecurityGroupSet", page, (item, group) =>
        {
            item.Text("groupId", group.Id).Text("groupName", group.Name).Text("description", group.Description).Text("vpcId", vpc.Id);
            IpPermissionOutput.Write(item, "staleIpPermissions", group.Rules(egress: false).Where(rule => rule.IsStale));
            IpPermissionOutput.Write(item, "staleIpPermissionsEgress", group.Rules(egress: true).Where(rule => rule.IsStale));
        }).Text("nextToken", next);
    }

    public static void DescribeSecurityGroupReferences(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyList<string> ids = call.Parameters.List("GroupId");
        if (ids.Count == 0) throw QueryParameters.Missing("GroupId");
        var references = call.Region.SecurityGroups.Get(ids).SelectMany(group => PeerRules(group)
            .Select(rule => (Group: group, Vpc: rule.Group.Vpc.Id, Peering: rule.Peering?.Id))).Distinct();
        answer.Set("securityGroupReferenceSet", references, (item, reference) => item.Text("groupId", reference.Group.Id)
            .Text("referencingVpcId", reference.Vpc).Text("vpcPeeringConnectionId", reference.Peering));
    }

    // Rules of peer VPCs that refer to a group, in whichever account.
    private static IEnumerable<SecurityGroupRule> PeerRules(SecurityGroup group) => group.Home.Peerings.All
        .Where(peering => peering.Involves(group.Vpc)).Select(peering => peering.OtherSide(group.Vpc).Vpc).Where(vpc => vpc is not null)
            .Distinct()
        .SelectMany(vpc => vpc!.Home.SecurityGroupRules.All.Where(rule =>
            rule.Group.Vpc == vpc && rule.Permission.Peer.GroupId == group.Id));
}
