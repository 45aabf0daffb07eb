using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>EnableVgwRoutePropagation, DisableVgwRoutePropagation.</summary>
internal static class RoutePropagationActions
{
    public static void EnableVgwRoutePropagation(Ec2Call call, XmlAnswer answer)
    {
        (VpnGateway gateway, RouteTable table) = Read(call);
        if (!gateway.IsAttachedTo(table.Vpc))
            throw new ApiException("Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {table.Vpc.Id}");
        if (!table.PropagatingGateways.Contains(gateway)) table.PropagatingGateways.Add(gateway);
        answer.Flag("return", true);
    }

    public static void DisableVgwRoutePropagation(Ec2Call call, XmlAnswer answer)
    {
        (VpnGateway gateway, RouteTable table) = Read(call);
        table.PropagatingGateways.Remove(gateway);
        answer.Flag("return", true);
    }

    private static (VpnGateway Gateway, RouteTable Table) Read(Ec2Call call)
    {
        RouteTable table = call.Region.RouteTables.Get(call.Parameters.Required("RouteTableId"));
        return (call.Region.VpnGateways.GetLive(call.Parameters.Required("GatewayId")), table);
    }
}
