using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>How a rule is filtered and written.</summary>
internal static class SecurityGroupRuleDescription
{
    public static readonly Description<SecurityGroupRule> Instance =
        new("SecurityGroupRuleId", "securityGroupRuleSet", new FilterSet<SecurityGroupRule>
        {
            { "group-id", rule => rule.Group.Id },
            { "security-group-rule-id", rule => rule.Id },
        }, Write);

    public static void Write(XmlAnswer node, SecurityGroupRule rule, Ec2Region viewer)
    {
        WriteRule(node, rule);
        if (rule.Permission.Peer is { GroupId: { } groupId } peer)
            node.Node("referencedGroupInfo", info =>
            {
                info.Text("groupId", groupId).Text("userId", peer.GroupOwnerId);
                if (peer.GroupVpc != rule.Group.Vpc)
                    info.Text("vpcId", peer.GroupVpc?.Id).Text("vpcPeeringConnectionId", rule.Peering?.Id)
                        .Text("peeringStatus", rule.Peering?.State.Code ?? "deleted");
            });
        node.Text("groupOwnerId", rule.OwnerId).Text("securityGroupRuleArn", rule.Arn).Tags(viewer.Tags.Of(rule.Id));
    }

    /// <summary>What a revoked rule still tells.</summary>
    public static void WriteRevoked(XmlAnswer node, SecurityGroupRule rule)
    {
        WriteRule(node, rule);
        node.Text("referencedGroupId", rule.Permission.Peer.GroupId);
    }

    private static void WriteRule(XmlAnswer node, SecurityGroupRule rule)
    {
        IpPermission permission = rule.Permission;
        node.Text("securityGroupRuleId", rule.Id).Text("groupId", rule.Group.Id).Flag("isEgress", rule.IsEgress)
            .Text("ipProtocol", permission.Protocol).Number("fromPort", permission.FromPort).Number("toPort", permission.ToPort)
            .Text(permission.Peer.Cidr?.IsV6 == true ? "cidrIpv6" : "cidrIpv4", permission.Peer.Cidr?.ToString())
            .Text("prefixListId", permission.Peer.PrefixListId).Text("description", rule.Description);
    }
}
