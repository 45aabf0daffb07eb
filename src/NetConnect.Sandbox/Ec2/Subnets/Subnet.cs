using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Subnets;

/// <summary>A subnet of a VPC in one Availability Zone.</summary>
internal sealed class Subnet(Vpc vpc, string id, Cidr cidr, AvailabilityZone zone) : Ec2Resource(vpc.Home, id)
{
    /// <summary>The first four addresses and the last are AWS's (Amazon VPC User Guide, "Subnet sizing").</summary>
    private const int Reserved = 5;

    public Vpc Vpc => vpc;

    public Cidr CidrBlock => cidr;

    public AvailabilityZone Zone => zone;

    public TimedState State { get; } = new TimedState(vpc.Home.World.Clock, "pending").Then(StateDurations.VpcCreation, "available");

    public List<CidrAssociation> Ipv6Associations { get; } = [];

    public IEnumerable<Cidr> Cidrs =>
        Ipv6Associations.Where(association => association.IsLive).Select(association => association.Cidr).Append(cidr);

    public long AvailableIpAddressCount => cidr.Size - Reserved;

    public bool DefaultForAz { get; init; }

    public bool MapPublicIpOnLaunch { get; set; }

    public bool AssignIpv6AddressOnCreation { get; set; }

    public bool EnableDns64 { get; set; }

    public string HostnameType { get; set; } = "ip-name";

    public bool EnableResourceNameDnsARecord { get; set; }

    public bool EnableResourceNameDnsAaaaRecord { get; set; }

    public string Arn => $"arn:aws:ec2:{Home.Name}:{OwnerId}:subnet/{Id}";

    /// <summary>The table that routes for the subnet: its own, or the VPC's main table.</summary>
    public RouteTable RouteTable =>
        Home.RouteTables.All.FirstOrDefault(table =>
            table.Associations.Exists(association => association.Subnet == this)) ?? vpc.MainRouteTable;
}
