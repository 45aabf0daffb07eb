using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>CreateInternetGateway, AttachInternetGateway, DetachInternetGateway, DeleteInternetGateway, DescribeInternetGateways.</summary>
internal static class InternetGatewayActions
{
    private static readonly Description<InternetGateway> s_description = new("InternetGatewayId", "internetGatewaySet",
        new FilterSet<InternetGateway>
    {
        { "internet-gateway-id", gateway => gateway.Id },
        { "owner-id", gateway => gateway.OwnerId },
        { "attachment.vpc-id", gateway => gateway.Vpc?.Id },
        { "attachment.state", gateway => gateway.Vpc is null ? null : "available" },
    }, Write);

    public static void CreateInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.InternetGateway);
        if (call.Region.InternetGateways.All.Count() >= call.Region.Quotas.InternetGatewaysPerRegion)
            throw new ApiException("InternetGatewayLimitExceeded", "The maximum number of internet gateways has been reached.");
        InternetGateway gateway = call.Region.InternetGateways.Add(new InternetGateway(call.Region,
            call.NewId(ResourceKind.InternetGateway)));
        call.Region.Tags.Set(gateway.Id, tags);
        answer.Node("internetGateway", node => Write(node, gateway, call.Region));
    }

    public static void AttachInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        (InternetGateway gateway, Vpc vpc) = Read(call);
        if (gateway.Vpc is { } other)
            throw new ApiException("Resource.AlreadyAssociated", $"resource {gateway.Id} is already attached to network {other.Id}");
        if (call.Region.InternetGateways.All.Any(known => known.Vpc == vpc))
            throw new ApiException("InvalidParameterValue", $"Network {vpc.Id} already has an internet gateway attached");
        gateway.Vpc = vpc;
        answer.Flag("return", true);
    }

    public static void DetachInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        (InternetGateway gateway, Vpc vpc) = Read(call);
        if (gateway.Vpc != vpc) throw new ApiException("Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {vpc.Id}");
        if (call.Region.NatGateways.All.Any(nat => nat.Subnet.Vpc == vpc && nat.Address?.NatGateway == nat))
            throw new ApiException("DependencyViolation",
                $"Network {vpc.Id} has some mapped public address(es). "
                + "Please unmap those public address(es) before detaching the gateway.");
        gateway.Vpc = null;
        answer.Flag("return", true);
    }

    public static void DeleteInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        InternetGateway gateway = call.Region.InternetGateways.Get(call.Parameters.Required("InternetGatewayId"));
        if (gateway.Vpc is not null)
            throw new ApiException("DependencyViolation", $"The internetGateway '{gateway.Id}' has dependencies and cannot be deleted.");
        call.Region.InternetGateways.Remove(gateway);
        call.Region.Tags.RemoveAll(gateway.Id);
        answer.Flag("return", true);
    }

    public static void DescribeInternetGateways(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.InternetGateways);

    private static (InternetGateway Gateway, Vpc Vpc) Read(Ec2Call call) => (
        call.Region.InternetGateways.Get(call.Parameters.Required("InternetGatewayId")),
            call.Region.Vpcs.Get(call.Parameters.Required("VpcId")));

    private static void Write(XmlAnswer node, InternetGateway gateway, Ec2Region viewer) =>
        node.Text("internetGatewayId", gateway.Id).Text("ownerId", gateway.OwnerId)
            .Set("attachmentSet", gateway.Vpc is { } vpc ? [vpc] : Array.Empty<Vpc>(), WriteAttachment).Tags(viewer.Tags.Of(gateway.Id));

    // An attached internet gateway is "available", not "attached": that is what EC2 says.
    private static void WriteAttachment(XmlAnswer item, Vpc vpc) => item.Text("vpcId", vpc.Id).Text("state", "available");
}
