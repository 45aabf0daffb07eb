using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>
/// AssociateTransitGatewayRouteTable, DisassociateTransitGatewayRouteTable, GetTransitGatewayRouteTableAssociations.
/// </summary>
internal static class TransitGatewayAssociationActions
{
    /// <summary>The filters of lists that are about attachments.</summary>
    public static readonly FilterSet<TransitGatewayAttachment> Filters = new()
    {
        { "transit-gateway-attachment-id", attachment => attachment.Id },
        { "resource-id", attachment => attachment.Resource.Id },
        { "resource-type", attachment => attachment.ResourceType },
    };

    public static void AssociateTransitGatewayRouteTable(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        TransitGatewayAttachment attachment = TransitGatewayRules.Attachment(call, table);
        if (attachment.Association is { IsGone: false } known)
            throw new ApiException("Resource.AlreadyAssociated",
                $"Transit Gateway Attachment {attachment.Id} is already associated to a route table {known.Table.Id}.");
        attachment.Associate(table);
        Answer(answer, table, attachment);
    }

    public static void DisassociateTransitGatewayRouteTable(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        TransitGatewayAttachment attachment = TransitGatewayRules.Attachment(call, table);
        TransitGatewayAssociation association = attachment.AssociationWith(table) ?? throw new ApiException(
            "InvalidAssociation.NotFound", $"Association not found between {table.Id} and {attachment.Id}.");
        association.Remove();
        Answer(answer, table, attachment);
    }

    public static void GetTransitGatewayRouteTableAssociations(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        List<TransitGatewayAttachment> found = table.Associated.Where(Filters.Read(call.Parameters))
            .OrderBy(attachment => attachment.Sequence).ToList();
        (IEnumerable<TransitGatewayAttachment> page, string? next) = PageBounds.Usual.Cut(call, found, byId: false);
        answer.Set("associations", page, (item, attachment) => item.WriteReference(attachment)
            .Text("state", attachment.Association!.State.Code)).Text("nextToken", next);
    }

    private static void Answer(XmlAnswer answer, TransitGatewayRouteTable table, TransitGatewayAttachment attachment) =>
        answer.Node("association", node => node.Text("transitGatewayRouteTableId", table.Id).WriteReference(attachment)
            .Text("state", attachment.Association!.State.Code));
}
