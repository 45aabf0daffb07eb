using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Subnets;

/// <summary>ModifySubnetAttribute, AssociateSubnetCidrBlock, DisassociateSubnetCidrBlock.</summary>
internal static class SubnetAttributeActions
{
    public static void ModifySubnetAttribute(Ec2Call call, XmlAnswer answer)
    {
        Subnet subnet = call.Region.Subnets.Get(call.Parameters.Required("SubnetId"));
        bool? Value(string name) => call.Parameters.Flag(name + ".Value");
        subnet.MapPublicIpOnLaunch = Value("MapPublicIpOnLaunch") ?? subnet.MapPublicIpOnLaunch;
        subnet.AssignIpv6AddressOnCreation = Value("AssignIpv6AddressOnCreation") ?? subnet.AssignIpv6AddressOnCreation;
        subnet.EnableDns64 = Value("EnableDns64") ?? subnet.EnableDns64;
        subnet.EnableResourceNameDnsARecord = Value("EnableResourceNameDnsARecordOnLaunch") ?? subnet.EnableResourceNameDnsARecord;
        subnet.EnableResourceNameDnsAaaaRecord = Value("EnableResourceNameDnsAAAARecordOnLaunch") ?? subnet.EnableResourceNameDnsAaaaRecord;
        subnet.HostnameType = call.Parameters.Text("PrivateDnsHostnameTypeOnLaunch") ?? subnet.HostnameType;
        answer.Flag("return", true);
    }

    public static void AssociateSubnetCidrBlock(Ec2Call call, XmlAnswer answer)
    {
        Subnet subnet = call.Region.Subnets.Get(call.Parameters.Required("SubnetId"));
        Cidr cidr = VpcFactory.Ipv6Block(call.Parameters.Required("Ipv6CidrBlock"), "Ipv6CidrBlock");
        if (subnet.Ipv6Associations.Exists(association => association.IsLive))
            throw new ApiException("InvalidParameterValue", $"The subnet {subnet.Id} already has an IPv6 CIDR block.");
        SubnetActions.CheckPlace(subnet.Vpc, cidr);
        Write(answer, subnet, SubnetActions.Associate(subnet, cidr));
    }

    public static void DisassociateSubnetCidrBlock(Ec2Call call, XmlAnswer answer)
    {
        string id = call.Parameters.Required("AssociationId");
        Subnet? subnet = call.Region.Subnets.All.FirstOrDefault(owner =>
            owner.Ipv6Associations.Exists(known => known.Id == id && known.IsLive));
        CidrAssociation association = subnet?.Ipv6Associations.Find(known => known.Id == id)
            ?? throw new ApiException("InvalidSubnetCidrBlockAssociationID.NotFound",
                $"The subnet CIDR block with association ID '{id}' does not exist");
        association.Disassociate();
        Write(answer, subnet, association);
    }

    private static void Write(XmlAnswer answer, Subnet subnet, CidrAssociation association) =>
        answer.Text("subnetId", subnet.Id).Node("ipv6CidrBlockAssociation", association.Write);
}
