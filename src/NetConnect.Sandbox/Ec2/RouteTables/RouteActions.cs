using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>CreateRoute, ReplaceRoute, DeleteRoute.</summary>
internal static class RouteActions
{
    public static void CreateRoute(Ec2Call call, XmlAnswer answer)
    {
        RouteTable table = Table(call);
        RouteDestination destination = RouteRules.Destination(call);
        RouteTarget target = RouteTargets.Read(call, table);
        RouteRules.CheckNew(table, destination, target);
        table.Routes.Add(new Route(destination, target));
        answer.Flag("return", true);
    }

    public static void ReplaceRoute(Ec2Call call, XmlAnswer answer)
    {
        RouteTable table = Table(call);
        RouteDestination destination = RouteRules.Destination(call);
        RouteTarget target = RouteTargets.Read(call, table);
        Route old = table.Find(destination) ?? throw new ApiException("InvalidParameterValue",
            $"There is no route defined for '{destination}' in the route table. Use CreateRoute instead.");
        table.Routes[table.Routes.IndexOf(old)] = new Route(destination, target);
        answer.Flag("return", true);
    }

    public static void DeleteRoute(Ec2Call call, XmlAnswer answer)
    {
        RouteTable table = Table(call);
        RouteDestination destination = RouteRules.Destination(call);
        if (destination.Cidr is { } cidr && table.Vpc.Cidrs.Any(cidr.Equals))
            throw new ApiException("InvalidParameterValue", $"cannot remove local route {cidr} in route table {table.Id}");
        table.Routes.Remove(table.Find(destination) ?? throw RouteRules.NotFound(table, destination));
        answer.Flag("return", true);
    }

    private static RouteTable Table(Ec2Call call) => call.Region.RouteTables.Get(call.Parameters.Required("RouteTableId"));
}
