using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>How a VPC is filtered and written.</summary>
internal static class VpcDescription
{
    public static readonly Description<Vpc> Instance = new("VpcId", "vpcSet", new FilterSet<Vpc>
    {
        { "vpc-id", vpc => vpc.Id },
        { "owner-id", vpc => vpc.OwnerId },
        { "state", vpc => vpc.State.Code },
        { "cidr", vpc => vpc.CidrBlock.ToString() },
        { "is-default", vpc => vpc.IsDefault },
        { "isDefault", vpc => vpc.IsDefault },
        { "dhcp-options-id", vpc => vpc.DhcpOptionsId },
        { "cidr-block-association.cidr-block", vpc => Shown(vpc, v6: false).Select(association => association.Cidr.ToString()) },
        { "cidr-block-association.association-id", vpc => Shown(vpc, v6: false).Select(association => association.Id) },
        { "cidr-block-association.state", vpc => Shown(vpc, v6: false).Select(association => association.State.Code) },
        { "ipv6-cidr-block-association.ipv6-cidr-block", vpc => Shown(vpc, v6: true).Select(association => association.Cidr.ToString()) },
        { "ipv6-cidr-block-association.association-id", vpc => Shown(vpc, v6: true).Select(association => association.Id) },
        { "ipv6-cidr-block-association.state", vpc => Shown(vpc, v6: true).Select(association => association.State.Code) },
        { "ipv6-cidr-block-association.ipv6-pool", vpc => Shown(vpc, v6: true).Select(_ => "Amazon") },
    }, Write);

    public static void Write(XmlAnswer node, Vpc vpc, Ec2Region viewer)
    {
        node.Text("vpcId", vpc.Id).Text("ownerId", vpc.OwnerId).Text("state", vpc.State.Code).Text("cidrBlock", vpc.CidrBlock.ToString())
            .Set("cidrBlockAssociationSet", Shown(vpc, v6: false), (item, association) => association.Write(item));
        if (Shown(vpc, v6: true).Any())
            node.Set("ipv6CidrBlockAssociationSet", Shown(vpc, v6: true), (item, association) => WriteIpv6(item, association, viewer));
        node.Text("dhcpOptionsId", vpc.DhcpOptionsId).Text("instanceTenancy", vpc.InstanceTenancy).Flag("isDefault", vpc.IsDefault)
            .Node("blockPublicAccessStates", states => states.Text("internetGatewayBlockMode", "off"))
            .Tags(viewer.Tags.Of(vpc.Id));
    }

    public static void WriteIpv6(XmlAnswer item, CidrAssociation association, Ec2Region viewer)
    {
        association.Write(item);
        item.Text("ipv6Pool", "Amazon").Text("networkBorderGroup", viewer.Name).Text("ipSource", "amazon")
            .Text("ipv6AddressAttribute", "public");
    }

    private static IEnumerable<CidrAssociation> Shown(Vpc vpc, bool v6) =>
        vpc.Associations.Where(association => association.Cidr.IsV6 == v6 && !association.IsGone);
}
