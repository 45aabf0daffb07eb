using NetConnect.Sandbox.Ec2.NetworkAcls;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.SecurityGroups;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>What stands in the way of deleting a VPC, and what goes with it (Amazon VPC User Guide, "Delete your VPC").</summary>
internal static class VpcDependencies
{
    public static bool Any(Vpc vpc) =>
        vpc.Home.Subnets.All.Any(subnet => subnet.Vpc == vpc)
        || vpc.Home.RouteTables.All.Any(table => table.Vpc == vpc && !table.IsMain)
        || vpc.Home.SecurityGroups.All.Any(group => group.Vpc == vpc && !group.IsDefault)
        || vpc.Home.NetworkAcls.All.Any(acl => acl.Vpc == vpc && !acl.IsDefault)
        || vpc.Home.InternetGateways.All.Any(gateway => gateway.Vpc == vpc)
        || vpc.Home.EgressOnlyGateways.All.Any(gateway => gateway.Vpc == vpc)
        || vpc.Home.VpnGateways.All.Any(gateway => gateway.Attachment?.Vpc == vpc)
        || vpc.Home.TransitGatewayAttachments.Live().Any(attachment => attachment.Vpc == vpc)
        || vpc.Home.NatGateways.All.Any(gateway => gateway.Subnet.Vpc == vpc && gateway.IsLive);

    public static void RemoveDefaults(Vpc vpc)
    {
        RouteTable main = vpc.MainRouteTable;
        vpc.Home.RouteTables.Remove(main);
        vpc.Home.Tags.RemoveAll(main.Id);
        NetworkAcl acl = vpc.DefaultNetworkAcl;
        vpc.Home.NetworkAcls.Remove(acl);
        vpc.Home.Tags.RemoveAll(acl.Id);
        foreach (SecurityGroup group in vpc.Home.SecurityGroups.All.Where(group => group.Vpc == vpc).ToList()) group.RemoveWithRules();
    }
}
