using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>AllocateAddress, ReleaseAddress, DisassociateAddress, DescribeAddresses, DescribeAddressesAttribute.</summary>
internal static class ElasticAddressActions
{
    private static readonly Description<ElasticAddress> s_description = new("AllocationId", "addressesSet", new FilterSet<ElasticAddress>
    {
        { "allocation-id", address => address.Id },
        { "association-id", address => address.AssociationId },
        { "public-ip", address => address.PublicIp },
        { "domain", _ => "vpc" },
        { "network-border-group", address => address.Home.Name },
        { "network-interface-id", address => address.NatGateway?.Interface.Id },
        { "private-ip-address", address => address.NatGateway?.Interface.PrivateIpAddress },
    }, Write);

    public static void AllocateAddress(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.Address);
        if (call.Region.Addresses.All.Count() >= call.Region.Quotas.ElasticIpsPerRegion)
            throw new ApiException("AddressLimitExceeded", "The maximum number of addresses has been reached.");
        ElasticAddress address = call.Region.Addresses.Add(new ElasticAddress(call.Region, call.NewId(ResourceKind.Address)));
        call.Region.Tags.Set(address.Id, tags);
        answer.Text("allocationId", address.Id).Text("publicIp", address.PublicIp).Text("domain", "vpc").Text("publicIpv4Pool", "amazon")
            .Text("networkBorderGroup", call.Region.Name);
    }

    public static void ReleaseAddress(Ec2Call call, XmlAnswer answer)
    {
        ElasticAddress address = call.Region.Addresses.Get(call.Parameters.Required("AllocationId"));
        if (address.NatGateway is not null) throw new ApiException("InvalidIPAddress.InUse", $"Address {address.PublicIp} is in use.");
        call.Region.Addresses.Remove(address);
        call.Region.Tags.RemoveAll(address.Id);
        answer.Flag("return", true);
    }

    public static void DisassociateAddress(Ec2Call call, XmlAnswer answer)
    {
        string id = call.Parameters.Required("AssociationId");
        if (!call.Region.Addresses.All.Any(address => address.AssociationId == id))
            throw new ApiException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        // Addresses are only associated with NAT gateways here, and those keep theirs.
        throw new ApiException("AuthFailure", "You do not have permission to access the specified resource.");
    }

    public static void DescribeAddresses(Ec2Call call, XmlAnswer answer) => s_description.Answer(call, answer, call.Region.Addresses);

    // No address here has a reverse name, so the one attribute that exists is never set.
    public static void DescribeAddressesAttribute(Ec2Call call, XmlAnswer answer) =>
        answer.Set("addressSet", Array.Empty<ElasticAddress>(), (_, _) => { });

    private static void Write(XmlAnswer node, ElasticAddress address, Ec2Region viewer)
    {
        node.Text("allocationId", address.Id).Text("publicIp", address.PublicIp).Text("domain", "vpc").Text("publicIpv4Pool", "amazon")
            .Text("networkBorderGroup", address.Home.Name).Text("associationId", address.AssociationId);
        if (address.NatGateway is { } gateway)
            node.Text("networkInterfaceId", gateway.Interface.Id).Text("networkInterfaceOwnerId", gateway.OwnerId)
                .Text("privateIpAddress", gateway.Interface.PrivateIpAddress);
        node.Tags(viewer.Tags.Of(address.Id));
    }
}
