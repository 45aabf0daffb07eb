using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>CreateNatGateway, DeleteNatGateway, DescribeNatGateways.</summary>
internal static class NatGatewayActions
{
    private static readonly Description<NatGateway> s_description = new("NatGatewayId", "natGatewaySet", new FilterSet<NatGateway>
    {
        { "nat-gateway-id", gateway => gateway.Id },
        { "state", gateway => gateway.State.Code },
        { "subnet-id", gateway => gateway.Subnet.Id },
        { "vpc-id", gateway => gateway.Subnet.Vpc.Id },
    }, Write);

    public static void CreateNatGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.NatGateway);
        Subnet subnet = call.Region.Subnets.Get(call.Parameters.Required("SubnetId"));
        string? token = call.Parameters.Text("ClientToken");
        NatGateway gateway = call.Region.NatGateways.All.FirstOrDefault(known => token is not null && known.ClientToken == token)
            ?? Create(call, subnet, token, tags);
        answer.Node("natGateway", node => Write(node, gateway, call.Region)).Text("clientToken", token);
    }

    public static void DeleteNatGateway(Ec2Call call, XmlAnswer answer)
    {
        NatGateway gateway = call.Region.NatGateways.Get(call.Parameters.Required("NatGatewayId"));
        if (gateway.IsLive)
        {
            gateway.Delete();
            call.Region.NetworkInterfaces.Remove(gateway.Interface);
        }
        answer.Text("natGatewayId", gateway.Id);
    }

    public static void DescribeNatGateways(Ec2Call call, XmlAnswer answer) => s_description.Answer(call, answer, call.Region.NatGateways);

    private static NatGateway Create(Ec2Call call, Subnet subnet, string? token, IReadOnlyDictionary<string, string> tags)
    {
        string connectivity = call.Parameters.Text("ConnectivityType") ?? "public";
        ElasticAddress? address = connectivity switch
        {
            "public" => call.Region.Addresses.Get(call.Parameters.Required("AllocationId")),
            "private" => null,
            _ => throw QueryParameters.Invalid("ConnectivityType", connectivity, "Expecting public or private."),
        };
        if (address?.NatGateway is not null)
            throw new ApiException("Resource.AlreadyAssociated", $"resource {address.Id} is already associated with a network interface");
        if (address is not null && !call.Region.InternetGateways.All.Any(known => known.Vpc == subnet.Vpc))
            throw new ApiException("Gateway.NotAttached", $"Network {subnet.Vpc.Id} has no Internet gateway attached");

        string id = call.NewId(ResourceKind.NatGateway);
        NetworkInterface card = call.Region.NetworkInterfaces.Add(new NetworkInterface(subnet, "nat_gateway",
            $"Interface for NAT Gateway {id}"));
        NatGateway gateway = call.Region.NatGateways.Add(new NatGateway(subnet, id, address, card) { ClientToken = token });
        call.Region.Tags.Set(id, tags);
        return gateway;
    }

    private static void Write(XmlAnswer node, NatGateway gateway, Ec2Region viewer) => node
        .Text("natGatewayId", gateway.Id).Text("state", gateway.State.Code).Text("subnetId", gateway.Subnet.Id)
            .Text("vpcId", gateway.Subnet.Vpc.Id)
        .Text("connectivityType", gateway.Address is null ? "private" : "public").Time("createTime", gateway.Created)
        .Time("deleteTime", gateway.IsLive ? null : gateway.State.Since)
        .Set("natGatewayAddressSet", [gateway], WriteAddress)
        .Tags(viewer.Tags.Of(gateway.Id));

    private static void WriteAddress(XmlAnswer item, NatGateway gateway) => item
        .Text("allocationId", gateway.Address?.Id).Text("publicIp", gateway.Address?.PublicIp)
            .Text("associationId", gateway.AddressAssociationId)
        .Text("networkInterfaceId", gateway.Interface.Id).Text("privateIp", gateway.Interface.PrivateIpAddress)
        .Flag("isPrimary", true).Text("status", "succeeded");
}
