using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>How a route table is filtered and written.</summary>
internal static class RouteTableDescription
{
    public static readonly Description<RouteTable> Instance = new("RouteTableId", "routeTableSet", new FilterSet<RouteTable>
    {
        { "route-table-id", table => table.Id },
        { "vpc-id", table => table.Vpc.Id },
        { "owner-id", table => table.OwnerId },
        { "association.main", table => table.IsMain },
        { "association.route-table-id", table => table.Associations.Select(_ => table.Id) },
        { "association.route-table-association-id", table => table.Associations.Select(association => association.Id) },
        { "association.subnet-id", table => table.Associations.Select(association => association.Subnet?.Id) },
        { "association.gateway-id", table => (string?)null },
        { "route.destination-cidr-block", table => Destinations(table, "destinationCidrBlock") },
        { "route.destination-ipv6-cidr-block", table => Destinations(table, "destinationIpv6CidrBlock") },
        { "route.destination-prefix-list-id", table => Destinations(table, "destinationPrefixListId") },
        { "route.gateway-id", table => Targets(table, "gatewayId") },
        { "route.egress-only-internet-gateway-id", table => Targets(table, "egressOnlyInternetGatewayId") },
        { "route.instance-id", table => Targets(table, "instanceId") },
        { "route.nat-gateway-id", table => Targets(table, "natGatewayId") },
        { "route.transit-gateway-id", table => Targets(table, "transitGatewayId") },
        { "route.vpc-peering-connection-id", table => Targets(table, "vpcPeeringConnectionId") },
        { "route.origin", table => table.AllRoutes.Select(route => route.Origin) },
        { "route.state", table => table.AllRoutes.Select(route => route.State) },
    }, Write)
    {
        Bounds = new PageBounds(5, 100),
    };

    public static void Write(XmlAnswer node, RouteTable table, Ec2Region viewer)
    {
        node.Text("routeTableId", table.Id).Text("vpcId", table.Vpc.Id).Text("ownerId", table.OwnerId)
            .Set("routeSet", table.AllRoutes, (item, route) => item.Text(route.Destination.Element, route.Destination.ToString())
                .Text(route.Target.Element, route.Target.Id).Text("state", route.State).Text("origin", route.Origin))
            .Set("associationSet", table.Associations, (item, association) => item.Text("routeTableAssociationId", association.Id)
                .Text("routeTableId", table.Id).Text("subnetId", association.Subnet?.Id).Flag("main", association.IsMain)
                .Node("associationState", WriteAssociated))
            .Set("propagatingVgwSet", table.PropagatingGateways, (item, gateway) => item.Text("gatewayId", gateway.Id))
            .Tags(viewer.Tags.Of(table.Id));
    }

    public static void WriteAssociated(XmlAnswer state) => state.Text("state", "associated");

    private static IEnumerable<string?> Destinations(RouteTable table, string element) =>
        table.AllRoutes.Where(route => route.Destination.Element == element).Select(route => route.Destination.ToString());

    private static IEnumerable<string?> Targets(RouteTable table, string element) =>
        table.AllRoutes.Select(route => route.TargetId(element));
}
