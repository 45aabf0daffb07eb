using NetConnect.Addressing;
using NetConnect.ClientVpns;
using NetConnect.Peering;

namespace NetConnect.ClientVpn;

/// <summary>Everything that an examination has read of an endpoint and its surroundings.</summary>
internal sealed record ClientVpnWorld
{
    /// <summary>The endpoint with its subnets, routes and rules.</summary>
    public required ClientVpnEndpoint Endpoint { get; init; }

    /// <summary>The time.</summary>
    public required DateTime Now { get; init; }

    /// <summary>With fewer days left, something that expires is a warning.</summary>
    public int WarningDays { get; init; }

    /// <summary>The VPC; null where there is none, or it could not be read.</summary>
    public VpcRouting? Vpc { get; init; }

    /// <summary>The subnets of the VPC.</summary>
    public IReadOnlyList<Subnet> Subnets { get; init; } = [];

    /// <summary>The security groups of the VPC.</summary>
    public IReadOnlyList<SecurityGroup> SecurityGroups { get; init; } = [];

    /// <summary>The endpoint's certificates by their ARNs, null where ACM has none; those that could not be read are left out.</summary>
    public IReadOnlyDictionary<string, StoredCertificate?> Certificates { get; init; } = new Dictionary<string, StoredCertificate?>();

    /// <summary>Whether the endpoint's revocation list could be read.</summary>
    public bool RevocationListIsKnown { get; init; }

    /// <summary>The endpoint's revocation list; null where it has none.</summary>
    public RevocationListFacts? RevocationList { get; init; }

    /// <summary>The authority of the people's certificates; null where none was named.</summary>
    public ClientVpnAuthorityState? Authority { get; init; }

    /// <summary>The subnets that clients end in now.</summary>
    public IReadOnlyList<string> AssociatedSubnetIds =>
        [.. Endpoint.Associations.Where(one => one.State == ClientVpnStates.Associated).Select(one => one.SubnetId)];

    /// <summary>The routes into subnets that are there or are coming, each with its network.</summary>
    public IReadOnlyList<(Cidr Destination, ClientVpnRoute Route)> Routes =>
        [.. AllRoutes.Where(one => one.Route.TargetSubnetId != ClientVpnRoute.Local)];

    /// <summary>The same, and the route from clients to clients.</summary>
    public IReadOnlyList<(Cidr Destination, ClientVpnRoute Route)> AllRoutes =>
        WithNetworks(Endpoint.Routes.Where(route => route.IsLive()), route => route.DestinationCidrBlock);

    /// <summary>The rules that are there or are coming, each with its network.</summary>
    public IReadOnlyList<(Cidr Destination, ClientVpnRule Rule)> Rules =>
        WithNetworks(Endpoint.AuthorizationRules.Where(rule => rule.IsLive()), rule => rule.DestinationCidrBlock);

    /// <summary>Whether one of some networks leads to another one, or to a part of it. To everywhere leads only what is for
    /// everything.</summary>
    public static bool LeadsTo(IEnumerable<Cidr> networks, Cidr network) =>
        networks.Any(one => one.Contains(network) || (network.PrefixLength > 0 && network.Contains(one)));

    public VpnFinding Finding(string code, VpnFindingSeverity severity, string subject, string evidence, string fix) => new()
    {
        ClientVpnEndpointId = Endpoint.ClientVpnEndpointId,
        Code = code,
        Severity = severity,
        Subject = subject,
        Evidence = evidence,
        Fix = fix,
    };

    private static List<(Cidr Destination, T Item)> WithNetworks<T>(IEnumerable<T> items, Func<T, string> network)
    {
        var known = new List<(Cidr Destination, T Item)>();
        foreach (T item in items)
        {
            if (Cidr.TryParse(network(item), out Cidr destination))
                known.Add((destination, item));
        }
        return known;
    }
}
