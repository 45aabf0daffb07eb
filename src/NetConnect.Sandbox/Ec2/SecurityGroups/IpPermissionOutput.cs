using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>Writes rules as the permissions of a group: rules of one protocol and port range become one entry.</summary>
internal static class IpPermissionOutput
{
    public static void Write(XmlAnswer answer, string set, IEnumerable<SecurityGroupRule> rules) =>
        answer.Set(set, rules.OrderBy(rule => rule.Sequence).GroupBy(rule => rule.Permission.Key, StringComparer.Ordinal), (item, group) =>
        {
            IpPermission first = group.First().Permission;
            bool hasPorts = first.Protocol != IpPermission.AllProtocols;
            item.Text("ipProtocol", first.Protocol)
                .Number("fromPort", hasPorts ? first.FromPort : null).Number("toPort", hasPorts ? first.ToPort : null)
                .Set("groups", group.Where(rule => rule.Permission.Peer.GroupId is not null), WriteGroup)
                .Set("ipRanges", Blocks(group, v6: false), (range, rule) => WriteBlock(range, rule, "cidrIp"))
                .Set("ipv6Ranges", Blocks(group, v6: true), (range, rule) => WriteBlock(range, rule, "cidrIpv6"))
                .Set("prefixListIds", group.Where(rule => rule.Permission.Peer.PrefixListId is not null), (list, rule) =>
                    list.Text("prefixListId", rule.Permission.Peer.PrefixListId).Text("description", rule.Description));
        });

    private static IEnumerable<SecurityGroupRule> Blocks(IEnumerable<SecurityGroupRule> rules, bool v6) =>
        rules.Where(rule => rule.Permission.Peer.Cidr is { } cidr && cidr.IsV6 == v6);

    private static void WriteBlock(XmlAnswer range, SecurityGroupRule rule, string element) =>
        range.Text(element, rule.Permission.Peer.Cidr!.ToString()).Text("description", rule.Description);

    private static void WriteGroup(XmlAnswer pair, SecurityGroupRule rule)
    {
        pair.Text("userId", rule.Permission.Peer.GroupOwnerId).Text("groupId", rule.Permission.Peer.GroupId)
            .Text("description", rule.Description);
        if (rule.Permission.Peer.GroupVpc is { } other && other != rule.Group.Vpc)
            pair.Text("vpcId", other.Id).Text("vpcPeeringConnectionId", rule.Peering?.Id)
                .Text("peeringStatus", rule.Peering?.State.Code ?? "deleted");
    }
}
