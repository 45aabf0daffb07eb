using NetConnect.Sandbox.Ec2.Peering;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2;

/// <summary>What one account sees in one Region. A peering is in the tables of both its sides; everything else in one.</summary>
internal sealed class Ec2Region
{
    public Ec2Region(SandboxWorld world, string accountId, string name)
    {
        World = world;
        AccountId = accountId;
        Name = name;
        Vpcs = Table<Vpc>(ResourceKind.Vpc);
        Subnets = Table<Subnet>(ResourceKind.Subnet);
        RouteTables = Table<RouteTable>(ResourceKind.RouteTable);
        Peerings = Table<VpcPeering>(ResourceKind.Peering);
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

    /// <summary>The DHCP options that every VPC of the Region has unless it is given others.</summary>
    public string DefaultDhcpOptionsId => _defaultDhcpOptionsId ??= World.NewId("dopt");

    private string? _defaultDhcpOptionsId;

    public override string ToString() => $"{AccountId}/{Name}";

    private ResourceTable<T> Table<T>(ResourceKind kind)
        where T : Ec2Resource
    {
        var table = new ResourceTable<T>(this, kind);
        Tables.Add(table);
        return table;
    }
}
