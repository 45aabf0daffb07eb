using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>A subnet that routes by a table; or, without a subnet, that the table is its VPC's main one.</summary>
internal sealed class RouteTableAssociation(string id, Subnet? subnet)
{
    public string Id => id;

    public Subnet? Subnet => subnet;

    public bool IsMain => subnet is null;

    public static RouteTableAssociation Main(SandboxWorld world) => new(world.NewId("rtbassoc"), null);

    public static RouteTableAssociation For(Subnet subnet) => new(subnet.Home.World.NewId("rtbassoc"), subnet);

    public RouteTableAssociation WithNewId(SandboxWorld world) => new(world.NewId("rtbassoc"), subnet);
}
