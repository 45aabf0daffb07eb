using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Subnets;

/// <summary>How a subnet is filtered and written.</summary>
internal static class SubnetDescription
{
    public static readonly Description<Subnet> Instance = new("SubnetId", "subnetSet", new FilterSet<Subnet>
    {
        { "subnet-id", subnet => subnet.Id },
        { "subnet-arn", subnet => subnet.Arn },
        { "vpc-id", subnet => subnet.Vpc.Id },
        { "owner-id", subnet => subnet.OwnerId },
        { "state", subnet => subnet.State.Code },
        { "cidr-block", subnet => subnet.CidrBlock.ToString() },
        { "cidr", subnet => subnet.CidrBlock.ToString() },
        { "cidrBlock", subnet => subnet.CidrBlock.ToString() },
        { "availability-zone", subnet => subnet.Zone.Name },
        { "availabilityZone", subnet => subnet.Zone.Name },
        { "availability-zone-id", subnet => subnet.Zone.Id },
        { "available-ip-address-count", subnet =>
            subnet.AvailableIpAddressCount.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        { "default-for-az", subnet => subnet.DefaultForAz },
        { "defaultForAz", subnet => subnet.DefaultForAz },
        { "map-public-ip-on-launch", subnet => subnet.MapPublicIpOnLaunch },
        { "enable-dns64", subnet => subnet.EnableDns64 },
        { "ipv6-native", _ => false },
        { "ipv6-cidr-block-association.ipv6-cidr-block", subnet =>
            subnet.Ipv6Associations.Select(association => association.Cidr.ToString()) },
        { "ipv6-cidr-block-association.association-id", subnet => subnet.Ipv6Associations.Select(association => association.Id) },
        { "ipv6-cidr-block-association.state", subnet => subnet.Ipv6Associations.Select(association => association.State.Code) },
    }, Write);

    public static void Write(XmlAnswer node, Subnet subnet, Ec2Region viewer)
    {
        node.Text("subnetId", subnet.Id).Text("subnetArn", subnet.Arn).Text("state", subnet.State.Code).Text("ownerId", subnet.OwnerId)
            .Text("vpcId", subnet.Vpc.Id).Text("cidrBlock", subnet.CidrBlock.ToString())
            .Set("ipv6CidrBlockAssociationSet", subnet.Ipv6Associations.Where(association => !association.IsGone), WriteIpv6)
            .Number("availableIpAddressCount", subnet.AvailableIpAddressCount)
            .Text("availabilityZone", subnet.Zone.Name).Text("availabilityZoneId", subnet.Zone.Id)
            .Flag("defaultForAz", subnet.DefaultForAz).Flag("mapPublicIpOnLaunch", subnet.MapPublicIpOnLaunch)
            .Flag("mapCustomerOwnedIpOnLaunch", false).Flag("assignIpv6AddressOnCreation", subnet.AssignIpv6AddressOnCreation)
            .Flag("enableDns64", subnet.EnableDns64).Flag("ipv6Native", false)
            .Node("privateDnsNameOptionsOnLaunch", options => options.Text("hostnameType", subnet.HostnameType)
                .Flag("enableResourceNameDnsARecord", subnet.EnableResourceNameDnsARecord)
                .Flag("enableResourceNameDnsAAAARecord", subnet.EnableResourceNameDnsAaaaRecord))
            .Node("blockPublicAccessStates", states => states.Text("internetGatewayBlockMode", "off"))
            .Tags(viewer.Tags.Of(subnet.Id));
    }

    public static void WriteIpv6(XmlAnswer item, CidrAssociation association) => association.Write(item);
}
