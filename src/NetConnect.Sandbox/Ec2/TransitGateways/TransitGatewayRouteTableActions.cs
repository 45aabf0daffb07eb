using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>CreateTransitGatewayRouteTable, DeleteTransitGatewayRouteTable, DescribeTransitGatewayRouteTables.</summary>
internal static class TransitGatewayRouteTableActions
{
    private static readonly Description<TransitGatewayRouteTable> s_description = new("TransitGatewayRouteTableIds",
        "transitGatewayRouteTables", new FilterSet<TransitGatewayRouteTable>
    {
        { "transit-gateway-route-table-id", table => table.Id },
        { "transit-gateway-id", table => table.Gateway.Id },
        { "default-association-route-table", table => table.IsDefaultAssociation },
        { "default-propagation-route-table", table => table.IsDefaultPropagation },
        { "state", table => table.State.Code },
    }, Write);

    public static void CreateTransitGatewayRouteTable(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.TransitGatewayRouteTable);
        TransitGateway gateway = TransitGatewayRules.Available(call);
        if (gateway.RouteTables.Count() >= call.Region.Quotas.RouteTablesPerTransitGateway)
            throw new ApiException("TransitGatewayRouteTableLimitExceeded",
                $"The maximum number of route tables has been reached for {gateway.Id}.");
        TransitGatewayRouteTable table = Add(call, gateway);
        call.Region.Tags.Set(table.Id, tags);
        answer.Node("transitGatewayRouteTable", node => Write(node, table, call.Region));
    }

    public static void DeleteTransitGatewayRouteTable(Ec2Call call, XmlAnswer answer)
    {
        TransitGatewayRouteTable table = TransitGatewayRules.Table(call);
        if (table.IsDefaultAssociation || table.IsDefaultPropagation)
            throw new ApiException("IncorrectState", $"{table.Id} is a default route table and cannot be deleted.");
        if (table.Associated.Any()) throw new ApiException("IncorrectState", $"{table.Id} has non-deleted associations.");
        table.State.Enter("deleting").Then(StateDurations.TransitGatewayAssociation, "deleted");
        answer.Node("transitGatewayRouteTable", node => Write(node, table, call.Region));
    }

    public static void DescribeTransitGatewayRouteTables(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.TransitGatewayRouteTables);

    public static TransitGatewayRouteTable Add(Ec2Call call, TransitGateway gateway) => call.Region.TransitGatewayRouteTables.Add(
        new TransitGatewayRouteTable(gateway, call.NewId(ResourceKind.TransitGatewayRouteTable)));

    private static void Write(XmlAnswer node, TransitGatewayRouteTable table, Ec2Region viewer) => node
        .Text("transitGatewayRouteTableId", table.Id).Text("transitGatewayId", table.Gateway.Id).Text("state", table.State.Code)
        .Flag("defaultAssociationRouteTable", table.IsDefaultAssociation).Flag("defaultPropagationRouteTable", table.IsDefaultPropagation)
        .Time("creationTime", table.Created).Tags(viewer.Tags.Of(table.Id));
}
