using NetConnect.Sandbox.Ec2.Vpcs;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>A route table of a VPC.</summary>
internal sealed class RouteTable(Vpc vpc, string id) : Ec2Resource(vpc.Home, id)
{
    public Vpc Vpc => vpc;

    public List<RouteTableAssociation> Associations { get; } = [];

    /// <summary>The routes that calls made; local routes are not stored, they follow from the blocks of the VPC.</summary>
    public List<Route> Routes { get; } = [];

    public bool IsMain => Associations.Exists(association => association.IsMain);

    public IEnumerable<Route> AllRoutes => vpc.Cidrs.Select(Route.Local).Concat(Routes);

    public Route? Find(RouteDestination destination) => Routes.Find(route => route.Destination.Equals(destination));
}
