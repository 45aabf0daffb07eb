using NetConnect.Sandbox.Ec2.ClientVpn;
using NetConnect.Sandbox.Ec2.Gateways;
using NetConnect.Sandbox.Ec2.NetworkAcls;
using NetConnect.Sandbox.Ec2.Peering;
using NetConnect.Sandbox.Ec2.PrefixLists;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.SecurityGroups;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.TransitGateways;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Ec2.Vpn;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2;

/// <summary>What one account sees in one Region. A peering is in the tables of both its sides; everything else in one.</summary>
internal sealed class Ec2Region
{
    private string? _defaultDhcpOptionsId;

    public Ec2Region(SandboxWorld world, string accountId, string name)
    {
        World = world;
        AccountId = accountId;
        Name = name;
        Vpcs = Table<Vpc>(ResourceKind.Vpc);
        Subnets = Table<Subnet>(ResourceKind.Subnet);
        RouteTables = Table<RouteTable>(ResourceKind.RouteTable);
        Peerings = Table<VpcPeering>(ResourceKind.Peering);
        SecurityGroups = Table<SecurityGroup>(ResourceKind.SecurityGroup);
        SecurityGroupRules = Table<SecurityGroupRule>(ResourceKind.SecurityGroupRule);
        NetworkAcls = Table<NetworkAcl>(ResourceKind.NetworkAcl);
        InternetGateways = Table<InternetGateway>(ResourceKind.InternetGateway);
        EgressOnlyGateways = Table<EgressOnlyGateway>(ResourceKind.EgressOnlyGateway);
        NatGateways = Table<NatGateway>(ResourceKind.NatGateway);
        Addresses = Table<ElasticAddress>(ResourceKind.Address);
        NetworkInterfaces = Table<NetworkInterface>(ResourceKind.NetworkInterface);
        PrefixLists = Table<PrefixList>(ResourceKind.PrefixList);
        CustomerGateways = Table<CustomerGateway>(ResourceKind.CustomerGateway);
        VpnGateways = Table<VpnGateway>(ResourceKind.VpnGateway);
        VpnConnections = Table<VpnConnection>(ResourceKind.VpnConnection);
        TransitGateways = Table<TransitGateway>(ResourceKind.TransitGateway);
        TransitGatewayAttachments = Table<TransitGatewayAttachment>(ResourceKind.TransitGatewayAttachment);
        TransitGatewayRouteTables = Table<TransitGatewayRouteTable>(ResourceKind.TransitGatewayRouteTable);
        ClientVpnEndpoints = Table<ClientVpnEndpoint>(ResourceKind.ClientVpnEndpoint);
    }

    public SandboxWorld World { get; }

    public string AccountId { get; }

    /// <summary>The Region's name, such as <c>eu-west-1</c>.</summary>
    public string Name { get; }

    public Quotas Quotas => World.QuotasOf(AccountId);

    /// <summary>Tags belong to who set them: the two sides of a peering do not see each other's.</summary>
    public TagStore Tags { get; } = new();

    public List<IResourceTable> Tables { get; } = [];

    public ResourceTable<Vpc> Vpcs { get; }

    public ResourceTable<Subnet> Subnets { get; }

    public ResourceTable<RouteTable> RouteTables { get; }

    public ResourceTable<VpcPeering> Peerings { get; }

    public ResourceTable<SecurityGroup> SecurityGroups { get; }

    public ResourceTable<SecurityGroupRule> SecurityGroupRules { get; }

    public ResourceTable<NetworkAcl> NetworkAcls { get; }

    public ResourceTable<InternetGateway> InternetGateways { get; }

    public ResourceTable<EgressOnlyGateway> EgressOnlyGateways { get; }

    public ResourceTable<NatGateway> NatGateways { get; }

    public ResourceTable<ElasticAddress> Addresses { get; }

    public ResourceTable<NetworkInterface> NetworkInterfaces { get; }

    public ResourceTable<PrefixList> PrefixLists { get; }

    public ResourceTable<CustomerGateway> CustomerGateways { get; }

    public ResourceTable<VpnGateway> VpnGateways { get; }

    public ResourceTable<VpnConnection> VpnConnections { get; }

    public ResourceTable<TransitGateway> TransitGateways { get; }

    public ResourceTable<TransitGatewayAttachment> TransitGatewayAttachments { get; }

    public ResourceTable<TransitGatewayRouteTable> TransitGatewayRouteTables { get; }

    public ResourceTable<ClientVpnEndpoint> ClientVpnEndpoints { get; }

    /// <summary>What was made under which client token.</summary>
    public ClientTokens ClientTokens { get; } = new();

    /// <summary>The DHCP options that every VPC of the Region has unless it is given others.</summary>
    public string DefaultDhcpOptionsId => _defaultDhcpOptionsId ??= World.NewId("dopt");

    public override string ToString() => $"{AccountId}/{Name}";

    private ResourceTable<T> Table<T>(ResourceKind kind)
        where T : Ec2Resource
    {
        var table = new ResourceTable<T>(this, kind);
        Tables.Add(table);
        return table;
    }
}
