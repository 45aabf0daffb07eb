using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>CreateDefaultVpc.</summary>
internal static class DefaultVpcActions
{
    // Amazon VPC User Guide, "Default VPC components".
    private static readonly Cidr s_block = Cidr.Parse("172.31.0.0/16");

    public static void CreateDefaultVpc(Ec2Call call, XmlAnswer answer)
    {
        if (call.Region.Vpcs.All.Any(vpc => vpc.IsDefault))
            throw new ApiException("DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");
        Vpc created = VpcFactory.Create(call.Region, s_block, isDefault: true);
        int position = 0;
        foreach (AvailabilityZone zone in AwsRegion.ZonesOf(call.Region.Name))
            SubnetActions.Add(new Subnet(created, call.NewId(ResourceKind.Subnet), s_block.Part(20, position++), zone)
            {
                DefaultForAz = true,
                MapPublicIpOnLaunch = true,
            });
        InternetGateway gateway = call.Region.InternetGateways.Add(new InternetGateway(call.Region,
            call.NewId(ResourceKind.InternetGateway)));
        gateway.Vpc = created;
        created.MainRouteTable.Routes.Add(new Route(RouteDestination.To(Cidr.Parse("0.0.0.0/0")), RouteTargets.Of(gateway, created)));
        answer.Node("vpc", node => VpcDescription.Write(node, created, call.Region));
    }
}
