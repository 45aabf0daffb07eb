using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>AttachVpnGateway, DetachVpnGateway.</summary>
internal static class VpnGatewayAttachmentActions
{
    public static void AttachVpnGateway(Ec2Call call, XmlAnswer answer)
    {
        VpnGateway gateway = Gateway(call);
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        if (gateway.State.Code != "available")
            throw new ApiException("InvalidVpnGatewayState", $"The virtual private gateway '{gateway.Id}' is not in the available state.");
        VpnGatewayAttachment attachment = gateway.Attachment is { State.Code: not "detaching" } known && known.Vpc == vpc
            ? known
            : Attach(gateway, vpc);
        answer.Node("attachment", node => Write(node, attachment));
    }

    public static void DetachVpnGateway(Ec2Call call, XmlAnswer answer)
    {
        VpnGateway gateway = Gateway(call);
        string vpcId = call.Parameters.Required("VpcId");
        ResourceKind.Vpc.CheckForm(vpcId);
        // Also where the VPC is gone by now (terraform detaches once more when it deletes the gateway).
        if (gateway.Attachment is not { } attachment || attachment.Vpc.Id != vpcId)
            throw new ApiException("InvalidVpnGatewayAttachment.NotFound",
                $"The attachment with vpn gateway ID '{gateway.Id}' and vpc ID '{vpcId}' does not exist");
        if (attachment.State.Code != "detaching") attachment.Detach();
        // Tables learn routes from an attached gateway only.
        foreach (RouteTable table in call.Region.RouteTables.All.Where(table => table.Vpc == attachment.Vpc))
            table.PropagatingGateways.Remove(gateway);
        answer.Flag("return", true);
    }

    public static void Write(XmlAnswer node, VpnGatewayAttachment attachment) =>
        node.Text("state", attachment.State.Code).Text("vpcId", attachment.Vpc.Id);

    // A gateway belongs to one VPC and a VPC has one gateway (Site-to-Site VPN User Guide, quotas), which still holds while they part.
    private static VpnGatewayAttachment Attach(VpnGateway gateway, Vpc vpc)
    {
        if (gateway.Attachment is { } other)
            throw new ApiException("VpnGatewayAttachmentLimitExceeded",
                $"The virtual private gateway '{gateway.Id}' is currently attached to {other.Vpc.Id}.");
        if (vpc.Home.VpnGateways.Live().Any(known => known.Attachment?.Vpc == vpc))
            throw new ApiException("InvalidVpcState", $"VPC {vpc.Id} is currently attached to the Virtual Private Gateway.");
        gateway.Attachments.RemoveAll(old => old.Vpc == vpc);
        var attachment = new VpnGatewayAttachment(vpc);
        gateway.Attachments.Add(attachment);
        return attachment;
    }

    private static VpnGateway Gateway(Ec2Call call) => call.Region.VpnGateways.GetLive(call.Parameters.Required("VpnGatewayId"));
}
