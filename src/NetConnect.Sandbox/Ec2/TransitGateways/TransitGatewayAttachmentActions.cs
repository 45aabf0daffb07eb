using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>DescribeTransitGatewayAttachments: of any kind.</summary>
internal static class TransitGatewayAttachmentActions
{
    private static readonly Description<TransitGatewayAttachment> s_description = new("TransitGatewayAttachmentIds",
        "transitGatewayAttachments", new FilterSet<TransitGatewayAttachment>
    {
        { "transit-gateway-attachment-id", attachment => attachment.Id },
        { "transit-gateway-id", attachment => attachment.Gateway.Id },
        { "transit-gateway-owner-id", attachment => attachment.Gateway.OwnerId },
        { "resource-id", attachment => attachment.Resource.Id },
        { "resource-type", attachment => attachment.ResourceType },
        { "resource-owner-id", attachment => attachment.Resource.OwnerId },
        { "state", attachment => attachment.State.Code },
        { "association.state", attachment => Shown(attachment)?.State.Code },
        { "association.transit-gateway-route-table-id", attachment => Shown(attachment)?.Table.Id },
    }, Write);

    public static void DescribeTransitGatewayAttachments(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.TransitGatewayAttachments);

    /// <summary>The attachment as the entries of tables name it.</summary>
    public static XmlAnswer WriteReference(this XmlAnswer node, TransitGatewayAttachment attachment) =>
        node.Text("transitGatewayAttachmentId", attachment.Id).Text("resourceId", attachment.Resource.Id)
            .Text("resourceType", attachment.ResourceType);

    private static void Write(XmlAnswer node, TransitGatewayAttachment attachment, Ec2Region viewer)
    {
        node.WriteReference(attachment).Text("transitGatewayId", attachment.Gateway.Id)
            .Text("transitGatewayOwnerId", attachment.Gateway.OwnerId).Text("resourceOwnerId", attachment.Resource.OwnerId)
            .Text("state", attachment.State.Code).Time("creationTime", attachment.Created);
        if (Shown(attachment) is { } association)
            node.Node("association", item => item.Text("transitGatewayRouteTableId", association.Table.Id)
                .Text("state", association.State.Code));
        node.Tags(viewer.Tags.Of(attachment.Id));
    }

    private static TransitGatewayAssociation? Shown(TransitGatewayAttachment attachment) =>
        attachment.Association is { IsGone: false } association ? association : null;
}
