using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>
/// EnableTransitGatewayRouteTablePropagation, DisableTransitGatewayRouteTablePropagation, GetTransitGatewayRouteTablePropagations,
/// GetTransitGatewayAttachmentPropagations.
/// </summary>
internal static class TransitGatewayPropagationActions
{
    private static readonly FilterSet<TransitGatewayRouteTable> s_tableFilters = new()
    {
        { "transit-gateway-route-table-id", table => table.Id },
    };

    public static void EnableTransitGatewayRouteTablePropagation(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        TransitGatewayAttachment attachment = TransitGatewayRules.Attachment(call, table);
        if (table.PropagationOf(attachment) is not null)
            throw new ApiException("TransitGatewayRouteTablePropagation.Duplicate",
                $"Propagation already exists in Transit Gateway Route Table {table.Id} for {attachment.Id}.");
        table.Propagations.RemoveAll(known => known.Attachment == attachment);
        var propagation = new TransitGatewayPropagation(attachment);
        table.Propagations.Add(propagation);
        Answer(answer, table, propagation);
    }

    public static void DisableTransitGatewayRouteTablePropagation(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        TransitGatewayAttachment attachment = TransitGatewayRules.Attachment(call, table);
        TransitGatewayPropagation propagation = table.PropagationOf(attachment) ?? throw new ApiException(
            "TransitGatewayRouteTablePropagation.NotFound",
            $"No propagation in Transit Gateway Route Table {table.Id} for {attachment.Id}.");
        propagation.Remove();
        Answer(answer, table, propagation);
    }

    public static void GetTransitGatewayRouteTablePropagations(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        Func<TransitGatewayAttachment, bool> passes = TransitGatewayAssociationActions.Filters.Read(call.Parameters);
        List<TransitGatewayPropagation> found = table.Propagations
            .Where(propagation => !propagation.IsGone && passes(propagation.Attachment)).ToList();
        (IEnumerable<TransitGatewayPropagation> page, string? next) =
            PageBounds.Usual.Cut(call, found, propagation => propagation.Attachment.Sequence, byId: false);
        answer.Set("transitGatewayRouteTablePropagations", page, (item, propagation) =>
            item.WriteReference(propagation.Attachment).Text("state", propagation.State.Code)).Text("nextToken", next);
    }

    public static void GetTransitGatewayAttachmentPropagations(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayAttachment attachment =
            call.Region.TransitGatewayAttachments.GetLive(call.Parameters.Required("TransitGatewayAttachmentId"));
        List<TransitGatewayRouteTable> found = attachment.Gateway.RouteTables
            .Where(table => table.PropagationOf(attachment) is not null).Where(s_tableFilters.Read(call.Parameters))
            .ToList();
        (IEnumerable<TransitGatewayRouteTable> page, string? next) = PageBounds.Usual.Cut(call, found, byId: false);
        answer.Set("transitGatewayAttachmentPropagations", page, (item, table) => item.Text("transitGatewayRouteTableId", table.Id)
            .Text("state", table.PropagationOf(attachment)!.State.Code)).Text("nextToken", next);
    }

    private static void Answer(XmlAnswer answer, TransitGatewayRouteTable table, TransitGatewayPropagation propagation) =>
        answer.Node("propagation", node => node.Text("transitGatewayRouteTableId", table.Id).WriteReference(propagation.Attachment)
            .Text("state", propagation.State.Code));
}
