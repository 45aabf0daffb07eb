using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.PrefixLists;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.RouteTables;

/// <summary>Which destinations a route may have (Amazon VPC User Guide, "Route table concepts" and "Amazon VPC quotas").</summary>
internal static class RouteRules
{
    // Link-local and instance service addresses.
    private static readonly Cidr[] s_forbidden = [Cidr.Parse("169.254.168.0/22"), Cidr.Parse("fd00:ec2::/32")];

    /// <summary>The one destination that a call names.</summary>
    public static RouteDestination Destination(Ec2Call call)
    {
        string? ipv4 = call.Parameters.Text("DestinationCidrBlock");
        string? ipv6 = call.Parameters.Text("DestinationIpv6CidrBlock");
        string? list = call.Parameters.Text("DestinationPrefixListId");
        return new[] { ipv4, ipv6, list }.Count(value => value is not null) switch
        {
            0 => throw new ApiException("MissingParameter",
                "The request must contain exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId"),
            > 1 => throw new ApiException("InvalidParameterCombination", "Only one destination may be specified for a route."),
            _ when ipv4 is not null => RouteDestination.To(VpcFactory.Block(ipv4, "DestinationCidrBlock")),
            _ when ipv6 is not null => RouteDestination.To(VpcFactory.Ipv6Block(ipv6, "DestinationIpv6CidrBlock")),
            _ => RouteDestination.To(call.Region.PrefixLists.Get(list!).Id),
        };
    }

    public static void CheckNew(RouteTable table, RouteDestination destination, RouteTarget target)
    {
        CheckAllowed(table, destination, target);
        if (table.Find(destination) is not null) throw AlreadyExists(destination);
        int count = table.Routes.Where(route => IsV6(table, route.Destination) == IsV6(table, destination))
            .Sum(route => Weight(table, route.Destination));
        if (count + Weight(table, destination) > table.Home.Quotas.RoutesPerTable)
            throw new ApiException("RouteLimitExceeded", "The maximum number of routes has been reached.");
    }

    public static ApiException NotFound(RouteTable table, RouteDestination destination) => new("InvalidRoute.NotFound",
        $"no route with {Kebab(destination)} {destination} in route table {table.Id}");

    private static void CheckAllowed(RouteTable table, RouteDestination destination, RouteTarget target)
    {
        if (destination.Cidr is not { } cidr) return;
        if (Array.Exists(s_forbidden, range => range.Contains(cidr)))
            throw QueryParameters.Invalid(destination.Element, cidr.ToString(), "The range is reserved for use by AWS services.");
        if (table.Vpc.Cidrs.Any(cidr.Equals)) throw AlreadyExists(destination);
        // More specific than local is only the whole block of a subnet, and only to what can look into the traffic.
        bool isSubnet = table.Home.Subnets.All.Any(subnet => subnet.Vpc == table.Vpc && subnet.Cidrs.Any(cidr.Equals));
        if (table.Vpc.Contains(cidr) && !(isSubnet && target.Element is "natGatewayId" or "networkInterfaceId"))
            throw new ApiException("InvalidParameterValue",
                $"The destination CIDR block {cidr} is equal to or more specific than one of this VPC's CIDR blocks. "
                + "This route can target only an interface or an instance.");
    }

    private static ApiException AlreadyExists(RouteDestination destination) =>
        new("RouteAlreadyExists", $"The route identified by {destination} already exists.");

    private static bool IsV6(RouteTable table, RouteDestination destination) => destination.Cidr?.IsV6 ?? List(table, destination).IsV6;

    // A prefix list counts for as many routes as it may have entries ("Customer-managed prefix lists" in the VPC User Guide).
    private static int Weight(RouteTable table, RouteDestination destination) =>
        destination.PrefixListId is null ? 1 : List(table, destination).MaxEntries;

    private static PrefixList List(RouteTable table, RouteDestination destination) =>
        table.Home.PrefixLists.All.First(list => list.Id == destination.PrefixListId);

    private static string Kebab(RouteDestination destination) => destination switch
    {
        { PrefixListId: not null } => "destination-prefix-list-id",
        { Cidr.IsV6: true } => "destination-ipv6-cidr-block",
        _ => "destination-cidr-block",
    };
}
