using System.Globalization;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.NetworkAcls;

/// <summary>How a network ACL is filtered and written.</summary>
internal static class NetworkAclDescription
{
    public static readonly Description<NetworkAcl> Instance = new("NetworkAclId", "networkAclSet", new FilterSet<NetworkAcl>
    {
        { "network-acl-id", acl => acl.Id },
        { "vpc-id", acl => acl.Vpc.Id },
        { "owner-id", acl => acl.OwnerId },
        { "default", acl => acl.IsDefault },
        { "association.association-id", acl => acl.Associations.Values },
        { "association.network-acl-id", acl => acl.Associations.Select(_ => acl.Id) },
        { "association.subnet-id", acl => acl.Associations.Keys.Select(subnet => subnet.Id) },
        { "entry.rule-number", acl => acl.AllEntries.Select(entry => entry.RuleNumber.ToString(CultureInfo.InvariantCulture)) },
        { "entry.rule-action", acl => acl.AllEntries.Select(entry => entry.Action) },
        { "entry.protocol", acl => acl.AllEntries.Select(entry => entry.Protocol) },
        { "entry.egress", acl => acl.AllEntries.Select(entry => entry.Egress ? "true" : "false") },
        { "entry.cidr", acl => acl.AllEntries.Where(entry => !entry.Cidr.IsV6).Select(entry => entry.Cidr.ToString()) },
        { "entry.ipv6-cidr", acl => acl.AllEntries.Where(entry => entry.Cidr.IsV6).Select(entry => entry.Cidr.ToString()) },
    }, Write);

    public static void Write(XmlAnswer node, NetworkAcl acl, Ec2Region viewer) => node
        .Text("networkAclId", acl.Id).Text("vpcId", acl.Vpc.Id).Text("ownerId", acl.OwnerId).Flag("default", acl.IsDefault)
        .Set("entrySet", acl.AllEntries, WriteEntry)
        .Set("associationSet", acl.Associations, (item, association) => item.Text("networkAclAssociationId", association.Value)
            .Text("networkAclId", acl.Id).Text("subnetId", association.Key.Id))
        .Tags(viewer.Tags.Of(acl.Id));

    private static void WriteEntry(XmlAnswer item, NetworkAclEntry entry)
    {
        item.Number("ruleNumber", entry.RuleNumber).Text("protocol", entry.Protocol).Text("ruleAction", entry.Action)
            .Flag("egress", entry.Egress)
            .Text(entry.Cidr.IsV6 ? "ipv6CidrBlock" : "cidrBlock", entry.Cidr.ToString());
        if (entry.Ports is { } ports) item.Node("portRange", range => range.Number("from", ports.From).Number("to", ports.To));
        if (entry.Icmp is { } icmp) item.Node("icmpTypeCode", code => code.Number("type", icmp.Type).Number("code", icmp.Code));
    }
}
