using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.NetworkAcls;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>A VPC with its blocks and DNS attributes.</summary>
internal sealed class Vpc(Ec2Region home, string id, Cidr cidr) : Ec2Resource(home, id)
{
    public TimedState State { get; } = new TimedState(home.World.Clock, "pending").Then(StateDurations.VpcCreation, "available");

    /// <summary>The primary IPv4 block, which can never be taken away.</summary>
    public Cidr CidrBlock => cidr;

    /// <summary>IPv4 and IPv6 blocks alike; the first is the primary one.</summary>
    public List<CidrAssociation> Associations { get; } = [];

    public IEnumerable<Cidr> Cidrs => Associations.Where(association => association.IsLive).Select(association => association.Cidr);

    public bool IsDefault { get; init; }

    public string InstanceTenancy { get; set; } = "default";

    public bool EnableDnsSupport { get; set; } = true;

    public bool EnableDnsHostnames { get; set; }

    public bool EnableNetworkAddressUsageMetrics { get; set; }

    public string DhcpOptionsId { get; set; } = home.DefaultDhcpOptionsId;

    public RouteTable MainRouteTable => Home.RouteTables.All.First(table => table.Vpc == this && table.IsMain);

    public NetworkAcl DefaultNetworkAcl => Home.NetworkAcls.All.First(acl => acl.Vpc == this && acl.IsDefault);

    public bool Contains(Cidr block) => Cidrs.Any(own => own.Contains(block));
}
