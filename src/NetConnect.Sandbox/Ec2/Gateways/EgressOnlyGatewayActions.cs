using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Gateways;

/// <summary>CreateEgressOnlyInternetGateway, DeleteEgressOnlyInternetGateway, DescribeEgressOnlyInternetGateways.</summary>
internal static class EgressOnlyGatewayActions
{
    private static readonly Description<EgressOnlyGateway> s_description =
        new("EgressOnlyInternetGatewayId", "egressOnlyInternetGatewaySet", [], Write) { Bounds = new PageBounds(5, 255) };

    public static void CreateEgressOnlyInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.EgressOnlyGateway);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        EgressOnlyGateway gateway = call.Region.EgressOnlyGateways.Add(new EgressOnlyGateway(vpc,
            call.NewId(ResourceKind.EgressOnlyGateway)));
        call.Region.Tags.Set(gateway.Id, tags);
        answer.Text("clientToken", call.Parameters.Text("ClientToken"))
            .Node("egressOnlyInternetGateway", node => Write(node, gateway, call.Region));
    }

    public static void DeleteEgressOnlyInternetGateway(Ec2Call call, XmlAnswer answer)
    {
        EgressOnlyGateway gateway = call.Region.EgressOnlyGateways.Get(call.Parameters.Required("EgressOnlyInternetGatewayId"));
        call.Region.EgressOnlyGateways.Remove(gateway);
        call.Region.Tags.RemoveAll(gateway.Id);
        answer.Flag("returnCode", true);
    }

    public static void DescribeEgressOnlyInternetGateways(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.EgressOnlyGateways);

    private static void Write(XmlAnswer node, EgressOnlyGateway gateway, Ec2Region viewer) =>
        node.Text("egressOnlyInternetGatewayId", gateway.Id)
            .Set("attachmentSet", [gateway.Vpc], (item, vpc) => item.Text("state", "attached").Text("vpcId", vpc.Id))
            .Tags(viewer.Tags.Of(gateway.Id));
}
