using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.Peering;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>Finds the one target that CreateRoute and ReplaceRoute name.</summary>
internal static class RouteTargets
{
    private static readonly Dictionary<string, Func<Ec2Region, string, Vpc, RouteTarget>> s_resolvers = new(StringComparer.Ordinal)
    {
        ["VpcPeeringConnectionId"] = Peering,
        ["GatewayId"] = Gateway,
        ["NatGatewayId"] = NatGateway,
        ["EgressOnlyInternetGatewayId"] = EgressOnlyGateway,
        ["NetworkInterfaceId"] = NetworkInterface,
        ["TransitGatewayId"] = TransitGateway,
    };

    // Targets that cannot exist here: naming one is answered as in an account without any.
    private static readonly Dictionary<string, (string Code, string Text)> s_unknown = new(StringComparer.Ordinal)
    {
        ["InstanceId"] = ("InvalidInstanceID.NotFound", "instance"),
        ["LocalGatewayId"] = ("InvalidLocalGatewayID.NotFound", "localGateway"),
        ["CarrierGatewayId"] = ("InvalidCarrierGatewayID.NotFound", "carrierGateway"),
        ["VpcEndpointId"] = ("InvalidVpcEndpointId.NotFound", "vpcEndpoint"),
        ["CoreNetworkArn"] = ("InvalidCoreNetworkArn.NotFound", "coreNetwork"),
    };

    public static RouteTarget Read(Ec2Call call, RouteTable table)
    {
        var named = s_resolvers.Keys.Concat(s_unknown.Keys).Select(name => (Name: name, Id: call.Parameters.Text(name)))
            .Where(target => target.Id is not null).ToList();
        if (named.Count == 0)
            throw new ApiException("MissingParameter", "The request must contain exactly one of "
                + string.Join(", ", s_resolvers.Keys.Concat(s_unknown.Keys).OrderBy(name => name, StringComparer.Ordinal)));
        if (named.Count > 1)
            throw new ApiException("InvalidParameterCombination",
                $"The parameters {named[0].Name} and {named[1].Name} cannot be used together.");
        (string name, string? id) = named[0];
        if (s_unknown.TryGetValue(name, out (string Code, string Text) unknown))
            throw new ApiException(unknown.Code, $"The {unknown.Text} ID '{id}' does not exist");
        return s_resolvers[name](call.Region, id!, table.Vpc);
    }

    public static RouteTarget Of(InternetGateway gateway, Vpc vpc) => new("gatewayId", gateway.Id, () => gateway.Vpc == vpc);

    public static RouteTarget Of(VpnGateway gateway, Vpc vpc) => new("gatewayId", gateway.Id, () => gateway.IsAttachedTo(vpc));

    public static RouteTarget Of(TransitGateway gateway, Vpc vpc) =>
        new("transitGatewayId", gateway.Id, () => TransitGatewayRules.Attachment(gateway, vpc)?.State.Code is "available" or "modifying");

    private static RouteTarget Peering(Ec2Region region, string id, Vpc vpc)
    {
        VpcPeering peering = region.Peerings.Get(id);
        // A request that is not yet accepted will do, and the route is a black hole until then; a dead peering will not.
        if (!peering.IsOpen) throw ResourceKind.Peering.NotFound(id);
        if (!peering.Involves(vpc)) throw DifferentNetworks(vpc, "VPC peering connection", id);
        return new RouteTarget("vpcPeeringConnectionId", id, () => peering.State.Code == "active");
    }

    // An internet gateway or a virtual private gateway.
    private static RouteTarget Gateway(Ec2Region region, string id, Vpc vpc)
    {
        if (region.VpnGateways.Holds(id))
        {
            VpnGateway vpnGateway = region.VpnGateways.Get(id);
            return vpnGateway.IsAttachedTo(vpc) ? Of(vpnGateway, vpc) : throw DifferentNetworks(vpc, "network gateway", id);
        }
        if (!region.InternetGateways.Holds(id))
            throw new ApiException("InvalidGatewayID.NotFound", $"The gateway ID '{id}' does not exist");
        InternetGateway gateway = region.InternetGateways.Get(id);
        if (gateway.Vpc != vpc) throw DifferentNetworks(vpc, "network gateway", id);
        return Of(gateway, vpc);
    }

    private static RouteTarget NatGateway(Ec2Region region, string id, Vpc vpc)
    {
        NatGateway gateway = region.NatGateways.Get(id);
        if (gateway.Subnet.Vpc != vpc) throw DifferentNetworks(vpc, "NAT gateway", id);
        return new RouteTarget("natGatewayId", id, () => gateway.IsLive);
    }

    private static RouteTarget EgressOnlyGateway(Ec2Region region, string id, Vpc vpc)
    {
        EgressOnlyGateway gateway = region.EgressOnlyGateways.Get(id);
        if (gateway.Vpc != vpc) throw DifferentNetworks(vpc, "egress-only internet gateway", id);
        return new RouteTarget("egressOnlyInternetGatewayId", id, () => region.EgressOnlyGateways.Holds(id));
    }

    private static RouteTarget NetworkInterface(Ec2Region region, string id, Vpc vpc)
    {
        NetworkInterface card = region.NetworkInterfaces.Get(id);
        if (card.Subnet.Vpc != vpc) throw DifferentNetworks(vpc, "network interface", id);
        return new RouteTarget("networkInterfaceId", id, () => region.NetworkInterfaces.Holds(id));
    }

    // A gateway that the VPC is not attached to is, to EC2, not there at all.
    private static RouteTarget TransitGateway(Ec2Region region, string id, Vpc vpc)
    {
        TransitGateway gateway = region.TransitGateways.GetLive(id);
        return TransitGatewayRules.Attachment(gateway, vpc) is null ? throw ResourceKind.TransitGateway.NotFound(id) : Of(gateway, vpc);
    }

    private static ApiException DifferentNetworks(Vpc vpc, string kind, string id) =>
        new("InvalidParameterValue", $"The route table of {vpc.Id} and the {kind} {id} belong to different networks");
}
