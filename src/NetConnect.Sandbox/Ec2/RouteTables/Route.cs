using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>One entry of a route table.</summary>
internal sealed class Route(RouteDestination destination, RouteTarget target, string origin = "CreateRoute")
{
    public RouteDestination Destination => destination;

    public RouteTarget Target => target;

    public string Origin => origin;

    /// <summary>Follows the target: never stored, so a peering that ends turns its routes black by itself.</summary>
    public string State => target.IsUp ? "active" : "blackhole";

    public static Route Local(Cidr cidr) => new(RouteDestination.To(cidr), RouteTarget.Local, "CreateRouteTable");

    /// <summary>The target's id when it is of the kind that <paramref name="element"/> names, for filters.</summary>
    public string? TargetId(string element) => target.Element == element ? target.Id : null;
}
