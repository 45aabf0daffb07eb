using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>A route table of a VPC.</summary>
internal sealed class RouteTable(Vpc vpc, string id) : Ec2Resource(vpc.Home, id)
{
    private const int MaxPropagated = 100;

    public Vpc Vpc => vpc;

    public List<RouteTableAssociation> Associations { get; } = [];

    /// <summary>The routes that calls made; local routes are not stored, they follow from the blocks of the VPC.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>The virtual private gateways whose VPN routes the table learns.</summary>
    public List<VpnGateway> PropagatingGateways { get; } = [];

    public bool IsMain => Associations.Exists(association => association.IsMain);

    public IEnumerable<Route> AllRoutes => vpc.Cidrs.Select(Route.Local).Concat(Routes).Concat(PropagatedRoutes);

    // A static route of the same destination comes first (Amazon VPC User Guide, "Route priority"); 100 routes are learnt at most.
    private IEnumerable<Route> PropagatedRoutes => PropagatingGateways
        .SelectMany(gateway => gateway.LearntRoutes.Select(cidr => (Gateway: gateway, Destination: RouteDestination.To(cidr))))
        .Where(learnt => Find(learnt.Destination) is null && !vpc.Cidrs.Any(learnt.Destination.Cidr!.Equals))
        .Take(MaxPropagated)
        .Select(learnt => new Route(learnt.Destination, RouteTargets.Of(learnt.Gateway, vpc), "EnableVgwRoutePropagation"));

    public Route? Find(RouteDestination destination) => Routes.Find(route => route.Destination.Equals(destination));
}
