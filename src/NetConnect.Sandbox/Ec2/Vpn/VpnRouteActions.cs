using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>CreateVpnConnectionRoute, DeleteVpnConnectionRoute: the two calls that know no DryRun.</summary>
internal static class VpnRouteActions
{
    public static void CreateVpnConnectionRoute(Ec2Call call, XmlAnswer answer)
    {
        Cidr destination = Destination(call);
        VpnConnection connection = VpnConnectionRules.Changeable(call);
        // A connection to a transit gateway has its static routes in that gateway's tables.
        if (!connection.StaticRoutesOnly || connection.VpnGateway is null)
            throw new ApiException("InvalidVpnConnection.InvalidType",
                $"The VPN connection '{connection.Id}' does not support static routes.");
        if (Find(connection, destination) is null)
        {
            if (connection.Routes.Count(route => route.IsLive) >= call.Region.Quotas.StaticRoutesPerVpnConnection)
                throw new ApiException("RouteLimitExceeded",
                    $"The maximum number of static routes has been reached for '{connection.Id}'.");
            connection.Routes.RemoveAll(route => route.Destination.Equals(destination));
            connection.Routes.Add(new VpnStaticRoute(call.World.Clock, destination));
        }
        answer.Flag("return", true);
    }

    public static void DeleteVpnConnectionRoute(Ec2Call call, XmlAnswer answer)
    {
        Cidr destination = Destination(call);
        VpnConnection connection = call.Region.VpnConnections.GetLive(call.Parameters.Required("VpnConnectionId"));
        VpnStaticRoute route = Find(connection, destination) ?? throw new ApiException("InvalidRoute.NotFound",
            $"no route with destination-cidr-block {destination} in VPN connection {connection.Id}");
        route.Delete();
        answer.Flag("return", true);
    }

    private static Cidr Destination(Ec2Call call) =>
        VpcFactory.Block(call.Parameters.Required("DestinationCidrBlock"), "DestinationCidrBlock");

    private static VpnStaticRoute? Find(VpnConnection connection, Cidr destination) =>
        connection.Routes.Find(route => route.IsLive && route.Destination.Equals(destination));
}
