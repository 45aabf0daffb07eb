using System.Globalization;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.SecurityGroups;

/// <summary>How a security group is filtered and written.</summary>
internal static class SecurityGroupDescription
{
    public static readonly Description<SecurityGroup> Instance = new("GroupId", "securityGroupInfo", Filters(), Write);

    public static void Write(XmlAnswer node, SecurityGroup group, Ec2Region viewer)
    {
        node.Text("ownerId", group.OwnerId).Text("groupId", group.Id).Text("groupName", group.Name)
            .Text("groupDescription", group.Description).Text("vpcId", group.Vpc.Id).Text("securityGroupArn", group.Arn);
        IpPermissionOutput.Write(node, "ipPermissions", group.Rules(egress: false));
        IpPermissionOutput.Write(node, "ipPermissionsEgress", group.Rules(egress: true));
        node.Tags(viewer.Tags.Of(group.Id));
    }

    private static FilterSet<SecurityGroup> Filters()
    {
        var filters = new FilterSet<SecurityGroup>
        {
            { "group-id", group => group.Id },
            { "group-name", group => group.Name },
            { "description", group => group.Description },
            { "vpc-id", group => group.Vpc.Id },
            { "owner-id", group => group.OwnerId },
        };
        AddRuleFilters(filters, "ip-permission.", egress: false);
        AddRuleFilters(filters, "egress.ip-permission.", egress: true);
        return filters;
    }

    private static void AddRuleFilters(FilterSet<SecurityGroup> filters, string prefix, bool egress)
    {
        void Add(string name, Func<IpPermission, string?> value) =>
            filters.Add(prefix + name, group => group.Rules(egress).Select(rule => value(rule.Permission)));
        Add("cidr", permission => permission.Peer.Cidr is { IsV6: false } cidr ? cidr.ToString() : null);
        Add("ipv6-cidr", permission => permission.Peer.Cidr is { IsV6: true } cidr ? cidr.ToString() : null);
        Add("from-port", permission => permission.FromPort.ToString(CultureInfo.InvariantCulture));
        Add("to-port", permission => permission.ToPort.ToString(CultureInfo.InvariantCulture));
        Add("protocol", permission => permission.Protocol);
        Add("group-id", permission => permission.Peer.GroupId);
        Add("user-id", permission => permission.Peer.GroupOwnerId);
        Add("prefix-list-id", permission => permission.Peer.PrefixListId);
    }
}
