using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.SiteToSite;

/// <summary>What is wanted of an existing connection. What is null stays as it is.</summary>
public sealed record VpnChangeRequest
{
    /// <summary>The connection, an id or a Name tag.</summary>
    public required string IdOrName { get; init; }

    /// <summary>The virtual private gateway to end at.</summary>
    public string? VpnGatewayId { get; init; }

    /// <summary>The transit gateway to end at, an id or a Name tag.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>The address of the device.</summary>
    public string? CustomerGatewayIpAddress { get; init; }

    /// <summary>The BGP autonomous system number of the device.</summary>
    public long? CustomerGatewayAsn { get; init; }

    /// <summary>The name that tells devices of equal address and number apart.</summary>
    public string? DeviceName { get; init; }

    /// <summary>The options of the connection.</summary>
    public VpnOptionsChange Options { get; init; } = new();

    /// <summary>The networks behind the device, of a static connection.</summary>
    public IReadOnlyCollection<Cidr>? StaticRoutes { get; init; }

    /// <summary>The route tables of the VPC that learn the connection's routes.</summary>
    public RouteTableSelection? Propagation { get; init; }

    /// <summary>Whether no route table of the VPC is to learn the routes: with <see cref="Prune"/>, instead of <see cref="Propagation"/>.</summary>
    public bool PropagatesNowhere { get; init; }

    /// <summary>The transit gateway's route table, by id or Name tag, by which what comes from the device is routed.</summary>
    public string? AssociationRouteTable { get; init; }

    /// <summary>The transit gateway's route tables, by id or Name tag, that learn the connection's routes and hold its static ones.</summary>
    public IReadOnlyCollection<string>? PropagationRouteTables { get; init; }

    /// <summary>Whether static routes and propagation go that are not named, of each kind of which something was said.</summary>
    public bool Prune { get; init; }

    /// <summary>Tags to set.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of tags to remove.</summary>
    public IReadOnlyCollection<string> RemovedTags { get; init; } = [];

    /// <summary>Whether to give the connection back before it is available again.</summary>
    public bool NoWait { get; init; }

    /// <summary>Whether anything is said about where the connection ends, or about routes there.</summary>
    internal bool ConcernsTarget => VpnGatewayId is not null || TransitGatewayId is not null || StaticRoutes is not null || Propagation is not null || PropagatesNowhere
        || AssociationRouteTable is not null || PropagationRouteTables is not null;
}
