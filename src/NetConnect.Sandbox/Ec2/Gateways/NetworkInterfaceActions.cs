using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>DescribeNetworkInterfaces.</summary>
internal static class NetworkInterfaceActions
{
    private static readonly Description<NetworkInterface> s_description = new("NetworkInterfaceId", "networkInterfaceSet",
        new FilterSet<NetworkInterface>
    {
        { "network-interface-id", card => card.Id },
        { "subnet-id", card => card.Subnet.Id },
        { "vpc-id", card => card.Subnet.Vpc.Id },
        { "owner-id", card => card.OwnerId },
        { "description", card => card.Description },
        { "interface-type", card => card.Type },
        { "private-ip-address", card => card.PrivateIpAddress },
        { "addresses.private-ip-address", card => card.PrivateIpAddress },
        { "availability-zone", card => card.Subnet.Zone.Name },
        { "status", _ => "in-use" },
        { "requester-managed", _ => true },
        { "group-id", _ => (string?)null },
        { "attachment.instance-id", _ => (string?)null },
        { "attachment.instance-owner-id", _ => "amazon-aws" },
    }, Write);

    public static void DescribeNetworkInterfaces(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.NetworkInterfaces);

    private static void Write(XmlAnswer node, NetworkInterface card, Ec2Region viewer)
    {
        node.Text("networkInterfaceId", card.Id).Text("subnetId", card.Subnet.Id).Text("vpcId", card.Subnet.Vpc.Id)
            .Text("availabilityZone", card.Subnet.Zone.Name).Text("description", card.Description).Text("ownerId", card.OwnerId)
            .Flag("requesterManaged", true).Text("status", "in-use").Text("privateIpAddress", card.PrivateIpAddress)
            .Text("interfaceType", card.Type).Flag("sourceDestCheck", false).Set("groupSet", Array.Empty<string>(), (_, _) => { })
            .Tags(viewer.Tags.Of(card.Id));
    }
}
