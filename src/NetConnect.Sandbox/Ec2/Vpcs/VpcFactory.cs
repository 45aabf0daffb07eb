using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.NetworkAcls;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.SecurityGroups;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>Makes a VPC with what every VPC comes with; used by calls and by the seed, which brings its own ids.</summary>
internal static class VpcFactory
{
    public static Vpc Create(Ec2Region region, Cidr cidr, string? id = null, string? mainRouteTableId = null, bool isDefault = false)
    {
        var vpc = new Vpc(region, id ?? region.World.NewId(ResourceKind.Vpc.Prefix), cidr)
        {
            IsDefault = isDefault,
            EnableDnsHostnames = isDefault,
        };
        vpc.Associations.Add(new CidrAssociation(region.World.NewId("vpc-cidr-assoc"), cidr,
            new TimedState(region.World.Clock, "associated")));
        region.Vpcs.Add(vpc);
        RouteTable main = region.RouteTables.Add(new RouteTable(vpc,
            mainRouteTableId ?? region.World.NewId(ResourceKind.RouteTable.Prefix)));
        main.Associations.Add(RouteTableAssociation.Main(region.World));
        region.NetworkAcls.Add(new NetworkAcl(vpc, region.World.NewId(ResourceKind.NetworkAcl.Prefix), isDefault: true))
            .AllowEverything(v6: false);
        SecurityGroupActions.CreateDefault(vpc);
        return vpc;
    }

    /// <summary>Adds a block: a request sees it associating, the seed has it associated at once.</summary>
    public static CidrAssociation Associate(Vpc vpc, Cidr cidr, bool atOnce = false)
    {
        SandboxClock clock = vpc.Home.World.Clock;
        TimedState state = atOnce
            ? new TimedState(clock, "associated")
            : new TimedState(clock, "associating").Then(StateDurations.CidrAssociation, "associated");
        var association = new CidrAssociation(vpc.Home.World.NewId("vpc-cidr-assoc"), cidr, state);
        vpc.Associations.Add(association);
        if (cidr.IsV6) vpc.DefaultNetworkAcl.AllowEverything(v6: true);
        return association;
    }

    /// <summary>An Amazon-provided /56 that no other VPC of this world has. 2001:db8::/32 is for documentation (RFC 3849).</summary>
    public static Cidr NewIpv6(Ec2Region region) => Cidr.Parse("2001:db8::/32").Part(56, (int)region.World.NextSequence());

    public static Cidr Block(string text, string parameter) => Cidr.TryParse(text, out Cidr? cidr) && !cidr.IsV6
        ? cidr
        : throw QueryParameters.Invalid(parameter, text, "This is not a valid CIDR block.");

    public static Cidr Ipv6Block(string text, string parameter) => Cidr.TryParse(text, out Cidr? cidr) && cidr.IsV6
        ? cidr
        : throw QueryParameters.Invalid(parameter, text, "This is not a valid IPv6 CIDR block.");
}
