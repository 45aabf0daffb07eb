using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.ClientVpn;
using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>That a VPC, a VPN connection or a Client VPN endpoint hangs on a transit gateway.</summary>
internal sealed class TransitGatewayAttachment(TransitGateway gateway, string id, TimeSpan creation)
    : ProvisionedResource(gateway.Home, id, creation)
{
    public TransitGateway Gateway => gateway;

    /// <summary>The VPC; null for anything else.</summary>
    public Vpc? Vpc { get; init; }

    /// <summary>The VPN connection; null for anything else.</summary>
    public VpnConnection? Connection { get; init; }

    /// <summary>The Client VPN endpoint, which may be another account's; null for anything else.</summary>
    public ClientVpnEndpoint? Endpoint { get; init; }

    public Ec2Resource Resource => (Ec2Resource?)Vpc ?? (Ec2Resource?)Connection ?? Endpoint!;

    public string ResourceType => Vpc is not null ? "vpc" : Connection is not null ? "vpn" : "client-vpn";

    /// <summary>The subnets that traffic of a VPC takes, each with the interface that the gateway has there.</summary>
    public List<(Subnet Subnet, NetworkInterface Interface)> Subnets { get; } = [];

    public TransitGatewayOptions Options { get; init; } = new();

    /// <summary>The one table that traffic from here is routed by; null where there is none.</summary>
    public TransitGatewayAssociation? Association { get; private set; }

    /// <summary>The networks that can be reached through it just now, for the tables that learn them.</summary>
    public IEnumerable<Cidr> LearntRoutes =>
        State.Code != "available" ? []
        : Endpoint is not null ? [Endpoint.ClientCidr]
        : Vpc?.Cidrs ?? (Connection!.StaticRoutesOnly ? [] : Connection.LiveRoutes);

    public void Associate(TransitGatewayRouteTable table) => Association = new TransitGatewayAssociation(table);

    /// <summary>As the tables see it; what is disassociated is gone.</summary>
    public TransitGatewayAssociation? AssociationWith(TransitGatewayRouteTable table) =>
        Association is { IsGone: false } association && association.Table == table ? association : null;

    public void AddSubnet(Subnet subnet) => Subnets.Add((subnet, Home.NetworkInterfaces.Add(
        new NetworkInterface(subnet, "transit_gateway", $"Network Interface for Transit Gateway Attachment {Id}"))));

    public void RemoveSubnet(Subnet subnet)
    {
        foreach ((_, NetworkInterface card) in Subnets.Where(entry => entry.Subnet == subnet)) Home.NetworkInterfaces.Remove(card);
        Subnets.RemoveAll(entry => entry.Subnet == subnet);
    }

    public void Delete()
    {
        State.Enter("deleting").Then(StateDurations.TransitGatewayAttachment, "deleted");
        Association?.Remove();
        foreach (TransitGatewayRouteTable table in gateway.RouteTables) table.Propagations.RemoveAll(known => known.Attachment == this);
        foreach ((_, NetworkInterface card) in Subnets) Home.NetworkInterfaces.Remove(card);
    }
}
