using NetConnect.Sandbox.Ec2.RouteTables;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>What stands in the way of deleting a VPC, and what goes with it.</summary>
internal static class VpcDependencies
{
    public static bool Any(Vpc vpc) =>
        vpc.Home.Subnets.All.Any(subnet => subnet.Vpc == vpc)
        || vpc.Home.RouteTables.All.Any(table => table.Vpc == vpc && !table.IsMain);

    public static void RemoveDefaults(Vpc vpc)
    {
        RouteTable main = vpc.MainRouteTable;
        vpc.Home.RouteTables.Remove(main);
        vpc.Home.Tags.RemoveAll(main.Id);
    }
}
